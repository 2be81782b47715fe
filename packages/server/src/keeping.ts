import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { slug } from "@parley/case";
import { copyCase, openCase, reencrypt, releaseClosed } from "@parley/store";
import type { CaseEntry, MergeReply, TrashReply } from "./api.ts";
import type { CasesFolder } from "./cases-folder.ts";
import { cleanName } from "./casework/add-document.ts";
import { writeCase } from "./casework/import-case.ts";
import { loadTextFiles } from "./casework/load-case.ts";
import { isZip, unzip } from "./casework/unzip.ts";
import { HttpError } from "./http/http-error.ts";
import * as say from "./messages.ts";

/*
 * What a person does with whole cases on the start page. Nothing here erases or overwrites a case: copies and imports
 * get names that are free, and a case that is thrown away is moved into the folder Trash.
 */

const ENDING = ".parley";
const TRASH = "Trash";
const ENDINGS = ["", "-wal", "-shm", "-journal"];

/** A copy with all documents and the whole history, under another title. An encrypted case needs a passphrase for it. */
export function duplicate(
  folder: CasesFolder,
  name: string,
  title: string,
  passphrase: string | undefined,
): CaseEntry {
  const { file } = folder.get(name);
  if (file.encrypted && passphrase === undefined)
    throw new HttpError(400, "needs-passphrase", say.needsPassphrase(name));
  const copy = folder.freeName(slug(title));
  const path = join(folder.folder, copy + ENDING);
  copyCase(file, path, passphrase === undefined ? {} : { passphrase });
  const open = folder.get(copy, passphrase);
  open.rename(title);
  return folder.entry(copy);
}

/** Take in a case from outside: a case file, a `case.yaml`, or a ZIP of a text form's folder. */
export async function importBytes(
  folder: CasesFolder,
  bytes: Uint8Array,
  called: string,
): Promise<CaseEntry> {
  const file = cleanName(called);
  const plain = file.replace(/\.(parley|zip|ya?ml)$/i, "");
  const name = folder.freeName(slug(plain === "case" ? "imported" : plain));
  const path = join(folder.folder, name + ENDING);
  const options = { by: folder.by, why: `Taken in from ${file}` };
  if (isZip(bytes)) {
    const files = unzip(bytes);
    const main = mainOf([...files.keys()]);
    if (main === undefined) throw new HttpError(422, "no-case-yaml", say.notImportable(file));
    const root = posix.dirname(main);
    const below = new Map(
      [...files].flatMap(([at, content]): [string, Uint8Array][] => {
        const short = root === "." ? at : at.startsWith(`${root}/`) ? at.slice(root.length + 1) : undefined;
        return short === undefined ? [] : [[short, content]];
      }),
    );
    await writeCase(await loadTextFiles(below, posix.basename(main), file), path, options);
  } else if (/\.ya?ml$/i.test(file)) {
    await writeCase(await loadTextFiles(new Map([[file, bytes]]), file, file), path, options);
  } else if (/\.parley$/i.test(file)) takeFile(folder, bytes, path);
  else throw new HttpError(422, "not-importable", say.notImportable(file));
  return folder.entry(name);
}

/** The `case.yaml` of an archive that is nearest to its top. */
function mainOf(names: readonly string[]): string | undefined {
  const fits = names.filter((name) => posix.basename(name) === "case.yaml" && !name.startsWith("__MACOSX/"));
  return fits.sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1))[0];
}

/** A case file from outside is looked at before it gets its name; an encrypted one when it is unlocked. */
function takeFile(folder: CasesFolder, bytes: Uint8Array, path: string): void {
  const draft = join(folder.folder, `.import.${randomUUID()}`);
  writeFileSync(draft, bytes, { flag: "wx" });
  try {
    try {
      const file = openCase(draft, { readOnly: true });
      try {
        const first = file.verify()[0];
        if (first !== undefined) throw new HttpError(422, "damaged", first.message);
      } finally {
        file.close();
      }
    } catch (error) {
      if ((error as { code?: string }).code !== "passphrase-needed") throw error;
    }
    // Fresh bytes under the final name: SQLite never had this file open under another.
    writeFileSync(path, bytes, { flag: "wx" });
  } finally {
    for (const end of ENDINGS) rmSync(draft + end, { force: true });
  }
}

/** Take the changes and documents of another copy into a case. The other copy stays as it is. */
export function mergeInto(folder: CasesFolder, name: string, from: string): MergeReply {
  if (name === from) throw new HttpError(400, "bad-request", say.mergeItself());
  const { file } = folder.get(name);
  const other = folder.get(from).file;
  const first = file.log({ limit: 1 })[0]?.id;
  if (first === undefined || other.log({ limit: 1 })[0]?.id !== first)
    throw new HttpError(409, "strangers", say.mergeStrangers(), { todo: say.mergeStrangersTodo() });
  const since = file.lastSeq;
  const before = new Set(file.conflicts().map(({ kind, id }) => `${kind}:${id}`));
  const { added, addedBlobs, conflicts } = file.mergeFrom(other);
  const kinds: MergeReply["kinds"] = {};
  const seen = new Set<string>();
  for (const { kind, object } of file.log({ since })) {
    if (seen.has(`${kind}:${object}`)) continue;
    seen.add(`${kind}:${object}`);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  const fresh = conflicts.filter(({ kind, id }) => !before.has(`${kind}:${id}`)).length;
  return { added, documents: addedBlobs, objects: seen.size, kinds, conflicts: conflicts.length, fresh };
}

/** Give a case a passphrase, another one, or none. It is open again afterwards. */
export async function setPassphrase(
  folder: CasesFolder,
  name: string,
  current: string | undefined,
  next: string | undefined,
): Promise<CaseEntry> {
  const path = folder.pathOf(name);
  const { encrypted } = folder.entry(name);
  if (current !== undefined && current === next)
    throw new HttpError(400, "same-passphrase", say.passphraseSame());
  if (!encrypted && next === undefined) return folder.entry(name);
  // A wrong passphrase is said before anything is closed.
  if (encrypted) folder.get(name, current ?? "");
  folder.shut(name);
  await reencrypt(path, encrypted ? (current ?? "") : undefined, next);
  folder.get(name, next);
  return folder.entry(name);
}

/** Move a case into the folder Trash; `restore` brings it back. */
export async function trash(folder: CasesFolder, name: string): Promise<TrashReply> {
  const path = folder.pathOf(name);
  if (folder.isElsewhere(name)) throw new HttpError(409, "elsewhere", say.noPlace(name), { where: path });
  try {
    // Opening takes in what a program that ended in the middle left beside the file.
    folder.get(name);
  } catch {
    // Locked or damaged: it can be thrown away all the same.
  }
  folder.shut(name);
  await releaseClosed();
  // SQLite takes this file away with the last connection: somebody else has the case open, or ended in the middle.
  if (statSync(`${path}-wal`, { throwIfNoEntry: false }) !== undefined)
    throw new HttpError(409, "busy", say.inUse(name));
  const bin = join(folder.folder, TRASH);
  mkdirSync(bin, { recursive: true });
  let trashed = name;
  for (let n = 2; statSync(join(bin, trashed + ENDING), { throwIfNoEntry: false }) !== undefined; n++)
    trashed = `${name}-${n}`;
  renameSync(path, join(bin, trashed + ENDING));
  return { name, trashed, file: join(bin, trashed + ENDING) };
}

/** Bring a case back from the folder Trash. */
export function restore(folder: CasesFolder, trashed: string): CaseEntry {
  const bin = join(folder.folder, TRASH);
  const there = statSync(bin, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(bin);
  if (!there.includes(trashed + ENDING)) throw new HttpError(404, "no-case", say.notInTrash(trashed));
  const name = folder.freeName(trashed);
  renameSync(join(bin, trashed + ENDING), join(folder.folder, name + ENDING));
  return folder.entry(name);
}
