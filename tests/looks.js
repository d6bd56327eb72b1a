// What the scripts that look at a page share: the contrast of its words (WCAG 2.2, 1.4.3), and its frame.
const colour = (text) => text.match(/[\d.]+/g).map(Number);
const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
  .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const ground = (element) => {
  for (let each = element; each; each = each.parentElement) {
    const found = colour(getComputedStyle(each).backgroundColor);
    if (found.length < 4 || found[3] > 0) return found;
  }
  return [255, 255, 255];
};
const contrast = (element) => {
  const [a, b] = [light(colour(getComputedStyle(element).color)), light(ground(element))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};
const hasWords = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
const frame = () => ({
  loaded: performance.getEntriesByType("resource").length,
  wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  width: innerWidth,
  dark: matchMedia("(prefers-color-scheme: dark)").matches,
});
