/* Pages of ours in the shapes that news sites, agencies' archives, ministries and weblogs give their articles. */

const PARAGRAPHS = [
  "The upland board said on Monday that no gate would be opened before the level is agreed, a position it has held since the first meeting, when both delegations left the hall without a word.",
  "“No gate opens without us,” Ana Ruiz, the board’s envoy, told reporters after four hours of talks. The town’s delegation did not answer questions.",
  "Observers note that the two sides have met four times since the spring, and that each meeting has ended with a statement that says less than the last.",
  "The town insists that its offer of 4 May was complete: two gates in June, a third when the harvest is in, and a joint office at the weir for as long as both want it.",
  "A fifth meeting is planned for the first week of July. Neither side would say where, and the mediators asked for patience.",
];

const body = (n) =>
  Array.from(
    { length: 4 + (n % 3) },
    (_, i) => `${PARAGRAPHS[(n + i) % PARAGRAPHS.length]} Item ${n}.${i} of the report.`,
  );
const links = (n, words) =>
  Array.from({ length: n }, (_, i) => `<li><a href="/x/${i}">${words} ${i + 1}</a></li>`).join("");
const nav = `<nav><ul>${links(8, "Section")}</ul></nav>`;
const footer = `<footer><ul>${links(6, "About us")}</ul><p>© 2026 The Weir. All rights reserved.</p></footer>`;
const ps = (parts) => parts.map((p) => `<p>${p}</p>`).join("\n");
const page = (inner) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The gates stay shut | The Weir</title></head><body>${inner}</body></html>`;

const SHAPES = {
  article: (parts) =>
    page(
      `${nav}<main><article><h1>The gates stay shut</h1><p class="byline">By R. Kell, 4 May 2026</p>${ps(parts)}</article></main>${footer}`,
    ),
  "divs without an article": (parts) =>
    page(
      `<div class="top">${nav}</div><div id="content"><h1>The gates stay shut</h1><div class="text">${ps(parts)}</div></div><div class="footer">${footer}</div>`,
    ),
  "related links inside": (parts) =>
    page(
      `${nav}<article><h1>The gates stay shut</h1>${ps(parts.slice(0, 2))}<aside class="related"><h3>Read more</h3><ul>${links(4, "Earlier on the weir")}</ul></aside>${ps(parts.slice(2))}</article>${footer}`,
    ),
  "long comments": (parts) =>
    page(
      `${nav}<article><h1>The gates stay shut</h1>${ps(parts)}</article><section id="comments" class="comments"><h2>12 comments</h2>${ps(Array.from({ length: 12 }, (_, i) => `I do not think so (${i}).`))}</section>${footer}`,
    ),
  "table layout": (parts) =>
    page(
      `<table><tr><td colspan="2">${nav}</td></tr><tr><td><ul>${links(10, "Archive of year")}</ul></td><td><h1>The gates stay shut</h1>${ps(parts)}</td></tr></table>`,
    ),
  "lines broken by br": (parts) =>
    page(`<h1>The gates stay shut</h1><div class="release">${parts.join("<br><br>")}</div>${footer}`),
};

/** Pages and the text of their articles. */
export const ownPages = Object.entries(SHAPES).flatMap(([shape, make]) =>
  [0, 1, 2].map((n) => {
    const parts = body(n);
    return { id: `${shape} ${n}`, html: new TextEncoder().encode(make(parts)), body: parts.join("\n") };
  }),
);
