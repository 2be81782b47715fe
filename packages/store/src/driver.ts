import { statSync } from "node:fs";
import Database from "libsql";
import { StoreError } from "./errors.ts";
import {
  busy,
  cannotWrite,
  closed,
  damaged,
  diskFull,
  missingFolder,
  notACase,
  readOnly,
} from "./messages.ts";

/** What SQL is given and gives back. */
export type SqlValue = string | number | null | Uint8Array;
/** A row as an object by column. */
export type Row = Record<string, SqlValue>;

/** How long a write waits for another program's. */
const BUSY_SECONDS = 30;

/** The few things the store asks of a database. Everything is synchronous, so no other work of this process comes between. */
export class Driver {
  readonly path: string;
  readonly readOnly: boolean;
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  #open = true;

  /** @throws StoreError, as does every method. */
  constructor(path: string, options: { key?: string | undefined; readOnly?: boolean | undefined } = {}) {
    this.path = path;
    this.readOnly = options.readOnly === true;
    const name = this.readOnly
      ? `file:${encodeURI(path).replaceAll("?", "%3f").replaceAll("#", "%23")}?mode=ro`
      : path;
    try {
      this.#db = new Database(name, {
        timeout: BUSY_SECONDS * 1000,
        ...(options.key === undefined ? {} : { encryptionKey: options.key, encryptionCipher: "aes256cbc" }),
      } as Database.Options);
    } catch (cause) {
      if (this.readOnly) throw new StoreError("damaged", damaged(path, String(cause)), { cause });
      throw new StoreError("missing-folder", missingFolder(path), { cause });
    }
  }

  /** Runs statements without parameters. */
  exec(sql: string): void {
    this.#guard(() => this.#db.exec(sql));
  }

  run(sql: string, ...values: SqlValue[]): void {
    this.#guard(() => this.#statement(sql).run(values));
  }

  all(sql: string, ...values: SqlValue[]): Row[] {
    return this.#guard(() => this.#statement(sql).all(values) as Row[]);
  }

  get(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.#guard(() => this.#statement(sql).all(values)[0] as Row | undefined);
  }

  /** The one number a statement gives; 0 when it gives no row. */
  number(sql: string, ...values: SqlValue[]): number {
    const row = this.get(sql, ...values);
    return row === undefined ? 0 : Number(Object.values(row)[0]);
  }

  /** Rows one by one, for results that should not stand in memory at once. */
  *each(sql: string, ...values: SqlValue[]): Generator<Row> {
    // A statement of its own: a cached one may be asked again while this runs.
    const rows = this.#guard(() => this.#db.prepare(sql).iterate(values)) as Iterator<Row>;
    for (;;) {
      const next = this.#guard(() => rows.next());
      if (next.done === true) return;
      yield next.value;
    }
  }

  /** All or nothing; returns only when the result is on the disk. Holds the file's write lock from its start. */
  write<T>(act: () => T): T {
    if (this.readOnly) throw new StoreError("read-only", readOnly(this.path));
    this.exec("BEGIN IMMEDIATE");
    try {
      const result = act();
      this.exec("COMMIT");
      return result;
    } catch (error) {
      this.#rollback();
      throw error;
    }
  }

  /** Several reads that see one state of the file. */
  read<T>(act: () => T): T {
    if (this.#db.inTransaction) return act();
    this.exec("BEGIN");
    try {
      return act();
    } finally {
      this.#rollback();
    }
  }

  close(): void {
    if (!this.#open) return;
    try {
      // Leaves nothing in the -wal file, so that the one file is the whole case.
      if (!this.readOnly) this.#statement("PRAGMA wal_checkpoint(TRUNCATE)").all();
    } catch {
      // Another program reads at this moment or the disk is full: what was acknowledged is safe in the -wal file.
    }
    this.#open = false;
    this.#statements.clear();
    this.#db.close();
  }

  #rollback(): void {
    try {
      if (this.#db.inTransaction) this.#db.exec("ROLLBACK");
    } catch {
      // SQLite has rolled back by itself.
    }
  }

  #statement(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #guard<T>(act: () => T): T {
    if (!this.#open) throw new StoreError("closed", closed(this.path));
    try {
      return act();
    } catch (error) {
      throw translate(error, this.path);
    }
  }
}

/** SQLite's errors in plain words. */
function translate(error: unknown, path: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const code = String((error as { code?: unknown }).code ?? "");
  const with_ = { cause: error };
  if (code.startsWith("SQLITE_FULL")) return new StoreError("disk-full", diskFull(path), with_);
  if (code.startsWith("SQLITE_BUSY")) return new StoreError("busy", busy(path, BUSY_SECONDS), with_);
  if (code.startsWith("SQLITE_READONLY")) return new StoreError("read-only", readOnly(path), with_);
  if (code.startsWith("SQLITE_IOERR_SHORT_READ") || code.startsWith("SQLITE_IOERR_READ"))
    return new StoreError("damaged", damaged(path, error.message), with_);
  if (code.startsWith("SQLITE_IOERR") || code.startsWith("SQLITE_CANTOPEN"))
    return new StoreError("cannot-write", cannotWrite(path, `${code}: ${error.message}`), with_);
  if (code.startsWith("SQLITE_CORRUPT"))
    return new StoreError("damaged", damaged(path, error.message), with_);
  if (code.startsWith("SQLITE_NOTADB")) return new StoreError("not-a-case", notACase(path), with_);
  return error;
}

/** Bytes of a file, or 0 when there is none. Asks without opening it (see open.ts on why that matters). */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
