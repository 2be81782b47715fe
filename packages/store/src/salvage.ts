import { createHash } from "node:crypto";
import { putBlob } from "./blobs.ts";
import type { Change } from "./change.ts";
import type { Driver } from "./driver.ts";
import { sizeOf } from "./driver.ts";
import { take } from "./merge.ts";
import { createDatabase, openDatabase } from "./open.ts";
import { intact } from "./verify.ts";

export interface Salvaged {
  /** Changes and documents brought over: each matched its hash. */
  changes: number;
  blobs: number;
  /** Rows that were there but could not be read or did not match; what lay beyond the cut is not counted. */
  unreadable: number;
  /** Predecessors that the saved changes name and that are gone: at least so many changes are lost. */
  missing: number;
}

/** Brings what can still be read of a damaged or truncated case into a new file. The damaged one is not touched. */
export function salvage(path: string, target: string, options: { passphrase?: string } = {}): Salvaged {
  const opened = openDatabase(path, { ...options, salvage: true, readOnly: true });
  try {
    const old = opened.driver;
    const changes: Change[] = [];
    let unreadable = 0;
    for (let seq = 1, silent = 0; seq <= bound(old, path) && silent < 100_000; seq++) {
      let row: ReturnType<Driver["get"]>;
      try {
        row = old.get("SELECT * FROM log WHERE seq = ?", seq);
      } catch {
        unreadable++;
        silent++;
        continue;
      }
      silent = row === undefined ? silent + 1 : 0;
      if (row === undefined) continue;
      const change = intact(row);
      if (change === undefined) unreadable++;
      else changes.push(change);
    }
    createDatabase(target, options.passphrase);
    const fresh = openDatabase(target, options);
    try {
      const count = take(fresh.driver, changes);
      const hashes = new Set(changes.map((change) => change.hash));
      const missing = new Set(changes.flatMap((change) => change.parents).filter((hash) => !hashes.has(hash)))
        .size;
      return { changes: count, blobs: salvageBlobs(old, fresh.driver), unreadable, missing };
    } finally {
      fresh.release();
    }
  } finally {
    opened.release();
  }
}

/** No more rows than this can be in the file: a change takes at least 300 bytes. */
function bound(db: Driver, path: string): number {
  try {
    return db.number("SELECT max(seq) FROM log");
  } catch {
    return Math.ceil((sizeOf(path) + sizeOf(`${path}-wal`)) / 300);
  }
}

function salvageBlobs(old: Driver, fresh: Driver): number {
  let saved = 0;
  const hashes = new Set<string>();
  try {
    for (const row of old.each("SELECT hash FROM blobs")) hashes.add(String(row.hash));
  } catch {
    // Those read until here.
  }
  for (const hash of hashes) {
    try {
      const parts = old.all("SELECT bytes FROM blob_parts WHERE hash = ? ORDER BY n", hash);
      const bytes = Buffer.concat(parts.map((row) => new Uint8Array(row.bytes as Uint8Array)));
      if (createHash("sha256").update(bytes).digest("hex") !== hash) continue;
      putBlob(fresh, bytes);
      saved++;
    } catch {
      // This one is lost.
    }
  }
  return saved;
}
