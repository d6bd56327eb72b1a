// Uses the page as a reader does, and puts what it saw in its place as JSON.
{
const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
const here = () => document.activeElement.dataset.change;
const shown = (element) => element.getClientRects().length > 0;
const seen = { count: document.querySelectorAll("[data-change]").length };
const output = document.querySelector("output");
press("j"); seen.first = here();
press("j"); seen.second = here(); seen.told = output.textContent;
press("k"); press("k"); seen.round = here();
const [back, on] = document.querySelectorAll("button[data-step]");
on.click(); seen.clicked = here(); back.click();
const box = document.activeElement.getBoundingClientRect();
const keys = document.querySelector(".keys").getBoundingClientRect();
seen.inSight = box.top >= keys.bottom - 1 && box.top < innerHeight && keys.top >= 0;
const changed = [...document.querySelectorAll(".row.changed")].find((row) => [...row.querySelectorAll(":scope > div")].every((side) => side.textContent));
const [old, now] = changed.querySelectorAll(":scope > .old, :scope > .new");
seen.beside = old.getBoundingClientRect().right <= now.getBoundingClientRect().left;
const same = document.querySelector("main .row:not(.changed)");
seen.sides = [...same.querySelectorAll(":scope > .old, :scope > .new")].filter(shown).length;
Object.assign(seen, frame());
seen.faint = [];
seen.cut = [];
for (const element of document.querySelectorAll("body *:not(script)")) {
  if (!hasWords(element) || !shown(element)) continue;
  if (contrast(element) < 4.5) seen.faint.push(element.textContent.slice(0, 30));
  const place = element.getBoundingClientRect();
  if (place.right > innerWidth + 1 && place.left >= 0) seen.cut.push(element.textContent.slice(0, 30));
}
const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
seen.twice = ids.filter((id, at) => ids.indexOf(id) !== at);
seen.nowhere = [...document.querySelectorAll('a[href^="#"]')].map((each) => each.getAttribute("href").slice(1)).filter((id) => !ids.includes(id));
seen.levels = [...document.querySelectorAll("h1, h2, [role=heading]")].map((each) => Number(each.ariaLevel || each.tagName[1]));
document.body.textContent = JSON.stringify(seen);
}
