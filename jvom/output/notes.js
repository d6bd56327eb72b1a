"use strict";
// What all pages with findings share: keys and buttons that step through them, and the page of a rule.
const findings = {
  notes: () => [...document.querySelectorAll(".note")].filter((note) => note.offsetParent !== null),
  marksOf: (note) => [...document.querySelectorAll(`mark[data-for="${note.id}"]`)],
  show(element) {
    const note = element.closest?.(".note");
    for (const mark of document.querySelectorAll("mark.here")) mark.classList.remove("here");
    if (note) for (const mark of findings.marksOf(note)) mark.classList.add("here");
  },
  go(note) {
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: "center" });
  },
  step(by) {
    const notes = findings.notes();
    if (notes.length === 0) return;
    const at = notes.indexOf(document.activeElement.closest(".note") ?? findings.last);
    findings.go(at < 0 ? notes[by > 0 ? 0 : notes.length - 1] : notes[(at + by + notes.length) % notes.length]);
  },
  async openRule(link) {
    const dialog = document.querySelector("dialog.rule");
    const here = document.getElementById(new URL(link.href).hash.slice(1));
    let content = here?.innerHTML;
    if (content === undefined) {
      const answer = await fetch(link.href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      content = page.querySelector("main").innerHTML;
    }
    const form = '<form method="dialog"><button autofocus>×</button></form>';
    dialog.innerHTML = form + content;
    dialog.querySelector("button").setAttribute("aria-label", dialog.dataset.close);
    dialog.showModal();
  },
};
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.code");
  const button = event.target.closest("button[data-step]");
  const mark = event.target.closest("mark[data-for]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    findings.openRule(link);
  } else if (button) findings.step(Number(button.dataset.step));
  else if (mark) findings.go(document.getElementById(mark.dataset.for));
  else if (event.target.matches("dialog.rule")) event.target.close();
});
document.addEventListener("focusin", (event) => {
  findings.last = event.target.closest(".note") ?? findings.last;
  findings.show(event.target);
});
document.addEventListener("keydown", (event) => {
  const off = document.querySelector("[name=keys]:not(:checked)") ?? document.querySelector("dialog[open]");
  const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), select, textarea");
  if (event.ctrlKey || event.altKey || event.metaKey || typing || off) return;
  if (event.key === "j") findings.step(1);
  else if (event.key === "k") findings.step(-1);
  else if (event.key === "/") {
    event.preventDefault();
    document.querySelector("[type=search]").focus();
  }
});
