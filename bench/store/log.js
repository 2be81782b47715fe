/*
 * The case file at 5,000 claims and 200 documents: changes one by one, as one act, opening, everything shown, a day in the
 * past, searching, verifying, merging.
 *
 *     npm run build && node bench/store/log.js
 *
 * Peer: the same values as plain rows of one SQLite table through the same libsql, with the same durability
 * (WAL, synchronous = FULL): no history, no hashes, no index of words.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyCase, createCase, openCase } from "@parley/store";
import Database from "libsql";
import { madeCase, summary } from "../made-case.js";

const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
const { objects, blobs } = madeCase({ documents: 200, claims: 5000 });
const edits = objects.map((value) => ({ kind: value.kind, id: value.id, value }));
const claims = objects.filter((object) => object.kind === "claim");
const act = { by: "RK", why: "made" };
const SINGLE = 500;

const time = (runs, work) => {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work(run);
    times.push(performance.now() - start);
  }
  return summary(times).median;
};
const ms = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
console.log("work | case file ms | plain table ms | ratio");
const row = (work, ours, peer) =>
  console.log(
    [
      work,
      ms(ours),
      peer === undefined ? "–" : ms(peer),
      peer === undefined ? "–" : (ours / peer).toFixed(1),
    ].join(" | "),
  );

const path = join(folder, "large.parley");
let file = createCase(path, { by: "RK", title: "Large" });
const peerPath = join(folder, "peer.sqlite");
const peer = new Database(peerPath);
peer.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
peer.exec("CREATE TABLE objects (kind TEXT, id TEXT, value TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID");
peer.exec("CREATE TABLE blobs (id INTEGER PRIMARY KEY, bytes BLOB)");
const put = peer.prepare("INSERT OR REPLACE INTO objects VALUES (?,?,?)");
const putAll = (values) => {
  peer.exec("BEGIN IMMEDIATE");
  for (const value of values) put.run([value.kind, value.id, JSON.stringify(value)]);
  peer.exec("COMMIT");
};

const putBlob = peer.prepare("INSERT INTO blobs (bytes) VALUES (?)");
row(
  `keep ${blobs.length} documents (${(blobs.reduce((s, b) => s + b.length, 0) / 1e6).toFixed(1)} MB), one by one`,
  time(1, () => blobs.map((bytes) => file.putBlob(bytes))),
  time(1, () => blobs.map((bytes) => putBlob.run([Buffer.from(bytes)]))),
);
row(
  `append ${edits.length} changes as one act`,
  time(1, () => file.change(act, edits)),
  time(1, () => putAll(objects)),
);
const accepted = (claim) => ({ ...claim, review: { state: "accepted", by: "RK" } });
row(
  `one change, on the disk (median of ${SINGLE})`,
  time(SINGLE, (n) => file.change(act, [{ kind: "claim", id: claims[n].id, value: accepted(claims[n]) }])),
  time(SINGLE, (n) => putAll([accepted(claims[n])])),
);
row(
  "undo of the last change",
  time(1, () => file.undo(act)),
);
const day = new Date().toISOString();
file.close();
row(
  "open and close",
  time(5, () => openCase(path).close()),
  time(5, () => new Database(peerPath).close()),
);
file = openCase(path);
const all = peer.prepare("SELECT value FROM objects");
const readAll = () => all.all().map((one) => JSON.parse(one.value));
row(
  `all ${file.objects().length} objects`,
  time(5, () => file.objects()),
  time(5, readAll),
);
row(
  "all objects as known at an instant",
  time(5, () => file.objects(undefined, { asOf: day })),
);
const like = peer.prepare("SELECT kind, id FROM objects WHERE value LIKE ? LIMIT 50");
for (const query of ["point 4711", "repairs once both", "of"])
  row(
    `search "${query}" (${Object.values(file.search(query).counts).reduce((a, b) => a + b, 0)} found, 50 shown)`,
    time(5, () => file.search(query)),
    time(5, () => like.all([`%${query}%`])),
  );
row(
  "verify: every hash, fold, index and document",
  time(1, () => file.verify()),
);
row(
  "copy by merging into a new file",
  time(1, () => copyCase(file, join(folder, "copy.parley"))),
);
file.close();
const encrypted = join(folder, "locked.parley");
createCase(encrypted, { by: "RK", title: "Locked", passphrase: "a b c" }).close();
row(
  "open an encrypted case (scrypt)",
  time(3, () => openCase(encrypted, { passphrase: "a b c" }).close()),
);
console.log(
  `size: case file ${(statSync(path).size / 1e6).toFixed(1)} MB, plain table ${((statSync(peerPath).size + statSync(`${peerPath}-wal`).size) / 1e6).toFixed(1)} MB with its -wal`,
);
peer.close();
rmSync(folder, { recursive: true, force: true });
