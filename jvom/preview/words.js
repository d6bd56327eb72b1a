"use strict";
// Finds words in the text of elements, as they are typed or printed, and marks them without changing the page.
const words = {
  // Printed and typed forms of the same character; what is "" is left out.
  forms: new Map([["\u00a0", " "], ["\u202f", " "], ["\n", " "], ["\u00ad", ""], ["*", ""], ["“", '"'], ["”", '"'], ["„", '"'],
    ["‘", "'"], ["’", "'"], ["\u2011", "-"]]),

  plain(text) {
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

  // The characters of an element, without the findings that were put into it.
  textOf(element) {
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
    return { nodes, text, ...words.plain(text) };
  },

  range({ nodes, places }, from, to) {
    const at = (place) => {
      const { node, start } = nodes.findLast((each) => each.start <= place);
      return [node, place - start];
    };
    const range = document.createRange();
    range.setStart(...at(places[from]));
    const [node, offset] = at(places[to - 1]);
    range.setEnd(node, offset + 1);
    return range;
  },

  // All places of some words in an element.
  find(element, searched) {
    const wanted = words.plain(searched.trim()).made;
    const found = [];
    if (wanted === "") return found;
    const text = words.textOf(element);
    for (let at = text.made.indexOf(wanted); at >= 0; at = text.made.indexOf(wanted, at + wanted.length)) {
      found.push(words.range(text, at, at + wanted.length));
    }
    return found;
  },

  mark(name, ranges) {
    if (!CSS.highlights) return;
    if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights.delete(name);
  },
};
