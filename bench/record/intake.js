/*
 * An import of many documents through a running server: documents a second, the size of the process, and how long the
 * workbench's own questions take meanwhile. Our own words.
 *
 *     npm run build && node bench/record/intake.js [1000]
 *
 * Peer: the least that any keeper of documents could do: hash each file and write it to the disk, synced.
 */
import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@parley/server";
import { summary } from "../made-case.js";

const COUNT = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
const SENTENCES = [
  "The upland board said on Monday that no gate would be opened before the level is agreed.",
  "“No gate opens without us,” said Ana Ruiz, the board’s envoy, after a meeting of four hours.",
  "Observers note that the two sides have met four times since the spring of that year.",
  "The town insisted that its offer of 4 May was complete, and that it would not make another.",
];
const documents = Array.from({ length: COUNT }, (_, n) => {
  const paragraphs = Array.from({ length: 12 }, (_, p) =>
    Array.from({ length: 5 }, (_, s) => `${SENTENCES[(n + 3 * p + s) % 4]} (${n}.${p}.${s})`).join(" "),
  );
  return new TextEncoder().encode(
    `Note ${n} on the gates\n\nBy R. Kell, 4 May 2026\n\n${paragraphs.join("\n\n")}\n`,
  );
});
const bytes = documents.reduce((sum, d) => sum + d.length, 0);

const start = performance.now();
const sink = openSync(join(folder, "sink"), "w");
for (const one of documents) {
  createHash("sha256").update(one).digest("hex");
  writeSync(sink, one);
  fsyncSync(sink);
}
closeSync(sink);
const peer = performance.now() - start;

const server = await startServer({ port: 0, casesDir: folder, by: "RK" });
const ask = async (path, init = {}) => {
  const headers = {
    authorization: `Bearer ${server.token}`,
    "content-type": "application/json",
    ...init.headers,
  };
  const began = performance.now();
  const response = await fetch(`${server.origin}/api${path}`, { ...init, headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 200)}`);
  return { ms: performance.now() - began, reply: JSON.parse(text) };
};
await ask("/cases", { method: "POST", body: JSON.stringify({ title: "Many" }) });
const before = process.memoryUsage.rss();
const began = performance.now();
let most = 0;
const waits = { intake: [], search: [] };
let over = false;
const send = (async () => {
  for (const [i, body] of documents.entries())
    await ask(`/cases/many/intake?name=${encodeURIComponent(`note ${i}.txt`)}`, {
      method: "POST",
      body,
      headers: { "content-type": "application/octet-stream" },
    });
})();
const watch = (async () => {
  while (!over) {
    waits.intake.push((await ask("/cases/many/intake")).ms);
    waits.search.push((await ask("/cases/many/search?q=envoy")).ms);
    most = Math.max(most, process.memoryUsage.rss());
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
})();
await send;
const sent = performance.now() - began;
let state;
do {
  await new Promise((resolve) => setTimeout(resolve, 100));
  state = (await ask("/cases/many/intake")).reply;
} while (state.now !== null);
const took = performance.now() - began;
over = true;
await watch;
const first = await ask("/cases/many");
console.log(
  `${COUNT} documents, ${(bytes / 1e6).toFixed(1)} MB: ${(took / 1000).toFixed(1)} s, ${(COUNT / (took / 1000)).toFixed(0)} documents/s (sent after ${(sent / 1000).toFixed(1)} s)`,
);
console.log(`taken ${state.taken}, failed ${state.failed}; objects ${first.reply.objects.length}`);
console.log(
  `process: ${(before / 1e6).toFixed(0)} MB before, ${(most / 1e6).toFixed(0)} MB at most; case file ${(statSync(join(folder, "many.parley")).size / 1e6).toFixed(1)} MB`,
);
for (const [what, times] of Object.entries(waits)) {
  const { median, most: longest } = summary(times);
  console.log(
    `${what} meanwhile: median ${median.toFixed(0)} ms, most ${longest.toFixed(0)} (${times.length})`,
  );
}
console.log(`first GET of the case after it: ${first.ms.toFixed(0)} ms`);
console.log(
  `hash and write alone: ${(COUNT / (peer / 1000)).toFixed(0)} documents/s, ${(took / peer).toFixed(0)} times as fast`,
);
await server.close();
rmSync(folder, { recursive: true, force: true });
