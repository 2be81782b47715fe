/** Sentences of the command line. */
export const fileExists = (): string => "It exists already and is left untouched.";
export const untaggedHead = (count: number): string =>
  count === 1
    ? "The brief is not written, because nothing vouches for one thing in it:"
    : `The brief is not written, because nothing vouches for ${count} things in it:`;
export const untaggedTodo = (): string =>
  "Name for each what it stands on, or an assumption and whose it is, or take it out.";
export const formatLater = (ending: string): string =>
  `"${ending}" cannot be written yet; this version writes .html and .md.`;
export const notJson = (detail: string): string => `This is not JSON: ${detail}`;
export const binary = (): string => "This is not text (it holds zero bytes).";
export const notACaseOr = (what: string): string => `This is neither a case nor ${what} JSON.`;
export const alreadyIn = (title: string, id: string): string =>
  `${title}: these very bytes are in the case already, as ${id}.`;
export const folderEmpty = (): string => "This folder holds no documents.";
export const passphraseFile = (path: string): string => `The passphrase file "${path}" is empty.`;
export const nothing = (): string => "none";
export const workingCopy = (name: string): string => `Opened as a working copy: ${name}.`;
export const stop = (): string => "Stop it with Ctrl+C.";

export const sealedStay = (n: number): string =>
  `${n === 1 ? "1 object is" : `${n} objects are`} sealed, and what is sealed does not leave the case file by itself.`;

export const sealedTodo: string =
  "Write everything, in the clear, with --with-sealed; or give a brief of a lower level (parley brief --level).";

export const noDisputes = (): string => "Nothing in the case is disputed, as far as the record tells.";
export const contradiction = (rule: "stances" | "changed" | "opposite"): string =>
  ({
    stances: "Some stand to it and others do not",
    changed: "A speaker's later word turns an earlier one round",
    opposite: "One says yes and one says no of the same matter",
  })[rule];
export const fileTooLarge = (size: number, limit: number): string =>
  `It has ${size} bytes; at most ${limit} are read. Cut it into parts and add each.`;
export const folderTooMany = (count: number, limit: number): string =>
  `The folder holds ${count} files; at most ${limit} are taken at once. Add its folders one by one.`;
export const attachmentsOffered = (): string =>
  "Take its attachments in as documents of their own with --attachments.";
export const noTimeline = (): string => "The case has no events and no texts yet.";
export const noCommitments = (): string => "The case has no commitments yet.";
export const noGaps = (): string => "No words are missing in the documents of this case, as far as is known.";
export const noFindings = (): string => "Nothing that does not fit was found.";
export const missingDocuments = (missing: readonly number[]): string =>
  `${missing.length} ${missing.length === 1 ? "document is" : "documents are"} missing in a numbered set: ${missing.slice(0, 20).join(", ")}`;
export const goTogether = (titles: readonly string[]): string => `Count as one source: ${titles.join(" / ")}`;
export const notBefore = (title: string, day: string): string => `${title}: no date; not before ${day}`;
