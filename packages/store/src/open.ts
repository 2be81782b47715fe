import { randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Driver, sizeOf } from "./driver.ts";
import { ENVELOPE_SIZE, envelopePlaces, isEnvelope, newKey, PAGE_SIZE, seal, unseal } from "./envelope.ts";
import { StoreError } from "./errors.ts";
import * as say from "./messages.ts";
import { APPLICATION_ID, ENVELOPE_TABLE, FILE_VERSION, LAYOUT, TABLES } from "./schema.ts";

/*
 * Reading a database file past SQLite and closing it again drops the locks this process holds on it (POSIX), and
 * another process could then take the -wal file away under us. So a file is read raw only while this process does
 * not have it open; what was read is remembered for a second opening.
 */
const opened = new Map<string, { count: number; header: Header }>();

interface Header {
  plain: boolean;
  applicationId: number;
  version: number;
  expected: number;
  envelopes: Uint8Array[];
}

function identity(path: string): string {
  const { dev, ino } = statSync(path);
  return `${dev}:${ino}`;
}

function readHeader(path: string): Header {
  const fd = openSync(path, "r");
  try {
    const head = Buffer.alloc(100);
    readSync(fd, head, 0, 100, 0);
    const plain = head.subarray(0, 16).toString("latin1") === "SQLite format 3\0";
    const rawSize = head.readUInt16BE(16);
    const pageSize = rawSize === 1 ? 65536 : rawSize;
    const envelopes = envelopePlaces().map((at) => {
      const bytes = Buffer.alloc(ENVELOPE_SIZE);
      readSync(fd, bytes, 0, ENVELOPE_SIZE, at);
      return bytes;
    });
    return {
      plain,
      applicationId: head.readUInt32BE(68),
      version: head.readUInt32BE(60),
      expected: head.readUInt32BE(28) * pageSize,
      envelopes: plain ? [] : envelopes.filter(isEnvelope),
    };
  } finally {
    closeSync(fd);
  }
}

/** Undefined also for a link that leads nowhere but to itself. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ELOOP") return undefined;
    throw error;
  }
}

/** The header of a file that is a case by its first look. @throws StoreError that says why it is not. */
function look(path: string, forSalvage: boolean): { header: Header; id: string; path: string } {
  const stat = statOf(path);
  if (stat === undefined) throw new StoreError("missing-file", say.missingFile(path));
  if (stat.isDirectory()) throw new StoreError("is-folder", say.isFolder(path));
  const real = realpathSync(path);
  const id = identity(real);
  const header = opened.get(id)?.header ?? readHeader(real);
  if (!header.plain && header.envelopes.length === 0) throw new StoreError("not-a-case", say.notACase(path));
  if (header.plain) {
    if (header.applicationId !== APPLICATION_ID)
      throw new StoreError("not-a-case", say.otherDatabase(path, header.applicationId));
    if (header.version > FILE_VERSION)
      throw new StoreError("newer-version", say.newerVersion(path, header.version, FILE_VERSION));
    if (!forSalvage && stat.size < header.expected && sizeOf(`${real}-wal`) === 0)
      throw new StoreError("truncated", say.truncated(path, stat.size, header.expected));
  }
  return { header, id, path: real };
}

function keyFor(path: string, header: Header, passphrase: string | undefined): string | undefined {
  if (header.plain) return undefined;
  if (passphrase === undefined || passphrase === "")
    throw new StoreError("passphrase-needed", say.passphraseNeeded(path));
  for (const envelope of header.envelopes) {
    const key = unseal(envelope, passphrase);
    if (key !== undefined) return key;
  }
  throw new StoreError("wrong-passphrase", say.wrongPassphrase(path));
}

/** An open database and what to call when it is done with. */
export interface Opened {
  driver: Driver;
  encrypted: boolean;
  release: () => void;
}

/** Opens a case file's database. */
export function openDatabase(
  name: string,
  options: {
    passphrase?: string | undefined;
    readOnly?: boolean | undefined;
    salvage?: boolean | undefined;
  } = {},
): Opened {
  const { header, id, path } = look(name, options.salvage === true);
  const key = keyFor(name, header, options.passphrase);
  const driver = new Driver(path, { key, readOnly: options.readOnly });
  const entry = opened.get(id) ?? { count: 0, header };
  entry.count++;
  opened.set(id, entry);
  let held = true;
  const release = (): void => {
    driver.close();
    if (held && --entry.count === 0) opened.delete(id);
    held = false;
  };
  try {
    if (options.salvage === true) driver.all("PRAGMA writable_schema = ON");
    else prepare(driver, name);
    return { driver, encrypted: key !== undefined, release };
  } catch (error) {
    release();
    throw error;
  }
}

function prepare(driver: Driver, name: string): void {
  driver.exec("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;");
  const applicationId = driver.number("PRAGMA application_id");
  if (applicationId !== APPLICATION_ID)
    throw new StoreError("not-a-case", say.otherDatabase(name, applicationId));
  const version = driver.number("PRAGMA user_version");
  if (!driver.readOnly && String(driver.get("PRAGMA journal_mode")?.journal_mode) !== "wal")
    driver.exec("PRAGMA journal_mode = WAL");
  if (version > FILE_VERSION)
    throw new StoreError("newer-version", say.newerVersion(name, version, FILE_VERSION));
  checkLayout(driver, name);
}

/**
 * Whether the database is laid out as Parley lays it out. A trigger or a view put there by somebody else is a program
 * that would run inside every change: it could drop an edit that was acknowledged, or lower a handling level. A guard
 * that is missing is a finding, not a refusal (see verify.ts): nothing runs because of it.
 */
function checkLayout(driver: Driver, name: string): void {
  const rows = driver.all(
    "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'trigger', 'view')",
  );
  const kept = new Map(rows.map((row) => [String(row.name), String(row.sql)]));
  for (const row of rows) {
    if (row.type !== "table" && LAYOUT.get(String(row.name)) !== row.sql)
      throw new StoreError("damaged", say.foreignProgram(name, String(row.type), String(row.name)));
  }
  for (const [own, sql] of LAYOUT) {
    if (/^CREATE (VIRTUAL )?TABLE/.test(sql) && kept.get(own) !== sql)
      throw new StoreError("damaged", say.damaged(name, `its table "${own}" is missing or altered`));
  }
}

/** Makes the empty database of a case. It appears under its name only when it is whole. */
export function createDatabase(path: string, passphrase: string | undefined): void {
  const target = resolve(path);
  const folder = dirname(target);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new StoreError("missing-folder", say.missingFolder(folder));
  const there = statSync(target, { throwIfNoEntry: false });
  if (there?.isDirectory() === true) throw new StoreError("is-folder", say.isFolder(path));
  if (there !== undefined) throw new StoreError("exists", say.fileExists(path));
  if (passphrase === "") throw new StoreError("bad-value", say.emptyPassphrase());
  const draft = join(folder, `.${basename(target)}.${randomUUID()}`);
  try {
    const key = passphrase === undefined ? undefined : newKey();
    const driver = new Driver(draft, { key });
    try {
      driver.exec(`PRAGMA page_size = ${PAGE_SIZE}; PRAGMA auto_vacuum = NONE;`);
      driver.all("PRAGMA journal_mode = DELETE");
      driver.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FILE_VERSION};`);
      driver.exec(ENVELOPE_TABLE);
      driver.run("INSERT INTO envelope (id, filler) VALUES (1, zeroblob(?))", 4 * PAGE_SIZE);
      for (const place of envelopePlaces()) {
        const row = driver.get(
          "SELECT name, pagetype FROM dbstat WHERE pageno = ?",
          Math.floor(place / PAGE_SIZE) + 1,
        );
        if (row?.name !== "envelope" || row.pagetype !== "overflow")
          throw new StoreError(
            "damaged",
            say.damaged(path, "the envelope's pages are not where they belong"),
          );
      }
      for (const sql of TABLES) driver.exec(sql);
    } finally {
      driver.close();
    }
    if (passphrase !== undefined && key !== undefined) writeEnvelope(draft, seal(key, passphrase));
    // WAL begins under the final name (see prepare): SQLite shares its -shm by file within a process, and libsql frees
    // statements, and with them a closed connection, only when they are collected. A draft in WAL mode would leave
    // this process on the draft's -shm and others on the real one: changes would be lost.
    try {
      linkSync(draft, target);
    } catch (cause) {
      if ((cause as { code?: string }).code === "EEXIST")
        throw new StoreError("exists", say.fileExists(path));
      // File systems without links, such as those of USB sticks.
      renameSync(draft, target);
    }
    syncFolder(folder);
  } finally {
    for (const end of ["", "-wal", "-shm", "-journal"]) {
      try {
        unlinkSync(draft + end);
      } catch {
        // It was not there.
      }
    }
  }
}

/** Both copies, one after the other, each on the disk before the next. */
function writeEnvelope(path: string, envelope: Uint8Array): void {
  const fd = openSync(path, "r+");
  try {
    for (const place of [...envelopePlaces()].reverse()) {
      writeSync(fd, envelope, 0, envelope.length, place);
      fsyncSync(fd);
    }
  } finally {
    closeSync(fd);
  }
}

/**
 * Gives an encrypted case, which nobody in this process has open, another passphrase. The file's key stays: who has
 * the old passphrase and an old copy can read later ones; `copyCase` writes the case under a new key.
 */
export function changePassphrase(path: string, passphrase: string, next: string): void {
  if (next === "") throw new StoreError("bad-value", say.emptyPassphrase());
  const { header, id, path: real } = look(path, false);
  if (header.plain) throw new StoreError("not-encrypted", say.notEncrypted(path));
  if (opened.has(id)) throw new StoreError("busy", say.busy(path, 0));
  const key = keyFor(path, header, passphrase);
  if (key !== undefined) writeEnvelope(real, seal(key, next));
}

function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, "r");
    fsyncSync(fd);
    closeSync(fd);
  } catch {
    // Windows cannot do this, and need not.
  }
}
