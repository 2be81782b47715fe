import { canonical } from "./canonical.ts";
import type { Driver } from "./driver.ts";
import { StoreError } from "./errors.ts";
import type { Draft, LoggedChange } from "./log.ts";
import { headsOf, select } from "./log.ts";
import { laterChange, laterChanges } from "./messages.ts";

/** The changes that take a group back: per object, what its first change replaced is restored on top of its last. */
export function undoDrafts(db: Driver, group: string): Draft[] {
  const byObject = new Map<string, LoggedChange[]>();
  for (const change of select(db, "grp = ? ORDER BY seq", group)) {
    const key = `${change.kind}:${change.object}`;
    byObject.set(key, [...(byObject.get(key) ?? []), change]);
  }
  const blocked: string[] = [];
  const drafts: Draft[] = [];
  for (const [key, changes] of byObject) {
    const own = new Set(changes.map((change) => change.id));
    const { kind, object } = changes[0]!;
    const heads = headsOf(db, kind, object);
    const before = [...new Set(changes.flatMap((change) => change.replaces))].filter((id) => !own.has(id));
    const ended = changes.filter((c) => !changes.some((d) => d.replaces.includes(c.id))).map((c) => c.id);
    const last = heads.filter((head) => standsFor(db, head, ended)).map((head) => head.id);
    if (last.length < ended.length) {
      const later = heads.find((head) => !own.has(head.id)) ?? heads[0]!;
      blocked.push(laterChange(key, later.by, later.at));
      continue;
    }
    const values = new Map<string, LoggedChange["value"]>();
    for (const id of before)
      for (const change of select(db, "id = ?", id)) values.set(canonical(change.value), change.value);
    if (values.size === 0) values.set("null", null);
    for (const value of values.values()) drafts.push({ kind, object, value, replaces: last });
  }
  if (blocked.length > 0) throw new StoreError("later-changes", laterChanges(blocked));
  return drafts;
}

/** Whether a head is one of these changes, or an undo (of an undo …) that brought the object back to one of them. */
function standsFor(db: Driver, head: LoggedChange, ended: readonly string[]): boolean {
  if (ended.includes(head.id)) return true;
  if (head.undoes === null) return false;
  const undone = select(db, "grp = ? AND kind = ? AND object = ?", head.undoes, head.kind, head.object);
  const own = new Set(undone.map((change) => change.id));
  const before = undone.flatMap((change) => change.replaces).filter((id) => !own.has(id));
  return before.some((id) => select(db, "id = ?", id).some((change) => standsFor(db, change, ended)));
}

/** How many undos deep a group is: odd for an undo, even for an act or a redo. */
const DEPTH = `(WITH RECURSIVE up (grp, n) AS (SELECT l.undoes, 1 WHERE l.undoes IS NOT NULL UNION ALL
  SELECT (SELECT undoes FROM log WHERE grp = up.grp LIMIT 1), n + 1 FROM up
  WHERE (SELECT undoes FROM log WHERE grp = up.grp LIMIT 1) IS NOT NULL) SELECT coalesce(max(n), 0) FROM up)`;

/** The group that undo (or redo) of this person takes next: not an undo itself (or one), and not yet undone. */
export function lastUndoable(db: Driver, by: string, what: "undo" | "redo"): string | undefined {
  const isUndo = `${DEPTH} % 2 = 1`;
  const open = "NOT EXISTS (SELECT 1 FROM log d WHERE d.undoes = l.grp)";
  if (what === "undo") {
    // A redo counts as an act of its own: undoing it is undoing again.
    return name(
      db,
      `SELECT l.grp AS grp FROM log l WHERE l.by = ? AND NOT ${isUndo} AND ${open} ORDER BY l.seq DESC LIMIT 1`,
      by,
    );
  }
  const undone = name(
    db,
    `SELECT l.grp AS grp FROM log l WHERE l.by = ? AND ${isUndo} AND ${open} ORDER BY l.seq DESC LIMIT 1`,
    by,
  );
  if (undone === undefined) return undefined;
  const acted = db.number(
    "SELECT count(*) FROM log WHERE by = ? AND undoes IS NULL AND seq > (SELECT max(seq) FROM log WHERE grp = ?)",
    by,
    undone,
  );
  return acted > 0 ? undefined : undone;
}

function name(db: Driver, sql: string, by: string): string | undefined {
  const row = db.get(sql, by);
  return row === undefined ? undefined : String(row.grp);
}
