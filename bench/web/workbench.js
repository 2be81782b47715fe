/*
 * The workbench in a real Chromium: how long until what was asked for can be seen. The example, and a case of 200
 * documents, 5,000 claims and 40 parties × 60 issues. Medians; limits: first page 2 s, anything done by hand 100 ms.
 *
 *     npm run build && node bench/web/workbench.js
 *
 * There is no peer: no other workbench of this kind is known to us.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { redamage } from "@parley/record";
import { startServer } from "@parley/server";
import { createCase } from "@parley/store";
import { chromium } from "playwright-core";
import { findChromium } from "../../scripts/chromium.mjs";
import { article } from "../long-article.js";
import { madeCase } from "../made-case.js";

const ROUNDS = 7;
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
const { objects, blobs } = madeCase({ documents: 200, claims: 5000, parties: 40, issues: 60 });
const file = createCase(join(folder, "large.parley"), { by: "RK", title: "Large" });
for (const bytes of blobs) file.putBlob(bytes);
file.change(
  { by: "RK", why: "made" },
  objects.map((value) => ({
    kind: value.kind,
    id: value.id,
    value: value.kind === "claim" ? { ...value, review: { state: "proposed" } } : value,
  })),
);
file.close();
// The same with disputes, events and gaps, all of it reviewed.
const disputed = madeCase({ documents: 200, claims: 5000, disputed: true });
const reviewed = createCase(join(folder, "disputed.parley"), { by: "RK", title: "Disputed" });
for (const bytes of disputed.blobs) reviewed.putBlob(bytes);
reviewed.change(
  { by: "RK", why: "made" },
  disputed.objects.map((value) => {
    const { review: _, ...accepted } = value;
    return { kind: value.kind, id: value.id, value: accepted };
  }),
);
reviewed.close();
// One document of a megabyte, damaged throughout.
createCase(join(folder, "damaged.parley"), { by: "RK", title: "Damaged" }).close();
const server = await startServer({
  port: 0,
  casesDir: folder,
  examplesDir: join(root, "examples"),
  by: "RK",
});
const opened = await fetch(`${server.origin}/api/cases/open`, {
  method: "POST",
  headers: { authorization: `Bearer ${server.token}`, "content-type": "application/json" },
  body: JSON.stringify({ example: "anchorage" }),
});
if (!opened.ok) throw new Error(await opened.text());
const taken = await fetch(`${server.origin}/api/cases/damaged/documents?name=long.txt`, {
  method: "POST",
  headers: { authorization: `Bearer ${server.token}`, "content-type": "application/octet-stream" },
  body: redamage(article(1_000_000).join("\n\n")),
});
if (!taken.ok) throw new Error(await taken.text());
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ["--no-sandbox", "--disable-gpu"],
});

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const rows = [];
const report = (work, times, limit) => {
  rows.push({ work, median: median(times), most: Math.max(...times), limit });
};

async function fresh() {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${server.origin}/?token=${server.token}`);
  return page;
}

/** Milliseconds from going to an address until a selector can be seen, with nothing cached by the page. */
async function firstPage(path, selector) {
  const page = await fresh();
  const start = performance.now();
  await page.goto(`${server.origin}${path}`);
  await page.locator(selector).first().waitFor();
  const time = performance.now() - start;
  await page.context().close();
  return time;
}

/** Milliseconds from a click or key until words stand on the page, by the page's own clock, to the next frame. */
function until(page, act, words) {
  return page.evaluate(
    ([act, words]) =>
      new Promise((resolve, reject) => {
        const start = performance.now();
        const { key, click, value } = act;
        if (key !== undefined) {
          const at = document.activeElement ?? document.body;
          at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
          at.dispatchEvent(new KeyboardEvent("keyup", { key, bubbles: true, cancelable: true }));
        }
        const element = click === undefined ? null : document.querySelector(click);
        if (click !== undefined && element === null) return reject(new Error(`There is no ${click}.`));
        if (value !== undefined) {
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(element, value);
          element.dispatchEvent(new Event("input", { bubbles: true }));
        } else element?.click();
        const look = () => {
          if (document.body.innerText.includes(words)) return resolve(performance.now() - start);
          if (performance.now() - start > 20_000) return reject(new Error(`“${words}” never came.`));
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [act, words],
  );
}

/** Milliseconds from J until the card it goes to has the focus and its passage is marked in the text. */
function nextCard(page, n) {
  return page.evaluate(
    (n) =>
      new Promise((resolve, reject) => {
        const start = performance.now();
        document.body.dispatchEvent(
          new KeyboardEvent("keydown", { key: "j", bubbles: true, cancelable: true }),
        );
        const look = () => {
          const cards = [...document.querySelectorAll("article.card")];
          if (cards[n]?.contains(document.activeElement) && document.querySelector(".passage-focused"))
            return resolve(performance.now() - start);
          if (performance.now() - start > 20_000) return reject(new Error(`Card ${n} never came.`));
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    n,
  );
}

async function rounds(work, limit, run) {
  const times = [];
  for (let n = 0; n < ROUNDS; n++) times.push(await run(n));
  report(work, times, limit);
}

await rounds("example: first page (Record)", 2000, () =>
  firstPage("/c/anchorage/record", "[data-testid=document-text]"),
);
await rounds("example: first page (Packages, computed)", 2000, () =>
  firstPage("/c/anchorage/packages", ".holding-share"),
);
await rounds("large: first page (Record)", undefined, () =>
  firstPage("/c/large/record", "[data-testid=document-text]"),
);
await rounds("large: first page (Positions)", undefined, () =>
  firstPage("/c/large/positions", "[role=grid]"),
);

await rounds("damaged: first page (Record)", undefined, () =>
  firstPage("/c/damaged/record", "[data-testid=document-text]"),
);

const page = await fresh();
await page.goto(`${server.origin}/c/damaged/record`);
await page.locator("[data-testid=document-text]").waitFor();
await page.locator(".card-waiting").first().waitFor();
await rounds("damaged: next proposal", undefined, (n) => nextCard(page, n));
await page.goto(`${server.origin}/c/anchorage/record`);
await page.locator("[data-testid=document-text]").waitFor();
const SCREENS = [
  ["positions", "a red line stands against it"],
  ["deadlocks", "Where it could be cut"],
  ["packages", "What each party makes of it"],
  ["moves", "Where it can rest"],
  ["timing", "8 of 95 lasted as long"],
  ["brief", "Why there are no talks"],
];
for (const [screen, words] of SCREENS) {
  await rounds(`example: to ${screen}`, 100, async () => {
    await until(page, { click: 'a.room[href*="/record"]' }, "Add documents");
    return until(page, { click: `a.room[href*="/${screen}"]` }, words);
  });
}
await until(page, { click: 'a.room[href*="/packages"]' }, "What each party makes of it");
await rounds("example: an option chosen → the verdict", 100, (n) =>
  until(
    page,
    { click: `.builder-issue:first-child .builder-row:nth-of-type(${n % 2 === 0 ? 1 : 3}) input` },
    n % 2 === 0 ? "Not all whose consent" : "All whose consent is needed could",
  ),
);
await rounds("example: a form saved → shown", 100, async (n) => {
  await page.goto(`${server.origin}/c/anchorage/object/position/russia-land`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Interest behind it").fill(`interest ${n} of the bench`);
  return until(page, { click: '[role=dialog] button[type="submit"]' }, `interest ${n} of the bench`);
});

await page.goto(`${server.origin}/c/large/record`);
await page.locator(".card-waiting").first().waitFor();
await page.locator("body").press("j");
await rounds("large: a proposal accepted → shown", 100, async () => {
  const now = Number(/(\d+) to review/.exec(await page.getByTestId("review").innerText())?.[1]);
  return until(page, { key: "a" }, `${now - 1} to review`);
});
await rounds("large: words searched → found", 100, async (n) => {
  await page.locator("body").press("/");
  await page.locator(".search-input input, input.search-input, [role=dialog] input").first().waitFor();
  const time = await until(
    page,
    { click: "[role=dialog] input", value: `Point ${n + 7}` },
    `Point ${n + 7}:`,
  );
  await page.keyboard.press("Escape");
  return time;
});
await page.goto(`${server.origin}/c/large/positions`);
await page.locator("[role=grid]").waitFor();
await rounds("large: a cell opened", 100, async (n) => {
  const time = await until(page, { click: `[data-at="${n} 1"]` }, "No earlier position is on record.");
  await page.keyboard.press("Escape");
  return time;
});

await page.goto(`${server.origin}/c/disputed/record`);
await page.locator("[data-testid=document-text]").waitFor();
const tab = (name) => ({ click: `.record-tab[href*="/${name}"]` });
const RECORD = [
  ["disputes", "are contested."],
  ["timeline", "Messages and replies"],
  ["sources", "Where each document comes from"],
];
for (const [name, words] of RECORD)
  await rounds(`disputed: to ${name}`, 100, async () => {
    await until(page, tab("record"), "Add documents");
    return until(page, tab(name), words);
  });
await page.goto(`${server.origin}/c/disputed/sources?list=gaps`);
await page
  .getByRole("button", { name: /^The words were found/ })
  .first()
  .waitFor();
await rounds("disputed: a gap closed → shown", 100, async (n) => {
  await page
    .getByRole("button", { name: /^The words were found/ })
    .first()
    .press("Enter");
  const form = page.getByRole("dialog");
  await form.getByRole("textbox", { name: "The words that stood here" }).fill("words");
  await form.getByRole("button", { name: "Make it an assumption" }).press("Enter");
  await form.getByRole("textbox", { name: "Assumed by" }).fill("RK");
  await form.getByLabel("On", { exact: true }).fill("2026-06-22");
  return until(
    page,
    { click: '[role=dialog] button[type="submit"]' },
    `${n + 1} gap${n === 0 ? " was" : "s were"} closed`,
  );
});
await page.goto(`${server.origin}/c/disputed/disputes`);
await page.getByText("are contested").waitFor();
await rounds("disputed: next dispute", 100, () => until(page, { key: "j" }, "of 500"));

console.log("work | median ms | most ms | limit ms");
for (const { work, median, most, limit } of rows)
  console.log(`${work} | ${median.toFixed(0)} | ${most.toFixed(0)} | ${limit ?? "none stated"}`);
await browser.close();
await server.close();
rmSync(folder, { recursive: true, force: true });
