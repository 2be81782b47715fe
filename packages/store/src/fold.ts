import { canonical } from "./canonical.ts";
import type { Change } from "./change.ts";

/** Where an object stands after some set of changes. */
export interface Standing {
  /** The changes of the object that no other one replaces, in order of id. */
  heads: Change[];
  /** The head whose value is shown. */
  shown: Change;
  /** Heads that do not say the same: a person must settle it. */
  conflict: boolean;
}

/**
 * The head that is shown. With several: of those that hold a value the one with the greatest id (by its writer's
 * clock the latest); if all withdraw the object, the greatest of them. It depends on the set alone, not on the order of arrival.
 */
function shownOf(heads: readonly Change[]): Change {
  let best = heads[0]!;
  for (const head of heads) {
    const better = (head.value !== null) !== (best.value !== null) ? head.value !== null : head.id > best.id;
    if (better) best = head;
  }
  return best;
}

/** Whether heads differ in value; two people writing the same is agreement, not conflict. */
function disagree(heads: readonly Change[]): boolean {
  if (heads.length < 2) return false;
  const first = canonical(heads[0]!.value);
  return heads.some((head) => canonical(head.value) !== first);
}

/** Where one object stands after these changes of it, in whatever order they come. @throws RangeError on none. */
export function standing(changes: readonly Change[]): Standing {
  const replaced = new Set<string>();
  for (const change of changes) for (const id of change.replaces) if (id !== change.id) replaced.add(id);
  const heads = changes.filter((c) => !replaced.has(c.id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (heads.length === 0)
    throw new RangeError("An object without a head: its changes replace each other in a circle.");
  return { heads, shown: shownOf(heads), conflict: disagree(heads) };
}

/** The key under which the fold keeps an object: kinds hold no colon. */
export function keyOf(kind: string, id: string): string {
  return `${kind}:${id}`;
}

/**
 * The fold of a set of changes: `kind:id` → where the object stands. A pure function of the set: order and
 * repetition make no difference. `until` leaves out changes made after that instant.
 */
export function fold(changes: Iterable<Change>, until?: string): Map<string, Standing> {
  const byObject = new Map<string, Map<string, Change>>();
  for (const change of changes) {
    if (until !== undefined && change.at > until) continue;
    const key = keyOf(change.kind, change.object);
    let own = byObject.get(key);
    if (own === undefined) {
      own = new Map();
      byObject.set(key, own);
    }
    own.set(change.id, change);
  }
  const result = new Map<string, Standing>();
  for (const key of [...byObject.keys()].sort()) result.set(key, standing([...byObject.get(key)!.values()]));
  return result;
}
