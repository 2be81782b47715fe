/*
 * One edit of a case with 5,000 claims and 200 documents over HTTP, as the workbench makes it: POST changes (a claim is
 * accepted), then GET what has changed since. Limit: the answer to POST in less than 100 ms.
 *
 *     npm run build && node bench/server/edit.js
 *
 * Peer: the least that any server could do: the same request to a bare node:http server that appends the body to a
 * file and syncs it.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@parley/server";
import { createCase } from "@parley/store";
import { madeCase, summary } from "../made-case.js";

const ROUNDS = 60;
const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
const { objects, blobs } = madeCase({ documents: 200, claims: 5000 });
const file = createCase(join(folder, "large.parley"), { by: "RK", title: "Large" });
for (const bytes of blobs) file.putBlob(bytes);
file.change(
  { by: "RK", why: "made" },
  objects.map((value) => ({ kind: value.kind, id: value.id, value })),
);
file.close();

const server = await startServer({ port: 0, casesDir: folder, by: "RK" });
const authorization = `Bearer ${server.token}`;
const ask = async (path, init = {}) => {
  const start = performance.now();
  const response = await fetch(`${server.origin}/api/cases/large${path}`, {
    ...init,
    headers: { authorization, "content-type": "application/json" },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 200)}`);
  return { ms: performance.now() - start, reply: JSON.parse(text), size: text.length };
};

const sink = openSync(join(folder, "sink"), "a");
const bare = createServer(async (request, response) => {
  for await (const part of request) writeSync(sink, part);
  fsyncSync(sink);
  response.end("{}");
});
await new Promise((resolve) => bare.listen(0, "127.0.0.1", () => resolve(undefined)));
const bareUrl = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (bare.address()).port}/`;

const first = await ask("");
console.log(`first GET of the case: ${first.ms.toFixed(0)} ms, ${(first.size / 1e6).toFixed(1)} MB`);
const times = { post: [], delta: [], both: [], bare: [] };
const claims = objects.filter((object) => object.kind === "claim");
let { seq } = first.reply;
for (let round = 0; round < ROUNDS; round++) {
  const claim = claims[(round * 83) % claims.length];
  const value = { ...claim, review: { state: "accepted", by: "RK", at: "2026-11-23T12:00:00.000Z" } };
  const body = JSON.stringify({ why: "Accepted", edits: [{ kind: "claim", id: claim.id, value }] });
  const post = await ask("/changes", { method: "POST", body });
  const delta = await ask(`?since=${seq}`);
  seq = delta.reply.seq;
  const start = performance.now();
  await (await fetch(bareUrl, { method: "POST", body })).text();
  if (round < 10) continue;
  times.bare.push(performance.now() - start);
  times.post.push(post.ms);
  times.delta.push(delta.ms);
  times.both.push(post.ms + delta.ms);
}
console.log(`work (${ROUNDS - 10} rounds) | median ms | most ms`);
for (const [name, label] of Object.entries({
  post: "POST changes",
  delta: "GET what changed",
  both: "both",
  bare: "peer: bare HTTP, append and sync",
})) {
  const { median, most } = summary(times[name]);
  console.log(`${label} | ${median.toFixed(1)} | ${most.toFixed(1)}`);
}
console.log(`ratio of POST to peer: ${(summary(times.post).median / summary(times.bare).median).toFixed(1)}`);

bare.close();
closeSync(sink);
await server.close();
rmSync(folder, { recursive: true, force: true });
