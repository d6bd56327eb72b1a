"use strict";
// What is folded is open on paper.
const opened = new Set();
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details:not([open])")) { opened.add(details); details.open = true; }
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened.clear();
});

function startPage() {
  const form = document.querySelector(".filters");
  const cards = [...document.querySelectorAll(".card")];
  const shown = document.querySelector(".shown");

  function filter() {
    const owner = form.elements.owner.value;
    const late = form.elements.late.checked;
    for (const card of cards) {
      const owners = JSON.parse(card.dataset.owners);
      card.hidden = (owner !== "" && !owners.includes(owner)) || (late && !card.classList.contains("is-late"));
    }
    for (const column of document.querySelectorAll(".column")) {
      column.querySelector(".count").textContent = column.querySelectorAll(".card:not([hidden])").length;
    }
    const count = cards.filter((card) => !card.hidden).length;
    shown.textContent = shown.dataset.text.replace("{shown}", count).replace("{total}", cards.length);
  }

  form.hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
}
startPage();
