import type { CaseObject, Kind, ObjectOf } from "@parley/case";
import { isId, isKind, KINDS } from "@parley/case";
import { blobList, getBlob, hasBlob, putBlob } from "./blobs.ts";
import { canonical } from "./canonical.ts";
import { endOf } from "./change.ts";
import type { Driver, Row } from "./driver.ts";
import { StoreError } from "./errors.ts";
import { fold, keyOf, standing } from "./fold.ts";
import type { Draft, LoggedChange } from "./log.ts";
import { append, headsOf, objectChanges, refold, renewTips, select } from "./log.ts";
import type { Conflict, Merged } from "./merge.ts";
import { merge } from "./merge.ts";
import * as say from "./messages.ts";
import type { Opened } from "./open.ts";
import type { SearchOptions, SearchResult } from "./search.ts";
import { search } from "./search.ts";
import { lastUndoable, undoDrafts } from "./undo.ts";
import type { Finding } from "./verify.ts";
import { quickCheck, verify } from "./verify.ts";

/** Who makes changes, and why (may be empty). */
export interface Act {
  by: string;
  why: string;
}
/** A new value of an object; null withdraws it. `expect`: ids of the heads the editor saw ([]: there was none). */
export interface Edit {
  kind: Kind;
  id: string;
  value: CaseObject | null;
  expect?: readonly string[];
}
/** `asOf`: a day (its end, UTC) or an instant: the fold of the changes made until then. */
export interface AsOf {
  asOf?: string;
}
export interface LogFilter {
  /** Only those that arrived after this place in the file's order. */
  since?: number;
  by?: string;
  kind?: string;
  group?: string;
  limit?: number;
  /** Newest first. */
  newest?: boolean;
}
/** What a listener is told: new changes in order of arrival, and whether this CaseFile made them. */
export type Listener = (changes: LoggedChange[], own: boolean) => void;

/** How often changes by other processes are looked for. */
const POLL_MS = 500;

/** An open case file. Every method is synchronous; a change is on the disk when its method returns. */
export class CaseFile {
  readonly path: string;
  readonly encrypted: boolean;
  readonly readOnly: boolean;
  /** What the quick check at opening found; empty when all is well. `verify` looks at everything. */
  readonly warnings: readonly Finding[];
  readonly #db: Driver;
  readonly #release: () => void;
  readonly #now: () => number;
  readonly #listeners = new Set<Listener>();
  #timer: NodeJS.Timeout | undefined;
  #told = 0;
  #version = 0;

  /** Use `openCase` or `createCase`. */
  constructor(path: string, opened: Opened, now: () => number = Date.now) {
    this.path = path;
    this.#db = opened.driver;
    this.encrypted = opened.encrypted;
    this.readOnly = opened.driver.readOnly;
    this.#release = opened.release;
    this.#now = now;
    this.warnings = quickCheck(this.#db);
  }

  /** Makes changes as one act: all or none. @throws StoreError; then nothing was changed. */
  change(act: Act, edits: readonly Edit[]): LoggedChange[] {
    checkAct(act);
    for (const [i, edit] of edits.entries()) checkEdit(edit, i);
    return this.#commit(act, (): Draft[] => {
      const draftOf = (edit: Edit): Draft => ({
        kind: edit.kind,
        object: edit.id,
        value: edit.value,
        replaces: this.#replaces(edit),
      });
      return edits.map(draftOf);
    });
  }

  /** An edit without `expect` takes the place of what is shown; a conflict beside it stays until it is settled. */
  #replaces(edit: Edit): string[] {
    if (edit.expect !== undefined) {
      for (const id of edit.expect) {
        const known = this.#db.get(
          "SELECT 1 FROM log WHERE id = ? AND kind = ? AND object = ?",
          id,
          edit.kind,
          edit.id,
        );
        if (known === undefined)
          throw new StoreError("unknown-change", say.unknownChange(id, `${edit.kind}:${edit.id}`));
      }
      return [...new Set(edit.expect)].sort();
    }
    const heads = headsOf(this.#db, edit.kind, edit.id);
    if (heads.length === 0) return [];
    const state = standing(heads);
    return state.conflict ? [state.shown.id] : heads.map((head) => head.id);
  }

  #commit(act: Act & { undoes?: string }, make: () => Draft[]): LoggedChange[] {
    const written = this.#db.write(() => {
      const drafts = make();
      if (drafts.length === 0) return [];
      const seen = new Set<string>();
      for (const [i, d] of drafts.entries()) {
        const key = `${d.kind}:${d.object}:${d.replaces.length > 0 ? i : ""}`;
        if (seen.has(key))
          throw new StoreError(
            "bad-value",
            say.badValue(`edits[${i}]`, `${d.kind}:${d.object} twice`, "each new object once"),
          );
        seen.add(key);
      }
      const changes = append(this.#db, act, drafts, this.#now());
      const touched = new Map(drafts.map((d) => [keyOf(d.kind, d.object), [d.kind, d.object] as const]));
      refold(this.#db, touched.values());
      return changes;
    });
    this.#tell();
    return written;
  }

  /** The shown value; undefined when there is none or it is withdrawn. */
  get<K extends Kind>(kind: K, id: string, options: AsOf = {}): ObjectOf[K] | undefined {
    if (options.asOf !== undefined) {
      const until = endOf(options.asOf);
      const changes = objectChanges(this.#db, kind, id).filter((change) => change.at <= until);
      return changes.length === 0
        ? undefined
        : ((standing(changes).shown.value ?? undefined) as ObjectOf[K] | undefined);
    }
    const row = this.#db.get(
      "SELECT l.value AS value FROM objects o JOIN log l ON l.seq = o.seq WHERE o.kind = ? AND o.object = ? AND o.withdrawn = 0",
      kind,
      id,
    );
    return row === undefined ? undefined : (shownValue(row, `${kind}:${id}`) as ObjectOf[K]);
  }

  /** The shown objects, of one kind or all, in order of kind and of entry. */
  objects<K extends Kind>(kind?: K, options: AsOf = {}): ObjectOf[K][] {
    if (options.asOf !== undefined) {
      const until = endOf(options.asOf);
      const changes = select(
        this.#db,
        kind === undefined ? "at <= ? ORDER BY seq" : "at <= ? AND kind = ? ORDER BY seq",
        until,
        ...(kind === undefined ? [] : [kind]),
      );
      const first = new Map<string, number>();
      for (const c of changes)
        if (!first.has(`${c.kind}:${c.object}`)) first.set(`${c.kind}:${c.object}`, c.seq);
      return [...fold(changes)]
        .filter(([, state]) => state.shown.value !== null)
        .sort(([a, s], [b, t]) => place(s.shown.kind) - place(t.shown.kind) || first.get(a)! - first.get(b)!)
        .map(([, state]) => state.shown.value as ObjectOf[K]);
    }
    const rows = this.#db.all(
      `SELECT o.kind AS kind, l.value AS value FROM objects o JOIN log l ON l.seq = o.seq WHERE o.withdrawn = 0
       ${kind === undefined ? "" : "AND o.kind = ?"}
       ORDER BY (SELECT min(seq) FROM log f WHERE f.kind = o.kind AND f.object = o.object)`,
      ...(kind === undefined ? [] : [kind]),
    );
    return rows
      .sort((a, b) => place(String(a.kind)) - place(String(b.kind)))
      .map((row) => shownValue(row, String(row.kind)) as ObjectOf[K]);
  }

  /** How many objects of a kind are shown. */
  count(kind: Kind): number {
    return this.#db.number("SELECT count(*) FROM objects WHERE kind = ? AND withdrawn = 0", kind);
  }

  /** All shown objects as kind → id → object. */
  snapshot(options: AsOf = {}): Record<string, Record<string, CaseObject>> {
    const result: Record<string, Record<string, CaseObject>> = {};
    for (const object of this.objects(undefined, options)) {
      result[object.kind] ??= Object.create(null) as Record<string, CaseObject>;
      result[object.kind]![object.id] = object;
    }
    return result;
  }

  /** Every change of an object, in order of arrival. */
  history(kind: string, id: string): LoggedChange[] {
    return objectChanges(this.#db, kind, id);
  }

  /** Ids of the heads of an object: what an editor passes back as `expect`. */
  heads(kind: string, id: string): string[] {
    return headsOf(this.#db, kind, id).map((head) => head.id);
  }

  /** What an editor saw who began when `seq` was the newest change of the object: the `expect` of the edit. */
  expected(kind: string, id: string, seq: number): string[] {
    const seen = objectChanges(this.#db, kind, id).filter((change) => change.seq <= seq);
    if (seen.length === 0) return [];
    const { conflict, shown, heads } = standing(seen);
    // Only the value that was shown is replaced: an open conflict is settled on purpose, not in passing.
    return conflict ? [shown.id] : heads.map((head) => head.id);
  }

  /** For each object (`kind:id`) the place of its newest head: what `expected` takes. */
  versions(): Map<string, number> {
    const rows = this.#db.all(
      "SELECT h.kind AS kind, h.object AS object, max(l.seq) AS seq FROM heads h JOIN log l ON l.id = h.id GROUP BY h.kind, h.object",
    );
    return new Map(rows.map((row) => [`${row.kind}:${row.object}`, Number(row.seq)]));
  }

  log(filter: LogFilter = {}): LoggedChange[] {
    const where = ["seq > ?"];
    const values: (string | number)[] = [filter.since ?? 0];
    for (const [column, value] of [
      ["by", filter.by],
      ["kind", filter.kind],
      ["grp", filter.group],
    ] as const) {
      if (value === undefined) continue;
      where.push(`${column} = ?`);
      values.push(value);
    }
    const order = filter.newest === true ? "DESC" : "ASC";
    return select(
      this.#db,
      `${where.join(" AND ")} ORDER BY seq ${order} LIMIT ?`,
      ...values,
      filter.limit ?? -1,
    );
  }

  /** The place of the newest change in this file's order of arrival; 0 in an empty log. */
  get lastSeq(): number {
    return this.#db.number("SELECT max(seq) FROM log");
  }

  /** SHA-256s of the newest changes: equal in two copies exactly when their logs are. Written down, it proves the log later. */
  tips(): string[] {
    return this.#db.all("SELECT hash FROM tips ORDER BY hash").map((row) => String(row.hash));
  }

  conflicts(): Conflict[] {
    const rows = this.#db.all("SELECT kind, object FROM objects WHERE conflict = 1 ORDER BY kind, object");
    return rows.map((row) => {
      const [kind, id] = [String(row.kind), String(row.object)];
      const state = standing(headsOf(this.#db, kind, id));
      return { kind, id, heads: state.heads, shown: state.shown.id };
    });
  }

  /** Ends a conflict: the value takes the place of every head the person saw (`expect`; default all there are). */
  settle(act: Act, edit: Edit): LoggedChange {
    checkAct(act);
    checkEdit(edit, 0);
    return this.#commit(act, () => {
      const heads = headsOf(this.#db, edit.kind, edit.id);
      if (heads.length < 2)
        throw new StoreError("not-a-conflict", say.notAConflict(`${edit.kind}:${edit.id}`));
      const replaces = edit.expect === undefined ? heads.map((head) => head.id) : this.#replaces(edit);
      return [{ kind: edit.kind, object: edit.id, value: edit.value, replaces }];
    })[0]!;
  }

  /**
   * Takes back a group of changes (named by its id or that of a change in it) by new changes that restore what was.
   * Refused as a whole when a later change stands on one of them. Undoing an undo is the redo; a conflict that the group
   * settled is open again. Without a name: the last act of `by` that is not yet undone.
   */
  undo(act: Act, name?: string): LoggedChange[] {
    return this.#undo(act, name, "undo");
  }

  /** Takes back the last undo of `by`, if nothing else was done since. */
  redo(act: Act): LoggedChange[] {
    return this.#undo(act, undefined, "redo");
  }

  #undo(act: Act, name: string | undefined, what: "undo" | "redo"): LoggedChange[] {
    checkAct(act);
    const group = name ?? lastUndoable(this.#db, act.by, what);
    if (group === undefined) throw new StoreError("nothing-to-undo", say.nothingToUndo(what, act.by));
    const row = this.#db.get("SELECT grp FROM log WHERE id = ? OR grp = ? LIMIT 1", group, group);
    if (row === undefined) throw new StoreError("unknown-change", say.unknownChange(group, "undo"));
    const undoes = String(row.grp);
    return this.#commit({ ...act, undoes }, () => undoDrafts(this.#db, undoes));
  }

  /** Keeps the bytes of a document and returns their SHA-256 (hex). */
  putBlob(bytes: Uint8Array | Iterable<Uint8Array>): string {
    return putBlob(this.#db, bytes);
  }
  /** The bytes of a document, checked against their hash. */
  getBlob(hash: string): Uint8Array {
    return getBlob(this.#db, hash);
  }
  hasBlob(hash: string): boolean {
    return hasBlob(this.#db, hash);
  }
  blobs(): string[] {
    return blobList(this.#db);
  }

  search(query: string, options: SearchOptions = {}): SearchResult {
    return this.#db.read(() => search(this.#db, query, options));
  }

  /** The whole check. Empty: the file is as it was written. */
  verify(): Finding[] {
    return verify(this.#db);
  }

  /** Makes everything but the log, the documents, the settings and the results anew from the log. */
  rebuild(): void {
    this.#db.write(() => {
      renewTips(this.#db);
      for (const table of ["heads", "objects", "strings"]) this.#db.run(`DELETE FROM ${table}`);
      this.#db.run("INSERT INTO words (words) VALUES ('rebuild')");
      const all = this.#db.all("SELECT DISTINCT kind, object FROM log");
      refold(
        this.#db,
        all.map((row) => [String(row.kind), String(row.object)]),
      );
    });
  }

  /** Takes in the log and documents of another copy. The other stays as it is. @throws StoreError when its log is not intact. */
  mergeFrom(other: CaseFile): Merged {
    const merged = merge(this.#db, other.#db);
    this.#tell();
    return { ...merged, conflicts: this.conflicts() };
  }

  /** A result kept under a key made of everything it depends on. */
  cached<T>(key: string): T | undefined {
    const row = this.#db.get("SELECT value FROM results WHERE key = ?", key);
    return row === undefined ? undefined : (JSON.parse(String(row.value)) as T);
  }
  cache(key: string, value: unknown): void {
    const text = canonical(value);
    this.#db.write(() => this.#db.run("INSERT OR REPLACE INTO results (key, value) VALUES (?,?)", key, text));
  }
  clearCache(): void {
    this.#db.write(() => this.#db.run("DELETE FROM results"));
  }

  /** A setting of this copy: not part of the log, not merged. */
  setting<T>(key: string): T | undefined {
    const row = this.#db.get("SELECT value FROM settings WHERE key = ?", key);
    if (row === undefined) return undefined;
    try {
      return JSON.parse(String(row.value)) as T;
    } catch (cause) {
      throw new StoreError("damaged", say.notReadable(`The setting "${key}"`), { cause });
    }
  }
  set(key: string, value: unknown): void {
    const text = canonical(value);
    this.#db.write(() =>
      this.#db.run("INSERT OR REPLACE INTO settings (key, value) VALUES (?,?)", key, text),
    );
  }

  /** Calls `listener` on every change from now on, also those of other processes (within half a second). Returns the way to stop. */
  onChange(listener: Listener): () => void {
    if (this.#listeners.size === 0) {
      this.#told = this.lastSeq;
      this.#version = this.#db.number("PRAGMA data_version");
      this.#timer = setInterval(() => this.#poll(), POLL_MS);
      this.#timer.unref();
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) clearInterval(this.#timer);
    };
  }

  #poll(): void {
    let version: number;
    try {
      version = this.#db.number("PRAGMA data_version");
    } catch {
      return; // Busy or gone for a moment: the next round sees it.
    }
    if (version === this.#version) return;
    this.#version = version;
    this.#tell(false);
  }

  #tell(own = true): void {
    if (this.#listeners.size === 0) return;
    const changes = this.log({ since: this.#told });
    if (changes.length === 0) return;
    this.#told = changes.at(-1)!.seq;
    for (const listener of [...this.#listeners]) listener(changes, own);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#listeners.clear();
    this.#release();
  }
  [Symbol.dispose](): void {
    this.close();
  }
}

/** The value of a row. @throws StoreError when it was damaged by hand. */
function shownValue(row: Row, where: string): unknown {
  try {
    return JSON.parse(String(row.value));
  } catch (cause) {
    throw new StoreError("damaged", say.notReadable(where), { cause });
  }
}

function place(kind: string): number {
  const at = (KINDS as readonly string[]).indexOf(kind);
  return at < 0 ? KINDS.length : at;
}

function bad(where: string, value: string, limit: string): StoreError {
  return new StoreError("bad-value", say.badValue(where, value, limit));
}

/** Control characters and lone surrogates do not come back from SQLite as they went in. */
const UNSAFE = /[\p{Cs}\0]/u;

function checkAct(act: Act): void {
  if (typeof act.by !== "string" || act.by.trim() === "" || UNSAFE.test(act.by))
    throw bad("by", JSON.stringify(act.by), "a name");
  if (typeof act.why !== "string" || UNSAFE.test(act.why))
    throw bad("why", JSON.stringify(act.why), "words (may be empty)");
}

function checkEdit(edit: Edit, i: number): void {
  if (!isKind(edit.kind)) throw bad(`edits[${i}].kind`, JSON.stringify(edit.kind), "a kind of object");
  if (!isId(edit.id))
    throw bad(`edits[${i}].id`, JSON.stringify(edit.id), "an id (letters, digits, . _ @ ~ -)");
  if (edit.value === null) return;
  if (edit.value.kind !== edit.kind || edit.value.id !== edit.id)
    throw bad(
      `edits[${i}].value`,
      `${edit.value.kind}:${edit.value.id}`,
      `the object ${edit.kind}:${edit.id}`,
    );
  canonical(edit.value, `edits[${i}].value`);
}
