import type { CaseObject, Level } from "@parley/case";
import { canonical } from "./canonical.ts";
import type { Change } from "./change.ts";
import { hashOf } from "./change.ts";
import type { Driver, Row } from "./driver.ts";
import { StoreError } from "./errors.ts";
import type { Standing } from "./fold.ts";
import { standing } from "./fold.ts";
import * as say from "./messages.ts";
import { timeOf, uuid7 } from "./uuid7.ts";
import { foldText, originOf, rankOf, wordsOf } from "./words.ts";

/** A change with its place in this file's order of arrival. */
export type LoggedChange = Change & { seq: number };

const COLUMNS = "seq, id, at, by, why, grp, undoes, kind, object, value, replaces, parents, hash";

/** A row of the log as a change. @throws StoreError when a column was damaged by hand. */
export function changeOf(row: Row): LoggedChange {
  try {
    return parsed(row);
  } catch (cause) {
    const where = `Change ${String(row.id)} (row ${String(row.seq)})`;
    throw new StoreError("damaged", say.notReadable(where), { cause });
  }
}

function parsed(row: Row): LoggedChange {
  return {
    seq: Number(row.seq),
    id: String(row.id),
    at: String(row.at),
    by: String(row.by),
    why: String(row.why),
    group: String(row.grp),
    undoes: row.undoes === null ? null : String(row.undoes),
    kind: String(row.kind),
    object: String(row.object),
    value: row.value === null ? null : (JSON.parse(String(row.value)) as CaseObject),
    replaces: JSON.parse(String(row.replaces)) as string[],
    parents: JSON.parse(String(row.parents)) as string[],
    hash: String(row.hash),
  };
}

/** Changes matching a condition, in order of arrival. */
export function select(db: Driver, where: string, ...values: (string | number)[]): LoggedChange[] {
  return db.all(`SELECT ${COLUMNS} FROM log WHERE ${where}`, ...values).map(changeOf);
}

/** All rows of the log, one by one, as they stand (a damaged one as it is). */
export function* eachRow(db: Driver, after = 0): Generator<Row> {
  yield* db.each(`SELECT ${COLUMNS} FROM log WHERE seq > ? ORDER BY seq`, after);
}

export function objectChanges(db: Driver, kind: string, object: string): LoggedChange[] {
  return select(db, "kind = ? AND object = ? ORDER BY seq", kind, object);
}

/** The heads of an object by the kept fold. */
export function headsOf(db: Driver, kind: string, object: string): LoggedChange[] {
  return select(db, "id IN (SELECT id FROM heads WHERE kind = ? AND object = ?) ORDER BY id", kind, object);
}

/** What an append is told; the rest it finds out. */
export interface Draft {
  kind: string;
  object: string;
  value: CaseObject | null;
  replaces: string[];
}

/** Writes the drafts of one act, each the parent of the next. To be called inside a write transaction. */
export function append(
  db: Driver,
  act: { by: string; why: string; undoes?: string | null },
  drafts: readonly Draft[],
  now: number,
): LoggedChange[] {
  const lastRow = db.get("SELECT id FROM log ORDER BY seq DESC LIMIT 1");
  let after = lastRow === undefined ? undefined : String(lastRow.id);
  let parents = db.all("SELECT hash FROM tips ORDER BY hash").map((row) => String(row.hash));
  let seq = db.number("SELECT max(seq) FROM log");
  const group = uuid7(now, after);
  const written: LoggedChange[] = [];
  for (const draft of drafts) {
    const id = uuid7(now, after);
    const at = new Date(timeOf(id)).toISOString();
    const body = { id, at, by: act.by, why: act.why, group, undoes: act.undoes ?? null, ...draft, parents };
    const change: LoggedChange = { ...body, hash: hashOf(body), seq: ++seq };
    insert(db, change);
    after = id;
    parents = [change.hash];
    written.push(change);
  }
  db.run("DELETE FROM tips");
  for (const hash of parents) db.run("INSERT INTO tips (hash) VALUES (?)", hash);
  return written;
}

/** Adds one row; tips and fold are the caller's to renew. */
export function insert(db: Driver, c: LoggedChange): void {
  db.run(
    `INSERT INTO log (${COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)`,
    c.seq,
    c.id,
    c.at,
    c.by,
    c.why,
    c.group,
    c.undoes,
    c.kind,
    c.object,
    c.value === null ? null : canonical(c.value),
    JSON.stringify(c.replaces),
    JSON.stringify(c.parents),
    c.hash,
  );
}

/** Finds the tips anew from the whole log: after a merge or a salvage. */
export function renewTips(db: Driver): void {
  db.run("DELETE FROM tips");
  db.run(
    "INSERT INTO tips (hash) SELECT hash FROM log WHERE hash NOT IN (SELECT p.value FROM log, json_each(log.parents) AS p)",
  );
}

/**
 * Renews what is kept of objects (heads, what is shown, their words) after changes of them. Words come last: a statement
 * that may have to be taken back makes the index write out what it has gathered, which is slow object by object.
 */
export function refold(db: Driver, objects: Iterable<readonly [kind: string, object: string]>): void {
  const shown: LoggedChange[] = [];
  for (const [kind, object] of objects) {
    const state = standingNow(db, kind, object);
    keep(db, state);
    shown.push(state.shown as LoggedChange);
  }
  for (const change of shown) index(db, change);
}

function standingNow(db: Driver, kind: string, object: string): Standing {
  const rows = db.all("SELECT id, replaces FROM log WHERE kind = ? AND object = ?", kind, object);
  const replaced = new Set<string>();
  for (const row of rows) for (const id of JSON.parse(String(row.replaces)) as string[]) replaced.add(id);
  const heads = rows
    .map((row) => String(row.id))
    .filter((id) => !replaced.has(id))
    .flatMap((id) => select(db, "id = ?", id));
  return standing(heads);
}

/** The strictest level of an object's heads. */
export function levelOf(heads: readonly Change[]): number {
  const levels = heads.flatMap((h) => (h.value === null ? [] : [rankOf(h.value.level as Level | undefined)]));
  return levels.length === 0 ? rankOf(undefined) : Math.max(...levels);
}

function keep(db: Driver, state: Standing): void {
  const shown = state.shown as LoggedChange;
  const { kind, object, value } = shown;
  db.run("DELETE FROM heads WHERE kind = ? AND object = ?", kind, object);
  for (const head of state.heads)
    db.run("INSERT INTO heads (kind, object, id) VALUES (?,?,?)", kind, object, head.id);
  const origin = value === null ? undefined : originOf(value as never);
  db.run(
    "INSERT OR REPLACE INTO objects (kind, object, seq, withdrawn, conflict, level, origin_kind, origin) VALUES (?,?,?,?,?,?,?,?)",
    kind,
    object,
    shown.seq,
    value === null ? 1 : 0,
    state.conflict ? 1 : 0,
    levelOf(state.heads),
    origin?.kind ?? null,
    origin?.id ?? null,
  );
}

function index(db: Driver, { kind, object, value }: LoggedChange): void {
  for (const row of db.all("SELECT rowid, folded FROM strings WHERE kind = ? AND object = ?", kind, object))
    db.run("INSERT INTO words (words, rowid, folded) VALUES ('delete', ?, ?)", row.rowid!, row.folded!);
  db.run("DELETE FROM strings WHERE kind = ? AND object = ?", kind, object);
  if (value === null) return;
  for (const { field, text } of wordsOf(value as never)) {
    const { folded } = foldText(text);
    db.run("INSERT INTO strings (kind, object, field, folded) VALUES (?,?,?,?)", kind, object, field, folded);
    db.run("INSERT INTO words (rowid, folded) VALUES (last_insert_rowid(), ?)", folded);
  }
}
