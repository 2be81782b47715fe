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
export const oneInput = (files: number): string =>
  `${files} files were given. Several are read together only where they are GENIUS files (.xml): a domain and its profiles.`;
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
export const noDispute = (ref: string): string =>
  `There is no claim or text called "${ref}". Name one as claim:ID or instrument:ID; \`parley disputes CASE --json\` lists them.`;
export const nobodyNamed = "somebody without a name";
export const withoutText = (status: string): string => `${status}, no text`;
export const before = (stance: string): string => `before: ${stance}`;
export const orderUnknown = (stance: string): string => `${stance} (which came last is not known)`;
export const split = (party: string): string => `${party}: its people differ.`;
export const accounts = (how: "against" | "both" | "one"): string =>
  ({
    against: "one says what another denies",
    both: "more than one speaks of it, each in words of their own",
    one: "one alone speaks of it",
  })[how];
export const contradiction = (
  rule: "stances" | "figure" | "changed" | "opposite" | "itself" | "position",
): string =>
  ({
    stances: "Some stand to it and others do not",
    figure: "A figure is set against it",
    changed: "A later word turns an earlier one round",
    opposite: "One says yes and one says no of the same matter",
    itself: "One speaker says yes and no of the same matter",
    position: "One party wants and rules out the same",
  })[rule];
export const noTimeline = (): string => "The case has no events and no texts yet.";
export const oneOf = (option: string, value: string, list: readonly string[]): string =>
  `${option} is one of ${list.join(", ")}; "${value}" is not.`;
export const needsCase = (option: string): string =>
  `${option} is asked of a case; this is a model by itself.`;
export const badHorizon = (given: string): string =>
  `--horizon is a whole number from 1 to 1000, or non-myopic; "${given}" is not.`;
export const noFilters = (actor: string): string =>
  `"${actor}" has no view with filters in this case; give the id of an actor that has one.`;
export const surprise = (
  who: string,
  by: string,
  to: string,
  mover: "better" | "no better",
  effect: "worse" | "no worse",
): string =>
  `${who} does not see coming that ${by} can move to ${to}: ${mover} for ${by}, ${effect} for ${who}.`;
export const unfiltered = (
  who: string,
  concept: string,
  kept: string,
  gained: string,
  lost: string,
): string => `If ${who} saw the game as it is (${concept}): kept ${kept}; new ${gained}; gone ${lost}.`;
export const givesWay = (who: string, how: "yes" | "no" | "unknown"): string =>
  how === "yes"
    ? `By the view, ${who} does not resist: without the filters this is what holds.`
    : how === "no"
      ? `By the view, ${who} resists strongly: without the filters its picture stays, and nothing changes.`
      : `Whether the picture of ${who} would give way is not known: this is what would hold if it did.`;
export const heldBack = (n: number): string =>
  `${n} ${n === 1 ? "object names" : "objects name"} somebody hidden at this level and stayed behind`;
export const importNeedsFile = (): string =>
  "A text form is edited by hand; what other tools wrote is taken into a case file.";
export const noPlans = (): string => "The case has no plans yet.";
export const noPlan = (id: string, known: readonly string[]): string =>
  `There is no plan "${id}" in the case; there are: ${known.join(", ")}.`;
/** What a table's closings make. */
export const TABLE_STANDS = {
  agreement: "agreed, everything is closed",
  "in parts": "agreed in parts",
  provisional: "no agreement, since nothing is agreed there until everything is",
  nothing: "nothing is closed",
} as const;
export const noCoalitions = (): string =>
  "The case does not say who sits at which table, whose consent is needed, or who is to be brought together.";
export const noCommitments = (): string => "The case has no commitments yet.";
export const noGaps = (): string => "No words are missing in the documents of this case, as far as is known.";
export const noFindings = (): string => "Nothing that does not fit was found.";
export const missingDocuments = (missing: readonly number[]): string =>
  `${missing.length} ${missing.length === 1 ? "document is" : "documents are"} missing in a numbered set: ${missing.slice(0, 20).join(", ")}`;
export const goTogether = (titles: readonly string[]): string => `Count as one source: ${titles.join(" / ")}`;
export const notBefore = (title: string, day: string): string => `${title}: no date; not before ${day}`;

export const fileTooLarge = (size: number, limit: number): string =>
  `It has ${size} bytes; at most ${limit} are read. Cut it into parts and add each.`;
export const folderTooMany = (count: number, limit: number): string =>
  `The folder holds ${count} files; at most ${limit} are taken at once. Add its folders one by one.`;
export const attachmentsOffered = (): string =>
  "Take its attachments in as documents of their own with --attachments.";

/** A number with its noun in the right form: "1 error", "2 errors". */
export const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

export const classNeeded = (known: readonly string[]): string =>
  `Name a reference class with --class (${known.join(", ")}, or all), or a file of your own with --durations.`;
export const noSuchQuestion = (id: string, known: readonly string[]): string =>
  `There is no question "${id}"; there are ${known.join(", ") || "none"}.`;
export const noSuchIssue = (id: string, known: readonly string[]): string =>
  `There is no issue "${id}" in it; there are ${known.join(", ")}.`;
