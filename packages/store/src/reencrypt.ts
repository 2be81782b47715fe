import { randomUUID } from "node:crypto";
import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { StoreError } from "./errors.ts";
import { merge } from "./merge.ts";
import * as say from "./messages.ts";
import type { Opened } from "./open.ts";
import { createDatabase, openDatabase } from "./open.ts";

/**
 * A closed connection of this process holds its lock until libsql's statements are collected (see createDatabase), so
 * the collector is asked to do it now. After it a `-wal` file beside a case says that somebody has it open.
 */
export async function releaseClosed(): Promise<void> {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  await pause(20);
}

/** Opens a case that nobody else has open, and locks it. Leaving WAL succeeds only for the one connection there is. */
function openAlone(path: string, passphrase: string | undefined): Opened {
  const own = openDatabase(path, { passphrase });
  try {
    if (passphrase !== undefined && !own.encrypted)
      throw new StoreError("not-encrypted", say.notEncrypted(path));
    own.driver.exec("PRAGMA busy_timeout = 500");
    if (String(own.driver.get("PRAGMA journal_mode = DELETE")?.journal_mode) === "wal")
      throw new StoreError("busy", say.inUse(path));
    own.driver.exec("BEGIN EXCLUSIVE");
    return own;
  } catch (error) {
    own.release();
    if (!(error instanceof StoreError && error.code === "busy")) throw error;
    throw new StoreError("busy", say.inUse(path), { cause: error });
  }
}

/**
 * Writes a case anew under another passphrase (a new key), or none, in its place. Nobody may have it open, in this
 * process or another. The new file stands whole on the disk before it takes the place of the old one, which is then
 * gone: an unencrypted one is not left lying about, though a disk may keep traces of what was deleted.
 * @throws StoreError; then the file is as it was
 */
export async function reencrypt(
  path: string,
  from: string | undefined,
  to: string | undefined,
): Promise<void> {
  if (to === "") throw new StoreError("bad-value", say.emptyPassphrase());
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  const fresh = `${draft}.new`;
  await releaseClosed();
  const old = openAlone(path, from);
  try {
    createDatabase(draft, to);
    const next = openDatabase(draft, { passphrase: to });
    try {
      merge(next.driver, old.driver);
      next.driver.write(() => {
        for (const row of old.driver.all("SELECT key, value FROM settings"))
          next.driver.run(
            "INSERT OR REPLACE INTO settings (key, value) VALUES (?,?)",
            row.key as string,
            row.value as string,
          );
      });
      for (const sql of [
        "SELECT count(*) FROM log",
        "SELECT count(*) FROM tips",
        "SELECT count(*) FROM blobs",
      ])
        if (old.driver.number(sql) !== next.driver.number(sql))
          throw new StoreError("damaged", say.damaged(path, "the copy is not the same"));
    } finally {
      next.release();
    }
    // A file SQLite never had open under another name (see createDatabase on its -shm).
    copyFileSync(draft, fresh);
    const fd = openSync(fresh, "r+");
    fsyncSync(fd);
    closeSync(fd);
    if (process.platform === "win32") old.release();
    renameSync(fresh, path);
  } finally {
    old.release();
    for (const file of [draft, fresh])
      for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(file + end, { force: true });
  }
}
