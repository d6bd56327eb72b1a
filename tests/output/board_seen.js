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
Object.assign(seen, frame());
seen.faint = [];
seen.cut = [];
for (const element of document.querySelectorAll("main *, header *")) {
  if (!hasWords(element) || !visible(element) || element.tagName === "OPTION") continue;
  const ratio = contrast(element);
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
