// Checks what a browser has to fetch, compressed, against a budget: the first page, and each screen beyond it.
import { readFileSync } from "node:fs";
import process from "node:process";
import { gzipSync } from "node:zlib";

/** Kilobytes of JavaScript and CSS, compressed by gzip at level 9. Fonts come when a script needs them, and are not counted. */
const BUDGET = {
  first: 260,
  screen: 60,
  // The forms bring the schema of the case, the text form an editor beside it: each comes when it is opened.
  "src/edit/object-form.tsx": 100,
  "src/edit/text-editor.tsx": 220,
  // It comes after its page, which counts with it.
  "src/packages/frontier-plot.tsx": 70,
  // It reads the text form, as the forms do.
  "src/text/text-page.tsx": 100,
};

const dist = "packages/web/dist/";
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, "utf8"));
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry && key.endsWith(".html"));
const weight = new Map();
const kilobytes = (file) => {
  if (!weight.has(file)) weight.set(file, gzipSync(readFileSync(dist + file), { level: 9 }).length / 1000);
  return weight.get(file);
};

/** The files that a chunk and all it imports at once consist of. */
function filesOf(key, seen = new Set(), files = new Set()) {
  if (seen.has(key)) return files;
  seen.add(key);
  const chunk = manifest[key];
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const other of chunk.imports ?? []) filesOf(other, seen, files);
  return files;
}

const sum = (files) => [...files].reduce((total, file) => total + kilobytes(file), 0);
const first = filesOf(entry);
const rows = [["first page", sum(first), BUDGET.first]];
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry) continue;
  const own = [...filesOf(key)].filter((file) => !first.has(file));
  rows.push([key, sum(own), BUDGET[key] ?? BUDGET.screen]);
}
rows.sort((a, b) => b[1] - a[1]);
for (const [name, size, limit] of rows)
  process.stdout.write(`${size.toFixed(1).padStart(7)} kB of ${limit}  ${name}\n`);
const over = rows.filter(([, size, limit]) => size > limit);
if (over.length > 0) {
  for (const [name, size, limit] of over)
    process.stderr.write(
      `${name} is ${size.toFixed(1)} kB, over its budget of ${limit} kB: load what it does not need at once later, or raise the budget in scripts/bundle-budget.mjs and say why.\n`,
    );
  process.exitCode = 1;
}
