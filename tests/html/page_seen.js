// Looks at the page as a reader does, and puts what it saw in its place as JSON.
{
const shown = (element) => element.getClientRects().length > 0;
const seen = {};
Object.assign(seen, frame());
const nav = document.querySelector("nav").getBoundingClientRect();
const main = document.querySelector("main").getBoundingClientRect();
seen.beside = nav.right <= main.left;
seen.measure = main.width;
seen.faint = [];
seen.cut = [];
for (const element of document.querySelectorAll("body *:not(script)")) {
  if (!hasWords(element) || !shown(element)) continue;
  if (contrast(element) < 4.5) seen.faint.push(element.textContent.slice(0, 30));
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
