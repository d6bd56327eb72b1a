"use strict";
// A document: its parts are renewed when they change, its findings stand beside them, and it can be searched.
{
  const root = document.documentElement;
  const address = `/stuk/${root.dataset.name}`;
  const article = document.querySelector("article");
  const form = document.querySelector(".tools");
  const MANY = 200; // parts; of a longer document only those in sight are laid out
  const MOMENT = 50; // milliseconds of work at a time, so that the page stays usable

  // --- the text -------------------------------------------------------------------------------

  // An element without the lines that it was typed on: those change when a line above it does.
  const looks = (element) => element.outerHTML.replace(/ data-lines="[^"]*"/g, "");

  function copyLines(from, to) {
    const [olds, news] = [to, from].map((each) => [each, ...each.querySelectorAll("[data-lines]")]);
    olds.forEach((old, at) => { if (old.dataset.lines) old.dataset.lines = news[at].dataset.lines; });
  }

  function cleaned(part) {
    for (const fresh of part.querySelectorAll(".fresh")) {
      fresh.classList.remove("fresh");
      if (!fresh.classList.length) fresh.removeAttribute("class");
    }
    return [...part.children];
  }

  // Makes a part as it is now, and leaves the elements that stay the same where they are.
  function renewPart(part, html) {
    const made = document.createElement("template");
    made.innerHTML = html;
    const olds = cleaned(part);
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
    const before = last ? olds[olds.length - last] : null;
    for (const fresh of news.slice(first, news.length - last)) {
      fresh.classList.add("fresh");
      part.insertBefore(fresh, before);
    }
  }

  const elementsOf = (part) => [...part.children].filter((each) => !each.matches("ul.notes"));

  // Where the reader is: the first element of the text that the window shows below the bar, or below an edge.
  function place(below = 0) {
    const edge = Math.max(below, document.querySelector(".preview").getBoundingClientRect().bottom);
    const parts = [...article.children];
    let [low, high] = [0, parts.length - 1];
    while (low < high) { // parts follow one another
      const middle = (low + high) >> 1;
      if (parts[middle].getBoundingClientRect().bottom <= edge) low = middle + 1;
      else high = middle;
    }
    const part = parts[low];
    if (!part) return null;
    const elements = elementsOf(part);
    const at = Math.max(0, elements.findIndex((each) => each.getBoundingClientRect().bottom > edge));
    const element = elements[at] ?? part;
    return { element, key: part.dataset.part, at, top: element.getBoundingClientRect().top };
  }

  // Does something to the text, and keeps the place of the reader.
  function inPlace(change) {
    const before = scrollY > 0 ? place() : null;
    root.style.overflowAnchor = "none"; // the browser would correct what is corrected here
    change();
    if (before) {
      let { element } = before;
      if (!element.isConnected) {
        const part = [...article.children].find((each) => each.dataset.part === before.key);
        const elements = part ? elementsOf(part) : [];
        element = elements[Math.min(before.at, elements.length - 1)] ?? part;
      }
      if (element) scrollBy({ top: element.getBoundingClientRect().top - before.top, behavior: "instant" });
    }
    requestAnimationFrame(() => requestAnimationFrame(() => { root.style.overflowAnchor = ""; }));
  }

  async function renewText() {
    const answer = await fetch(`${address}/delen?sinds=${root.dataset.text}`);
    if (answer.status === 404) return location.assign("/"); // the dossier has this document no more
    const renewed = await answer.json();
    const focus = document.activeElement.id;
    inPlace(() => {
      const parts = new Map([...article.children].map((part) => [part.dataset.part, part]));
      const changed = renewed.parts.filter(({ html }) => html !== undefined).map(({ key }) => parts.get(key)).filter(Boolean);
      const touched = new Set(changed.flatMap(filesOf));
      for (const path of touched) removeNotes(path);
      let previous = null;
      for (const { key, html } of renewed.parts) {
        let part = parts.get(key);
        parts.delete(key);
        if (!part) {
          part = document.createElement("div");
          part.className = "part";
          part.dataset.part = key;
        }
        if (html !== undefined) {
          renewPart(part, html);
          for (const path of filesOf(part)) touched.add(path);
        }
        const next = previous ? previous.nextElementSibling : article.firstElementChild;
        if (next !== part) article.insertBefore(part, next);
        previous = part;
      }
      for (const gone of parts.values()) gone.remove();
      article.classList.toggle("long", article.children.length > MANY);
      for (const path of touched) placeNotes(path);
      markWords();
    });
    const contents = document.querySelector(".contents ul");
    if (contents.innerHTML !== renewed.contents) contents.innerHTML = renewed.contents;
    document.title = renewed.title;
    root.dataset.text = renewed.text;
    showPlace();
    search();
    if (focus && document.activeElement === document.body) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  // Marks in the contents where the reader is.
  function showPlace() {
    const contents = document.querySelector(".contents");
    const edge = parseFloat(getComputedStyle(root).scrollPaddingTop) + 16; // just below a heading that was gone to
    let part = place(edge)?.element.closest(".part");
    let link = null;
    for (; part && !link; part = part.previousElementSibling) {
      link = contents.querySelector(`a[href="#${CSS.escape(root.dataset.name)}.${CSS.escape(part.dataset.part)}"]`);
    }
    const before = contents.querySelector("[aria-current]");
    if (before === link) return;
    before?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    if (!link || getComputedStyle(contents).position !== "sticky") return;
    const [box, inside] = [contents, link].map((each) => each.getBoundingClientRect());
    if (inside.top < box.top) contents.scrollTop += inside.top - box.top - 40;
    else if (inside.bottom > box.bottom) contents.scrollTop += inside.bottom - box.bottom + 40;
  }

  let isWaiting = false;
  addEventListener("scroll", () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      showPlace();
    });
  }, { passive: true });

  // --- the findings ---------------------------------------------------------------------------

  const findingsOf = new Map(); // by file
  const notesOf = new Map(); // by file: the lists beside its text, the marked elements, the words
  const wordsOf = new Map(); // by the id of a note
  let numberFound = 0;

  const filesOf = (part) => [...new Set([...part.querySelectorAll("[data-source]")].map((each) => each.dataset.source))];

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

  function removeNotes(path) {
    const { lists = [], marked = [] } = notesOf.get(path) ?? {};
    for (const each of lists) each.remove();
    for (const each of marked) {
      each.classList.remove("marked");
      if (!each.classList.length) each.removeAttribute("class");
    }
    notesOf.delete(path);
  }

  function placeNotes(path) {
    removeNotes(path);
    const found = findingsOf.get(path) ?? [];
    if (!found.length || !form.elements.findings.checked) return;
    const places = [...article.querySelectorAll(`[data-source="${CSS.escape(path)}"]`)].map((element) => {
      const [first, last] = element.dataset.lines.split("-").map(Number);
      return { element, first, last };
    });
    if (!places.length) return;
    const made = { lists: [], marked: [], error: [], warning: [], info: [] };
    const lists = new Map();
    for (const { line, words: typed, severity, html } of found) {
      const { element } = typedOn(places, line);
      const [parent, before] = beside(element);
      const key = before ?? parent;
      let list = lists.get(key);
      if (!list) {
        list = document.createElement("ul");
        list.className = "notes";
        list.lang = root.lang;
        list.setAttribute("aria-label", root.dataset.beside);
        lists.set(key, list);
        made.lists.push(list);
        parent.insertBefore(list, before);
      }
      list.insertAdjacentHTML("beforeend", html);
      const [range] = typed ? words.find(element, typed, true) : [];
      if (range) made[severity].push(range);
      if (!range || !CSS.highlights) {
        element.classList.add("marked");
        made.marked.push(element);
      }
      wordsOf.set(list.lastElementChild.id, range ? [range] : []);
    }
    notesOf.set(path, made);
  }

  function markWords() {
    for (const severity of ["info", "warning", "error"]) {
      words.mark(severity, [...notesOf.values()].flatMap((made) => made[severity]));
    }
  }

  // Places the findings of these files, the browser being free now and then.
  async function placeAll(paths) {
    const focus = document.activeElement.closest?.(".note")?.id;
    let begun = performance.now();
    for (const path of paths) {
      placeNotes(path);
      if (performance.now() - begun > MOMENT) {
        await new Promise((go) => { setTimeout(go); });
        begun = performance.now();
      }
    }
    markWords();
    if (focus && document.activeElement === document.body) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  async function renewFindings() {
    const answer = await fetch(`${address}/bevindingen?sinds=${numberFound}`);
    if (!answer.ok) return;
    const { found, files } = await answer.json();
    const paths = Object.keys(files);
    for (const path of paths) findingsOf.set(path, files[path]);
    numberFound = found;
    if (paths.length > MANY) await placeAll(paths);
    else inPlace(() => { placeAll(paths); });
  }

  document.addEventListener("focusin", (event) => {
    const note = event.target.closest(".note");
    words.mark("here", (note && wordsOf.get(note.id)) ?? []);
  });

  // --- search ---------------------------------------------------------------------------------

  let found = [];
  let at = -1;

  function search() {
    const searched = form.elements.words.value;
    found = searched.trim() === "" ? [] : [...article.children].flatMap(elementsOf).flatMap((each) => words.find(each, searched));
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
  form.elements.findings.addEventListener("change", () => placeAll([...findingsOf.keys()]));

  article.classList.toggle("long", article.children.length > MANY);
  window.shownDocument = { renewText, renewFindings };
}
