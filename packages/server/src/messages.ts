/** Every sentence the server says to people. */
export const needToken = (): string =>
  "This address needs the token that was printed when Parley was started.";
export const needTokenTodo = (): string => "Open the whole address, with its token, as it was printed.";
export const wrongHost = (host: string): string => `This server does not answer under the name "${host}".`;
export const wrongHostTodo = (host: string): string =>
  `Use the printed address; it begins with http://${host}/.`;
export const otherOrigin = (origin: string): string =>
  `A page of another origin (${origin}) may not use this server.`;
export const noRoute = (path: string): string => `There is nothing at ${path}.`;
export const noWorkbench = (): string =>
  "The workbench's pages have not been built. Build them with `npm run build`; the API answers without them.";
export const tooLarge = (what: string, limit: number): string =>
  `${what} is larger than ${megabytes(limit)} MB, which is the most that is taken in.`;
export const tooLargeTodo = (): string => "Split it, or leave out what is not needed; the case is unchanged.";
export const emptyDocument = (): string => "The document is empty (0 bytes); the case is unchanged.";
export const notJson = (detail: string): string => `The request is not JSON: ${detail}.`;
export const expected = (where: string, found: unknown, wanted: string): string =>
  `${where} is ${short(found)}; expected ${wanted}.`;
export const noCase = (name: string): string => `There is no case called "${name}".`;
export const noExample = (name: string): string => `There is no example called "${name}".`;
export const noChange = (change: string, ref: string): string =>
  `The history of "${ref}" has no change "${change}". Read the history again and use an id from it.`;
export const tookTooLong = (millis: number): string =>
  `Reading it took longer than ${Math.round(millis / 1000)} seconds and was stopped; the case is unchanged.`;
export const tookTooMuch = (bytes: number): string =>
  `Reading it took more than ${Math.round(bytes / 2 ** 20)} MB of memory and was stopped; the case is unchanged.`;
export const tookTooMuchTodo = (): string =>
  "Cut it into parts, or save its text as a plain text file, and add that.";
export const nestedArchive = (): string =>
  "An archive within an archive is not unpacked. Unpack it by itself, and add what is in it.";
export const tooManyWaiting = (limit: number): string =>
  `More than ${limit} documents wait already. Add the rest when these are done; what is there already is not doubled.`;
export const noAttachments = (id: string): string => `Nothing came with "${id}".`;
export const noSource = (id: string): string => `This case has no document "${id}".`;
export const noText = (id: string): string => `The document "${id}" has no text version.`;
export const locked = (name: string): string => `The case "${name}" is encrypted and has not been unlocked.`;
export const lockedTodo = (): string => "Give its passphrase.";
export const inside = (): string => "Something went wrong inside Parley; the case is as it was.";
export const insideTodo = (): string =>
  "The terminal that runs Parley shows the details; please report them.";
export const portTaken = (port: number, host: string): string =>
  `Port ${port} on ${host} is taken and no other was free.`;
export const cannotListen = (host: string, port: number, detail: string): string =>
  `Parley cannot listen on ${host}, port ${port}: ${detail}.`;
export const untagged = (count: number): string =>
  count === 1
    ? "The brief has one number that nothing vouches for, so it is not written."
    : `The brief has ${count} numbers that nothing vouches for, so it is not written.`;
export const untaggedTodo = (): string => "Give each a basis or an assumption with a name, or take it out.";
export const formatUnknown = (format: string): string =>
  `"${format}" is not a format that can be written now.`;
export const textFormErrors = (count: number): string =>
  `The text form has ${count} error${count === 1 ? "" : "s"}, so it was not taken in.`;
export const notAFolderOrCase = (): string =>
  "This is not a case: expected a .parley file, a case.yaml, or a folder that has one.";
export const noCaseYaml = (): string => "This folder has no case.yaml.";

export const archiveDamaged = (): string => "This archive is damaged: it cannot be unpacked.";
export const archiveTodo = (): string =>
  "Pack the folder of the text form again as a plain ZIP file. Nothing was changed.";
export const archiveTooMany = (count: number, limit: number): string =>
  `This archive has ${count} files; at most ${limit} are taken in.`;
export const archiveTooLarge = (limit: number): string =>
  `This archive unpacks to more than ${megabytes(limit)} MB, which is the most that is taken in.`;
export const archiveLocked = (name: string): string => `"${name}" in this archive is encrypted.`;
export const archiveMethod = (name: string): string =>
  `"${name}" in this archive is packed in a way that cannot be read.`;
export const notImportable = (name: string): string =>
  `"${name}" is not a case: expected a .parley file, a case.yaml, or a ZIP file with a case.yaml in it.`;
export const noPlace = (name: string): string =>
  `"${name}" lies outside the folder of your cases, so it is not moved.`;
export const inUse = (name: string): string =>
  `The case "${name}" is open in another program. Close it there and try again; nothing was changed.`;
export const notInTrash = (name: string): string => `There is no case called "${name}" in the trash.`;
export const needsPassphrase = (name: string): string =>
  `The case "${name}" is encrypted, so its copy needs a passphrase too.`;
export const mergeItself = (): string => "A case cannot be merged into itself. Choose another copy.";
export const mergeStrangers = (): string =>
  "The two cases have no change in common: one is not a copy of the other. Nothing was changed.";
export const mergeStrangersTodo = (): string =>
  "Merge only copies of the same case. To bring documents from another case, add them to this one.";
export const passphraseWanted = (field: string): string =>
  `${field} is not a passphrase; expected 1 to 10,000 characters.`;
export const passphraseSame = (): string => "The new passphrase is the one the case has already.";
export const cancelled = (): string => "The computation was stopped; nothing was lost.";
export const cancelledTodo = (): string => "Start it again when you want its results.";
export const whyTitle = (title: string): string => `Title: ${title}`;
export const contentsDamaged = (name: string): string =>
  `The case "${name}" is damaged: something in it is not as Parley wrote it.`;
export const tooDeep = (limit: number): string =>
  `The request is nested more than ${limit} levels deep; nothing in a case is.`;
export const unreadable = (field: string): string =>
  `${field} holds characters that cannot be read or that turn the direction of others; type it anew.`;
export const unfit = (ref: string, problem: string): string =>
  `"${ref}" is left out: it is not as Parley writes it (${problem}).`;
export const salvageTodo = (): string =>
  "Keep the file as it is; `parley verify` says what is wrong with it. Use another copy if you have one.";
export const noObject = (ref: string): string => `This case has no object "${ref}".`;

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

/** A value as an error shows it: never more than a line of it. */
function short(value: unknown): string {
  const text = value === undefined ? "missing" : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
export const nothingTo = (what: "undo" | "redo", by: string): string =>
  `There is nothing to ${what} for ${by}.`;

export const lookedAgain = (title: string): string => `The rules looked again at ${title}`;
export const modelUnnamed = (): string => "A model is turned on, but it has no name.";
export const modelAddress = (address: string, why: string): string =>
  `${short(address)} cannot be the address of a model: ${why}.`;
export const modelNoUrl = (): string => "it is no web address, as http://127.0.0.1:11434/v1 would be";
export const modelCredentials = (): string => "it holds a name or password; give a key in its own field";
export const modelPlainHttp = (): string =>
  "outside this machine it must begin with https://, so that nobody between reads the text";
export const modelOff = (): string => "No language model is turned on. Nothing was sent.";
export const modelOffTodo = (): string => "Turn one on under Settings, if you want one.";
export const modelLevel = (level: string, host: string): string =>
  `This document is held at the level "${level}" and does not leave this machine; ${host} is elsewhere. Nothing was sent.`;
export const modelStatus = (host: string, status: number): string =>
  `The model at ${host} refused (status ${status}). The case is unchanged.`;
export const modelSlow = (host: string, ms: number): string =>
  `The model at ${host} did not answer within ${Math.round(ms / 1000)} seconds. The case is unchanged.`;
export const modelUnreachable = (host: string): string =>
  `The model at ${host} could not be reached, or sent the question elsewhere, which is not followed. The case is unchanged.`;
export const modelTooLarge = (host: string, limit: number): string =>
  `The model at ${host} answered with more than ${megabytes(limit)} MB. The case is unchanged.`;
export const modelNoAnswer = (host: string): string =>
  `What ${host} sent is no answer of a chat model. The case is unchanged.`;
export const modelReason = (model: string): string =>
  `the model ${model} proposed it; the words stand in the text, the reading is the model's`;
export const modelWhy = (model: string, host: string, title: string): string =>
  `Proposals of the model ${model} at ${host} for ${title}`;

export const importedFrom = (name: string): string => `Taken from ${name}`;
export const rereadAs = (name: string, charset: string): string => `${name} read as ${charset}`;
