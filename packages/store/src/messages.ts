/** Every sentence the store says to people. */
export const missingFolder = (folder: string): string =>
  `The folder "${folder}" does not exist. Make it first, or choose another place.`;
export const missingFile = (path: string): string => `There is no file "${path}". Check the name.`;
export const fileExists = (path: string): string =>
  `"${path}" already exists and is left untouched. Choose another name.`;
export const isFolder = (path: string): string => `"${path}" is a folder, not a case file.`;
export const notACase = (path: string): string =>
  `"${path}" is not a Parley case file (it does not start as one). Nothing was changed.`;
export const otherDatabase = (path: string, applicationId: number): string =>
  `"${path}" is a SQLite database, but not a Parley case (application id ${applicationId}). Nothing was changed.`;
export const newerVersion = (path: string, version: number, known: number): string =>
  `"${path}" was written by a newer Parley (file version ${version}; this one reads up to ${known}). Update Parley; nothing was changed.`;
export const passphraseNeeded = (path: string): string => `"${path}" is encrypted: a passphrase is needed.`;
export const wrongPassphrase = (path: string): string =>
  `The passphrase for "${path}" is wrong. Check capitals and keyboard layout, and try again.`;
export const emptyPassphrase = (): string =>
  "The passphrase is empty. Give at least one character, or none at all for a case that is not encrypted.";
export const notEncrypted = (path: string): string => `"${path}" is not encrypted, so it has no passphrase.`;
export const damaged = (path: string, detail: string): string =>
  `"${path}" is damaged (${detail}). Keep the file as it is and run a salvage into a new file.`;
export const foreignProgram = (path: string, type: string, name: string): string =>
  `"${path}" holds a ${type} "${name}" that Parley did not put there: it would run inside every change. Nothing was changed. Keep the file as it is and run a salvage into a new file.`;
export const notReadable = (what: string): string =>
  `${what} cannot be read: it is not as Parley wrote it. Keep the file as it is and run a salvage into a new file.`;
export const truncated = (path: string, size: number, expected: number): string =>
  `"${path}" is cut short: ${size} bytes of at least ${expected}. Fetch a whole copy, or run a salvage into a new file.`;
export const diskFull = (path: string): string =>
  `There is no room to write "${path}": the disk (or its limit) is full. This change was not made; every earlier one is kept. Free some space and try again.`;
export const busy = (path: string, seconds: number): string =>
  `Another program has been writing to "${path}" for ${seconds} seconds. This change was not made; try again.`;
export const inUse = (path: string): string =>
  `"${path}" is open in another program or window. Close it there and try again; nothing was changed.`;
export const readOnly = (path: string): string =>
  `"${path}" is open for reading only: nothing can be changed. Copy it to a place where you may write.`;
export const cannotWrite = (path: string, detail: string): string =>
  `"${path}" cannot be written (${detail}). This change was not made; every earlier one is kept.`;
export const badValue = (where: string, value: string, limit: string): string =>
  `${where}: ${value} cannot be kept; expected ${limit}.`;
export const unknownChange = (name: string, where: string): string =>
  `${where}: the log has no change "${name}". Read the object's history and use an id from it.`;
export const laterChanges = (blocked: readonly string[]): string =>
  `This cannot be undone by itself, because later changes stand on it: ${blocked.join("; ")}. Undo those first, or write the old value as a new change.`;
export const laterChange = (object: string, by: string, at: string): string =>
  `${object}, changed by ${by} at ${at}`;
export const notAConflict = (object: string): string => `${object} has no conflict to settle.`;
export const nothingToUndo = (what: "undo" | "redo", by: string): string =>
  `There is nothing to ${what} for ${by}.`;
export const blobMissing = (hash: string): string => `This case holds no document with SHA-256 ${hash}.`;
export const blobDamaged = (hash: string, found: string): string =>
  `The stored document ${hash} is damaged: its bytes now have SHA-256 ${found}. Fetch the original again.`;
export const idClash = (id: string): string =>
  `The two files hold different changes under one id (${id}): one of them was rewritten. Nothing was merged; verify both files.`;
export const mergeRefused = (path: string, count: number, first: string): string =>
  `"${path}" has ${count} finding(s) and was not merged. First: ${first}`;
export const closed = (path: string): string => `"${path}" was closed.`;
// Findings of verify, opening and salvage.
export const findTampered = (seq: number, id: string): string =>
  `Change ${id} (row ${seq}) does not match its hash: it was altered after it was written.`;
export const findPredecessor = (id: string, hash: string): string =>
  `Change ${id} names a predecessor that is not in the log (${hash}).`;
export const findReplaces = (id: string, replaced: string): string =>
  `Change ${id} replaces ${replaced}, which is not in the log or is another object's.`;
export const findTips = (): string =>
  `The list of newest changes differs from the log: a change was removed or added by hand.`;
export const findFold = (object: string): string =>
  `${object} as shown differs from what the log says. Rebuild the file's tables.`;
export const findIndex = (object: string): string =>
  `The search index of ${object} differs from the object. Rebuild it.`;
export const findBlob = (hash: string): string => `The stored document ${hash} does not match its hash.`;
export const findGuard = (name: string): string =>
  `The guard "${name}", which keeps the log append-only, was removed or altered: verify the file.`;
export const findPages = (detail: string): string => `The database's pages are damaged: ${detail}.`;
export const findBlobMissing = (object: string, hash: string): string =>
  `${object} names the document ${hash}, which this file does not hold.`;
