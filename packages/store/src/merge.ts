import { blobList, blobParts, putBlob } from "./blobs.ts";
import type { Change } from "./change.ts";
import { inOrder } from "./change.ts";
import type { Driver } from "./driver.ts";
import { StoreError } from "./errors.ts";
import { eachRow, insert, refold, renewTips } from "./log.ts";
import { findTampered, idClash, mergeRefused } from "./messages.ts";
import { intact } from "./verify.ts";

/** An object with two or more heads that differ. `shown` is the head whose value stands meanwhile. */
export interface Conflict {
  kind: string;
  id: string;
  heads: Change[];
  shown: string;
}
/** What a merge brought. */
export interface Merged {
  /** How many changes and documents were new here. */
  added: number;
  addedBlobs: number;
  /** Every conflict the case now has. */
  conflicts: Conflict[];
}

/** The union of two logs, into `db`. Only changes that match their hash come over; documents come first. */
export function merge(db: Driver, other: Driver): Omit<Merged, "conflicts"> {
  const incoming: Change[] = [];
  const held = new Set(blobList(db));
  const fresh: string[] = [];
  other.read(() => {
    for (const row of eachRow(other)) {
      const known = db.get("SELECT hash FROM log WHERE id = ?", String(row.id));
      const change = intact(row);
      if (change === undefined) {
        const first = findTampered(Number(row.seq), String(row.id));
        throw new StoreError("damaged", mergeRefused(other.path, 1, first));
      }
      if (known === undefined) incoming.push(change);
      else if (known.hash !== change.hash) throw new StoreError("id-clash", idClash(change.id));
    }
    for (const hash of blobList(other)) if (!held.has(hash)) fresh.push(hash);
  });
  let addedBlobs = 0;
  for (const hash of fresh) if (putBlob(db, blobParts(other, hash)) === hash) addedBlobs++;
  return { added: take(db, incoming), addedBlobs };
}

/** Adds changes already checked; returns how many were new. */
export function take(db: Driver, changes: readonly Change[]): number {
  return db.write(() => {
    let seq = db.number("SELECT max(seq) FROM log");
    let added = 0;
    const objects = new Map<string, [string, string]>();
    for (const change of inOrder(changes)) {
      // Somebody else may have brought it since it was read.
      if (db.get("SELECT 1 FROM log WHERE id = ?", change.id) !== undefined) continue;
      insert(db, { ...change, seq: ++seq });
      objects.set(`${change.kind}:${change.object}`, [change.kind, change.object]);
      added++;
    }
    if (added === 0) return 0;
    renewTips(db);
    refold(db, objects.values());
    return added;
  });
}
