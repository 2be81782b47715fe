/*
 * Taking the article out of a web page, beside Readability alone on linkedom: F1 of four-word shingles and milliseconds
 * a page, as the article extraction benchmark of Scrapinghub counts them (precision and recall of the bag of shingles,
 * a page at a time, then their means over the pages).
 *
 *     npm run build && node bench/record/extract.js [FOLDER]
 *
 * FOLDER: `ground-truth.json` (`{ID: {articleBody}}`) and `html/ID.html` or `html/ID.html.gz`. Without it: the pages of
 * ours below, few and made by us, which say that nothing broke and nothing about the web.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { clean } from "@parley/record";
import { parseHTML } from "linkedom";
import { summary } from "../made-case.js";
import { ownPages } from "./own-pages.js";

const folder = process.argv[2];
const pages = folder === undefined ? ownPages : fromFolder(folder);

function fromFolder(path) {
  const truth = JSON.parse(readFileSync(join(path, "ground-truth.json"), "utf8"));
  return Object.entries(truth).flatMap(([id, { articleBody }]) => {
    const plain = join(path, "html", `${id}.html`);
    const packed = `${plain}.gz`;
    if (!existsSync(plain) && !existsSync(packed)) return [];
    const html = existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(packed));
    return [{ id, html: new Uint8Array(html), body: articleBody }];
  });
}

/** Four-word shingles and how often each is there. A text with fewer words is one shingle. */
function shingles(text) {
  const words = text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const bag = new Map();
  const count = words.length === 0 ? 0 : Math.max(1, words.length - 3);
  for (let i = 0; i < count; i++) {
    const key = words.slice(i, i + 4).join(" ");
    bag.set(key, (bag.get(key) ?? 0) + 1);
  }
  return bag;
}

function score(truth, found) {
  const [a, b] = [shingles(truth), shingles(found)];
  let both = 0;
  for (const [key, n] of b) both += Math.min(n, a.get(key) ?? 0);
  const size = (bag) => [...bag.values()].reduce((sum, n) => sum + n, 0);
  const precision = size(b) === 0 ? (size(a) === 0 ? 1 : 0) : both / size(b);
  const recall = size(a) === 0 ? 1 : both / size(a);
  return { precision, recall };
}

/** What is asked of a reader is the body: title and byline are told apart and left out, as the ground truth has it. */
const readers = {
  parley: ({ html }) => {
    const document = clean(html, { mediaType: "text/html" });
    return document.blocks
      .filter(({ type }) => type !== "title" && type !== "byline" && type !== "caption")
      .map(({ range }) => document.text.slice(...range))
      .join("\n");
  },
  "readability alone": ({ html }) => {
    const { document } = parseHTML(new TextDecoder().decode(html));
    return new Readability(document).parse()?.textContent ?? "";
  },
};

console.log(`${pages.length} pages${folder === undefined ? " of ours" : ""}`);
console.log("reader | precision | recall | F1 | ms a page (median, most) | failed");
for (const [name, read] of Object.entries(readers)) {
  const times = [];
  const scores = [];
  let failed = 0;
  for (const page of pages) {
    const start = performance.now();
    let found = "";
    try {
      found = read(page);
    } catch {
      failed += 1;
    }
    times.push(performance.now() - start);
    scores.push(score(page.body, found));
  }
  const mean = (field) => scores.reduce((sum, one) => sum + one[field], 0) / scores.length;
  const [precision, recall] = [mean("precision"), mean("recall")];
  const { median, most } = summary(times);
  const f1 = (2 * precision * recall) / (precision + recall);
  console.log(
    `${name} | ${precision.toFixed(3)} | ${recall.toFixed(3)} | ${f1.toFixed(3)} | ${median.toFixed(0)}, ${most.toFixed(0)} | ${failed}`,
  );
}
