"use strict";
const notes = [...document.querySelectorAll(".note")];
const marks = new Map([...document.querySelectorAll("mark")].map((mark) => [mark.dataset.for, mark]));
const form = document.querySelector(".filters");
const shown = document.querySelector(".shown");

function chosen(name) {
  return new Set([...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
}

function filter() {
  const severities = chosen("severity");
  const documents = chosen("document");
  for (const section of document.querySelectorAll("section")) {
    section.hidden = !documents.has(section.dataset.document);
  }
  let count = 0;
  for (const note of notes) {
    note.hidden = !severities.has(note.dataset.severity);
    const mark = marks.get(note.id);
    if (mark) mark.classList.toggle("off", note.hidden);
    if (!note.hidden && !note.closest("section").hidden) count += 1;
  }
  shown.textContent = shown.dataset.text.replace("{shown}", count).replace("{total}", notes.length);
}

function show(note) {
  for (const mark of marks.values()) mark.classList.toggle("here", mark.dataset.for === note.id);
}

function go(note) {
  note.focus();
  note.scrollIntoView({ block: "center" });
  show(note);
}

function step(by) {
  const visible = notes.filter((note) => !note.hidden && !note.closest("section").hidden);
  if (visible.length === 0) return;
  const at = visible.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : visible.length - 1) : (at + by + visible.length) % visible.length;
  go(visible[next]);
}

form.addEventListener("change", filter);
form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
});
document.addEventListener("focusin", (event) => show(event.target));
for (const mark of marks.values()) {
  mark.addEventListener("click", () => go(document.getElementById(mark.dataset.for)));
}
filter();
