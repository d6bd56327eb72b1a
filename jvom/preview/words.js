"use strict";
// Finds words in the text of elements, as they are typed or printed, and marks them without changing the page.
const words = {
  // Printed and typed forms of the same character; what is "" is left out.
  forms: new Map([["\u00a0", " "], ["\u202f", " "], ["\n", " "], ["\u00ad", ""], ["*", ""], ["“", '"'], ["”", '"'], ["„", '"'],
    ["‘", "'"], ["’", "'"], ["\u2011", "-"]]),
  special: /[\u00a0\u202f\n\u00ad*“”„‘’\u2011]| {2}/,
  texts: new WeakMap(),

  // The text in one form, and where each of its characters was; no places when each is where it was.
  plain(text) {
    const low = text.toLowerCase();
    if (low.length === text.length && !words.special.test(text)) return { made: low, places: null };
    let made = "";
    const places = [];
    for (let at = 0; at < text.length; at += 1) {
      const character = words.forms.get(text[at]) ?? text[at].toLowerCase();
      if (character === "" || (character === " " && made.endsWith(" "))) continue;
      made += character[0];
      places.push(at);
    }
    return { made, places };
  },

  // The characters of an element, without the findings that were put into it. They are read once: an element
  // whose words change is replaced.
  textOf(element) {
    const known = words.texts.get(element);
    if (known) return known;
    const nodes = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_ALL, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      return node.classList?.contains("notes") && node.tagName === "UL" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    });
    let text = "";
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, start: text.length });
      text += walker.currentNode.data;
    }
    const read = { nodes, ...words.plain(text) };
    words.texts.set(element, read);
    return read;
  },

  // A static one: a browser would adapt each of thousands of others to each change of the page.
  range({ nodes, places }, from, to) {
    const [first, last] = places ? [places[from], places[to - 1]] : [from, to - 1];
    const [start, end] = [first, last].map((place) => nodes.findLast((each) => each.start <= place));
    return new StaticRange({
      startContainer: start.node, startOffset: first - start.start, endContainer: end.node, endOffset: last - end.start + 1,
    });
  },

  live(range) {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live;
  },

  // All places of some words in an element, or the first.
  find(element, searched, onlyFirst = false) {
    const wanted = words.plain(searched.trim()).made;
    const found = [];
    if (wanted === "") return found;
    const text = words.textOf(element);
    for (let at = text.made.indexOf(wanted); at >= 0; at = text.made.indexOf(wanted, at + wanted.length)) {
      found.push(words.range(text, at, at + wanted.length));
      if (onlyFirst) break;
    }
    return found;
  },

  mark(name, ranges) {
    if (CSS.highlights) {
      const marked = new Highlight();
      for (const range of ranges) marked.add(range);
      CSS.highlights.set(name, marked);
    } else if (ranges.length && (name === "current" || name === "here")) { // older browsers select what is meant
      getSelection().removeAllRanges();
      getSelection().addRange(words.live(ranges[0]));
    }
  },
};
