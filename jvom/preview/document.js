"use strict";
// A document: its parts are renewed when they change, its findings stand beside them, and it can be searched.
{
  const root = document.documentElement;
  const address = `/stuk/${root.dataset.name}`;
  const article = document.querySelector("article");
  const form = document.querySelector(".tools");
  let list = [];

  // --- the text -------------------------------------------------------------------------------

  // An element without the lines that it was typed on: those change when a line above it does.
  const looks = (element) => element.outerHTML.replace(/ data-lines="[^"]*"/g, "");

  function removeNotes(part) {
    for (const notes of part.querySelectorAll("ul.notes")) notes.remove();
    for (const marked of part.querySelectorAll(".marked")) marked.classList.remove("marked");
    for (const fresh of part.querySelectorAll(".fresh")) fresh.classList.remove("fresh");
    for (const blank of part.querySelectorAll('[class=""]')) blank.removeAttribute("class");
  }

  function copyLines(from, to) {
    const [olds, news] = [to, from].map((each) => [each, ...each.querySelectorAll("[data-lines]")]);
    olds.forEach((old, at) => { if (old.dataset.lines) old.dataset.lines = news[at].dataset.lines; });
  }

  // Makes a part as it is now, and leaves the elements that stay the same where they are.
  function renewPart(part, html) {
    const made = document.createElement("template");
    made.innerHTML = html;
    removeNotes(part);
    const olds = [...part.children];
    const news = [...made.content.children];
    const [oldLooks, newLooks] = [olds.map(looks), news.map(looks)];
    let first = 0;
    while (first < olds.length && first < news.length && oldLooks[first] === newLooks[first]) first += 1;
    let last = 0;
    while (last < Math.min(olds.length, news.length) - first
      && oldLooks[olds.length - 1 - last] === newLooks[news.length - 1 - last]) last += 1;
    olds.forEach((old, at) => {
      if (at < first) copyLines(news[at], old);
      else if (at >= olds.length - last) copyLines(news[at + news.length - olds.length], old);
      else old.remove();
    });
    const fresh = news.slice(first, news.length - last);
    const before = olds[olds.length - last];
    for (const each of fresh) {
      each.classList.add("fresh");
      part.insertBefore(each, last ? before : null);
    }
  }

  // Where the reader is: the first element of the text that the window shows.
  function place() {
    const edge = document.querySelector(".preview").getBoundingClientRect().bottom;
    for (const part of article.children) {
      if (part.getBoundingClientRect().bottom <= edge) continue;
      const elements = [...part.children].filter((each) => !each.matches("ul.notes"));
      const at = elements.findIndex((each) => each.getBoundingClientRect().bottom > edge);
      const element = elements[Math.max(at, 0)] ?? part;
      return { element, key: part.dataset.part, at: Math.max(at, 0), top: element.getBoundingClientRect().top };
    }
    return null;
  }

  function goBack(before) {
    if (!before || scrollY === 0) return;
    let { element } = before;
    if (!element.isConnected) {
      const part = [...article.children].find((each) => each.dataset.part === before.key);
      const elements = [...(part?.children ?? [])].filter((each) => !each.matches("ul.notes"));
      element = elements[Math.min(before.at, elements.length - 1)] ?? part;
    }
    if (element) scrollBy({ top: element.getBoundingClientRect().top - before.top, behavior: "instant" });
  }

  async function renewText() {
    const answer = await fetch(`${address}/delen?sinds=${root.dataset.text}`);
    if (answer.status === 404) return location.assign("/"); // the dossier has this document no more
    const renewed = await answer.json();
    const before = place();
    const focus = document.activeElement.id;
    const parts = new Map([...article.children].map((part) => [part.dataset.part, part]));
    for (const { key, html } of renewed.parts) {
      let part = parts.get(key);
      parts.delete(key);
      if (!part) {
        part = document.createElement("div");
        part.className = "part";
        part.dataset.part = key;
      }
      if (html !== undefined) renewPart(part, html);
      article.append(part);
    }
    for (const gone of parts.values()) gone.remove();
    const contents = document.querySelector(".contents ul");
    if (contents.innerHTML !== renewed.contents) contents.innerHTML = renewed.contents;
    document.title = renewed.title;
    root.dataset.text = renewed.text;
    placeNotes();
    search();
    if (focus && document.activeElement === document.body) document.getElementById(focus)?.focus({ preventScroll: true });
    goBack(before);
  }

  // --- the findings ---------------------------------------------------------------------------

  function byFile() {
    const found = new Map();
    for (const element of article.querySelectorAll("[data-source]")) {
      const [first, last] = element.dataset.lines.split("-").map(Number);
      const file = found.get(element.dataset.source) ?? [];
      file.push({ element, first, last });
      found.set(element.dataset.source, file);
    }
    return found;
  }

  // The element that was typed on a line; else the last one above it, or the first of the file.
  function typedOn(places, line) {
    const inside = places.filter((each) => each.first <= line && line <= each.last);
    const narrow = inside.sort((a, b) => (a.last - a.first) - (b.last - b.first))[0];
    return narrow ?? places.findLast((each) => each.first <= line) ?? places[0];
  }

  function beside(element) {
    const item = element.closest("li");
    if (item && article.contains(item)) return [item, item.firstChild];
    let block = element;
    while (!block.parentElement.matches(".part, section.notes")) block = block.parentElement;
    return [block.parentElement, block];
  }

  function placeNotes() {
    const showing = form.elements.findings.checked;
    const focus = document.activeElement.closest?.(".note")?.id;
    for (const part of article.children) {
      for (const notes of part.querySelectorAll("ul.notes")) notes.remove();
      for (const marked of part.querySelectorAll(".marked")) marked.classList.remove("marked");
    }
    const files = byFile();
    const marks = { error: [], warning: [], info: [] };
    const lists = new Map();
    for (const { path, line, words: typed, severity, html } of showing ? list : []) {
      const places = files.get(path);
      if (!places) continue;
      const { element } = typedOn(places, line);
      const [parent, before] = beside(element);
      const key = before ?? parent;
      let notes = lists.get(key);
      if (!notes) {
        notes = document.createElement("ul");
        notes.className = "notes";
        notes.lang = root.lang;
        notes.setAttribute("aria-label", root.dataset.beside);
        lists.set(key, notes);
        parent.insertBefore(notes, before);
      }
      notes.insertAdjacentHTML("beforeend", html);
      const ranges = typed ? words.find(element, typed) : [];
      if (ranges.length) marks[severity].push(ranges[0]);
      else element.classList.add("marked");
      shown.set(notes.lastElementChild.id, { element, ranges: ranges.slice(0, 1) });
    }
    for (const [severity, ranges] of Object.entries(marks)) words.mark(severity, ranges);
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }
  const shown = new Map();

  async function renewFindings() {
    const answer = await fetch(`${address}/bevindingen`);
    if (!answer.ok) return;
    list = await answer.json();
    const before = place();
    placeNotes();
    goBack(before);
  }

  document.addEventListener("focusin", (event) => {
    const note = event.target.closest(".note");
    words.mark("here", (note && shown.get(note.id)?.ranges) ?? []);
  });

  // --- search ---------------------------------------------------------------------------------

  let found = [];
  let at = -1;

  function search() {
    found = [...article.children].flatMap((part) => [...part.children])
      .filter((each) => !each.matches("ul.notes"))
      .flatMap((each) => words.find(each, form.elements.words.value));
    at = Math.min(at, found.length - 1);
    words.mark("searched", found);
    tell();
  }

  function tell() {
    words.mark("current", found[at] ? [found[at]] : []);
    const searched = form.elements.words.value.trim() !== "";
    const said = root.dataset.found.replace("{at}", at + 1).replace("{count}", found.length);
    form.querySelector(".found").textContent = !searched ? "" : found.length ? said : root.dataset.nothing;
  }

  function goTo(next) {
    if (found.length === 0) return;
    at = (next + found.length) % found.length;
    found[at].startContainer.parentElement.scrollIntoView({ block: "center" });
    tell();
  }

  form.elements.words.addEventListener("input", () => {
    at = -1;
    search();
    goTo(0);
  });
  form.elements.words.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      goTo(at + (event.shiftKey ? -1 : 1));
    }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.findings.addEventListener("change", placeNotes);

  window.shownDocument = { renewText, renewFindings };
}
