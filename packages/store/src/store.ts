import { rmSync } from "node:fs";
import type { Act } from "./case-file.ts";
import { CaseFile } from "./case-file.ts";
import { createDatabase, openDatabase } from "./open.ts";

export interface OpenOptions {
  passphrase?: string;
  readOnly?: boolean;
  /** Milliseconds since 1970; for tests and imports. */
  now?: () => number;
}

/** Opens a case file. @throws StoreError that says plainly why it cannot be opened. */
export function openCase(path: string, options: OpenOptions = {}): CaseFile {
  const opened = openDatabase(path, options);
  try {
    return new CaseFile(path, opened, options.now);
  } catch (error) {
    opened.release();
    throw error;
  }
}

/** Makes a new case file with its title as the first change. It never overwrites a file. */
export function createCase(
  path: string,
  options: { by: string; title: string; passphrase?: string; why?: string; now?: () => number },
): CaseFile {
  createDatabase(path, options.passphrase);
  const file = openCase(path, options);
  const act: Act = { by: options.by, why: options.why ?? "" };
  try {
    file.change(act, [
      { kind: "case", id: "case", value: { kind: "case", id: "case", title: options.title } },
    ]);
  } catch (error) {
    // A case without a title is none: it must not take the name of the one that is made next.
    file.close();
    for (const ending of ["", "-wal", "-shm"]) rmSync(path + ending, { force: true });
    throw error;
  }
  return file;
}

/** Writes the whole case (log and documents) into a new file: with another passphrase, or none. */
export function copyCase(from: CaseFile, path: string, options: { passphrase?: string } = {}): void {
  createDatabase(path, options.passphrase);
  using copy = openCase(path, options);
  copy.mergeFrom(from);
}
