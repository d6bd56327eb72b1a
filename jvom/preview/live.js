"use strict";
// Keeps the page up with the files: the bar above it, and what a tab shows.
{
  const bar = document.querySelector(".preview");
  const shown = { text: Number(document.documentElement.dataset.text ?? 0), found: Number(bar.dataset.found || -1) };
  let renewing = Promise.resolve();

  const put = (selector, html) => {
    const place = bar.querySelector(selector);
    if (place.innerHTML !== html) place.innerHTML = html;
  };

  function markTab() {
    for (const link of bar.querySelectorAll(".tabs a")) {
      if (link.pathname === location.pathname) link.setAttribute("aria-current", "page");
    }
  }

  // Findings and board: all of the page below the bar, with the choices of its form.
  async function renewPage() {
    const answer = await fetch(location.href);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const form = document.querySelector("form.filters");
    const fields = [...(form?.elements ?? [])].filter((field) => field.name);
    const chosen = fields.map(({ name, value, type, checked }) => ({ name, value, type, checked }));
    const focus = document.activeElement?.name;
    const [x, y] = [scrollX, scrollY];
    for (const part of ["body > header", "body > main"]) {
      document.querySelector(part).replaceWith(document.adoptNode(page.querySelector(part)));
    }
    const renewed = document.querySelector("form.filters");
    for (const { name, value, type, checked } of chosen) {
      const field = [...renewed.elements].find((each) => each.name === name && (type !== "checkbox" && type !== "radio" || each.value === value));
      if (!field) continue;
      if (type === "checkbox" || type === "radio") field.checked = checked;
      else if (field.tagName !== "SELECT" || [...field.options].some((option) => option.value === value)) field.value = value;
    }
    startPage();
    if (focus) renewed.elements[focus]?.focus?.({ preventScroll: true });
    scrollTo(x, y);
  }

  async function renew(news) {
    const { renewText, renewFindings } = window.shownDocument ?? {};
    if (renewText && news.text !== shown.text) {
      await renewText();
      shown.text = news.text;
    }
    if (news.found !== shown.found) {
      if (renewFindings) await renewFindings();
      else if (window.startPage) await renewPage();
      shown.found = news.found;
    }
  }

  function hear(event) {
    const news = JSON.parse(event.data);
    if (news.run !== bar.dataset.run) return location.reload(); // another program at the same address
    if (location.pathname === "/" && news.text > 0) return location.reload();
    put(".tabs", news.tabs);
    put(".state", news.state);
    put(".problems", news.problems);
    bar.classList.toggle("broken", news.broken);
    markTab();
    renewing = renewing.then(() => renew(news)).catch((error) => {
      console.error(error);
      shown.found = -1; // the next news brings all again
    });
  }

  // A browser opens only so many connections: a tab that nobody sees does without.
  let source;
  function listen() {
    source?.close();
    if (document.hidden) return;
    source = new EventSource("/nieuws");
    source.addEventListener("message", hear);
    source.addEventListener("error", () => { put(".state", bar.dataset.stopped); });
  }
  document.addEventListener("visibilitychange", listen);
  listen();
}
