import { createHash } from "node:crypto";
import type { CaseObject } from "@parley/case";
import { canonical } from "./canonical.ts";

/** One change of one object: what the log consists of. Never altered, never removed. */
export interface Change {
  /** UUIDv7. */
  id: string;
  /** ISO instant, UTC, by the writer's clock. */
  at: string;
  by: string;
  why: string;
  /** Changes made in one act share it and are undone as one. */
  group: string;
  /** The group that this change takes back, when it is an undo or a redo. */
  undoes: string | null;
  kind: string;
  object: string;
  /** The whole new object; null withdraws it (its history stays). */
  value: CaseObject | null;
  /** Ids of the changes of this object that it replaces; two or more when it settles a conflict. */
  replaces: string[];
  /** Hashes of the newest changes of the whole log when it was written, sorted. */
  parents: string[];
  /** SHA-256 (hex) over the canonical JSON of everything above. */
  hash: string;
}

/** SHA-256 (hex) over the canonical JSON of a change without its hash. */
export function hashOf(change: Omit<Change, "hash">): string {
  const { id, at, by, why, group, undoes, kind, object, value, replaces, parents } = change;
  const text = canonical({ id, at, by, why, group, undoes, kind, object, value, replaces, parents });
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** The last instant that "as known on D" includes: D itself, or the end (UTC) of the day D. */
export function endOf(day: string): string {
  return day.length === 10 ? `${day}T23:59:59.999Z` : new Date(day).toISOString();
}

/** Changes so that each comes after its parents; ties in order of id. Those whose parents are absent come as roots. */
export function inOrder(changes: Iterable<Change>): Change[] {
  const byHash = new Map<string, Change>();
  for (const change of changes) byHash.set(change.hash, change);
  const all = [...byHash.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const waits = new Map<string, number>();
  const children = new Map<string, Change[]>();
  for (const change of all) {
    const parents = change.parents.filter((p) => byHash.has(p));
    waits.set(change.hash, parents.length);
    for (const p of parents) {
      const list = children.get(p);
      if (list === undefined) children.set(p, [change]);
      else list.push(change);
    }
  }
  const ready = all.filter((c) => waits.get(c.hash) === 0);
  for (let i = 0; i < ready.length; i++) {
    for (const child of children.get(ready[i]!.hash) ?? []) {
      const left = waits.get(child.hash)! - 1;
      waits.set(child.hash, left);
      if (left === 0) ready.push(child);
    }
  }
  return ready;
}
