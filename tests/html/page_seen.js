// Looks at the page as a reader does, and puts what it saw in its place as JSON.
{
const shown = (element) => element.getClientRects().length > 0;
const seen = {};
seen.loaded = performance.getEntriesByType("resource").length;
seen.wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
seen.width = innerWidth;
seen.dark = matchMedia("(prefers-color-scheme: dark)").matches;
const nav = document.querySelector("nav").getBoundingClientRect();
const main = document.querySelector("main").getBoundingClientRect();
seen.beside = nav.right <= main.left;
seen.measure = main.width;
const colour = (text) => text.match(/[\d.]+/g).map(Number);
const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
  .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const ground = (element) => {
  for (let each = element; each; each = each.parentElement) {
    const found = colour(getComputedStyle(each).backgroundColor);
    if (found.length < 4 || found[3] > 0) return found;
  }
  return [255, 255, 255];
};
seen.faint = [];
seen.cut = [];
for (const element of document.querySelectorAll("body *:not(script)")) {
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  if (!own || !shown(element)) continue;
  const [a, b] = [light(colour(getComputedStyle(element).color)), light(ground(element))];
  if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5) seen.faint.push(element.textContent.slice(0, 30));
  const place = element.getBoundingClientRect();
  if (!element.closest(".scroll") && place.right > innerWidth + 1) seen.cut.push(element.textContent.slice(0, 30));
}
const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
seen.twice = ids.filter((id, at) => ids.indexOf(id) !== at);
seen.nowhere = [...document.querySelectorAll('a[href^="#"], [aria-labelledby]')]
  .map((each) => each.getAttribute("aria-labelledby") || each.getAttribute("href").slice(1)).filter((id) => !ids.includes(id));
seen.levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((each) => Number(each.tagName[1]));
seen.unnamed = [...document.querySelectorAll("a, img, [role=region], nav")]
  .filter((each) => !(each.textContent.trim() || each.alt || each.ariaLabel)).length;
seen.loose = document.querySelectorAll("ul > :not(li), ol > :not(li), dl > :not(dt):not(dd), tr > :not(th):not(td)").length;
const first = document.querySelector("a.skip");
first.focus();
seen.skip = first.getBoundingClientRect().left >= 0 && document.querySelector(first.getAttribute("href")) !== null;
document.body.textContent = JSON.stringify(seen);
}
