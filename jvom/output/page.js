"use strict";
const rank = { error: 0, warning: 1, info: 2 };

function startPage() {
  const form = document.querySelector(".filters");
  const texts = document.querySelector(".texts");
  const rows = [...document.querySelectorAll(".row")].map((row, place) => ({
    row,
    place,
    section: row.closest("section"),
    notes: [...row.querySelectorAll(".note")],
    words: row.textContent.toLowerCase(),
  }));
  const total = document.querySelectorAll(".note").length;

  function chosen(name) {
    return new Set([...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
  }

  function filter() {
    const severities = chosen("severity");
    const documents = chosen("document");
    const rule = form.elements.rule?.value ?? "";
    const owner = form.elements.owner?.value ?? "";
    const searched = form.elements.search.value.trim().toLowerCase();
    const bySeverity = form.elements.order.value === "severity";
    let count = 0;
    for (const each of rows) {
      const kind = each.section.dataset.document;
      const inside = kind === "" || documents.has(kind);
      each.worst = 3;
      for (const note of each.notes) {
        const { severity, rule: code, owners } = note.dataset;
        note.hidden = !(inside && severities.has(severity) && (rule === "" || rule === code)
          && (owner === "" || JSON.parse(owners).includes(owner)) && (searched === "" || each.words.includes(searched)));
        for (const mark of findings.marksOf(note)) mark.classList.toggle("off", note.hidden);
        if (!note.hidden) {
          count += 1;
          each.worst = Math.min(each.worst, rank[severity]);
        }
      }
      const asked = each.worst < 3 || (rule === "" && owner === "" && !bySeverity
        && (searched === "" || each.words.includes(searched)));
      each.row.hidden = !(inside && asked);
    }
    order(bySeverity);
    const output = form.querySelector(".shown");
    output.textContent = output.dataset.text.replace("{shown}", count).replace("{total}", total);
  }

  function order(bySeverity) {
    const wasBySeverity = texts.classList.contains("by-severity");
    texts.classList.toggle("by-severity", bySeverity);
    if (bySeverity) {
      const sorted = rows.filter((each) => !each.row.hidden).sort((a, b) => a.worst - b.worst || a.place - b.place);
      texts.append(...sorted.map((each) => each.row));
    } else if (wasBySeverity) { // What is moved loses the focus.
      for (const each of rows) each.section.append(each.row);
    }
    for (const section of texts.querySelectorAll("section")) {
      section.hidden = bySeverity || !section.querySelector(".row:not([hidden])");
    }
  }

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
}
startPage();
