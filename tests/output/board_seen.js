// Uses the board as a reader does, and puts what it saw in its place as JSON.
{
const visible = (element) => element.offsetParent !== null;
const seen = {};
const cards = () => [...document.querySelectorAll(".card")].filter(visible).map((c) => c.querySelector("h3").textContent);
seen.columns = [...document.querySelectorAll(".column h2")].map((h) => h.textContent);
seen.cards = cards();
const form = document.querySelector(".filters");
const set = (name, value) => {
  const field = form.elements[name];
  if (field.type === "checkbox") field.checked = value; else field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
};
set("owner", "CDS"); seen.ofCds = cards(); seen.shown = form.querySelector(".shown").textContent;
set("late", true); seen.late = cards(); set("owner", ""); seen.allLate = cards(); set("late", false);
const details = document.querySelector("details");
details.querySelector("summary").focus();
seen.focused = document.activeElement.tagName;
dispatchEvent(new Event("beforeprint")); seen.printed = [...document.querySelectorAll("details")].every((d) => d.open);
dispatchEvent(new Event("afterprint")); seen.folded = [...document.querySelectorAll("details")].every((d) => !d.open);
for (const each of document.querySelectorAll("details")) each.open = true;
seen.loaded = performance.getEntriesByType("resource").length;
seen.wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
seen.width = innerWidth;
seen.dark = matchMedia("(prefers-color-scheme: dark)").matches;
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
for (const element of document.querySelectorAll("main *, header *")) {
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  if (!own || !visible(element) || element.tagName === "OPTION") continue;
  const [a, b] = [light(colour(getComputedStyle(element).color)), light(ground(element))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) seen.faint.push([element.textContent.slice(0, 30), ratio]);
  const box = element.getBoundingClientRect();
  const scrolls = element.closest(".scroll");
  if (!scrolls && ((box.left < -1 && box.right > 0) || box.right > innerWidth + 1)) seen.cut.push(element.textContent.slice(0, 30));
}
const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
seen.twice = ids.filter((id, at) => ids.indexOf(id) !== at);
seen.unlabelled = [...document.querySelectorAll("[aria-labelledby]")]
  .filter((e) => !document.getElementById(e.getAttribute("aria-labelledby"))).length;
seen.levels = [...document.querySelectorAll("h1, h2, h3")].map((h) => Number(h.tagName[1]));
document.body.textContent = JSON.stringify(seen);
}
