/** Every sentence this package says to a user. Each names the value, what was expected, and what to do. */

function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export const expectedId = (value: unknown): string => `Expected the id of an object, found ${shown(value)}.`;
export const badId = (value: string): string =>
  `${shown(value)} cannot be an id: an id starts with a letter or digit, goes on with letters, digits and . _ @ ~ - (never two dots together) and has at most 120 characters.`;
export const expectedWords = (value: unknown): string => `Expected text, found ${shown(value)}.`;
export const emptyWords: string = "Expected text, found an empty one.";
export const expectedDay = (value: unknown): string =>
  `Expected a day of the calendar as YYYY-MM-DD, found ${shown(value)}.`;
export const expectedTime = (value: unknown): string =>
  `Expected a time such as 2025-08-15, 2025-08, 2025, 2023-21 (spring), 2026-06-01..2026-06-07 or 2022-02-24.., found ${shown(value)}.`;
export const expectedJudgement = (value: unknown): string =>
  `Expected a number, a range such as 0.2..0.4, a range with its likeliest value such as 0.2..0.4 ~ 0.3, or {low, mode, high}; found ${shown(value)}.`;
export const lowAboveHigh = (low: number, high: number): string =>
  `The range runs backwards: its low end ${low} is above its high end ${high}.`;
export const modeOutside = (mode: number, low: number, high: number): string =>
  `The likeliest value ${mode} lies outside the range ${low}..${high}.`;
export const expectedRef = (value: unknown): string =>
  `Expected a reference such as claim:c1 or result:settlement, found ${shown(value)}.`;
export const rangeBackwards: string = "The range runs backwards: its end is before its start.";

const maybe = (near: string | undefined): string => (near === undefined ? "" : ` Did you mean "${near}"?`);

export const unknownKey = (key: string, near: string | undefined): string =>
  `There is no field called "${key}" here.${maybe(near)}`;
export const unknownSection = (key: string, near: string | undefined): string =>
  `A case has no section called "${key}".${maybe(near)}`;
export const expectedOneOf = (
  value: unknown,
  options: readonly unknown[],
  near: string | undefined,
): string =>
  `Expected one of ${options.map((o) => String(o)).join(" | ")}, found ${shown(value)}.${maybe(near)}`;
export const expectedType = (expected: string, value: unknown): string =>
  `Expected ${expected}, found ${shown(value)}.`;
export const missingField = (field: string): string => `The field "${field}" is missing.`;
export const unknownReference = (kind: string, id: string, near: string | undefined): string =>
  `There is no ${kind} called "${id}".${maybe(near)}`;
export const unknownBasis = (id: string, near: string | undefined): string =>
  `A basis must be a claim, a passage, a quote or an assumption; there is no claim or passage called "${id}".${maybe(near)} An assumption is written: assumption by NAME on YYYY-MM-DD`;
export const unknownOption = (option: string, issue: string, near: string | undefined): string =>
  `The issue "${issue}" has no option called "${option}".${maybe(near)}`;
export const outsideScale = (value: number, low: number, high: number, issue: string): string =>
  `${value} lies outside the scale ${low}..${high} of the issue "${issue}".`;
export const noBasis = (what: string): string =>
  `${what} rests on nothing: give it a basis (a claim, a passage of a source, or "assumption by NAME on YYYY-MM-DD").`;
export const quoteNotFound = (quote: string, source: string): string =>
  `The source "${source}" does not contain ${shown(quote)}, character for character, in its canonical text.`;
export const quoteTwice = (quote: string, source: string, times: number): string =>
  `${shown(quote)} stands ${times} times in the source "${source}": say which with nth: 1 to ${times}, or quote more of it.`;
export const noParagraph = (source: string, number: string, last: number): string =>
  `The source "${source}" has no paragraph ${number}; its paragraphs are 1 to ${last}.`;
export const idOutOfSight = (kind: string, id: string): string =>
  `The name "${id}" is taken by a ${kind} that is not in this text (set aside, or out of sight): choose another name.`;
export const duplicateId = (kind: string, id: string, first: string): string =>
  `There are two of the kind ${kind} called "${id}"; the first is at ${first}.`;
export const noFile = (path: string): string => `There is no file "${path}" in this case's folder.`;
export const outsideFolder = (path: string): string =>
  `"${path}" leads out of the case's folder; a case may only name files inside it.`;
export const includeLoop = (path: string): string => `"${path}" includes itself.`;
export const notACase: string =
  'This is not a case: a case starts with "parley: 1" and a title. Write them, or name the folder that holds case.yaml.';
export const wrongVersion = (value: unknown): string =>
  `This text form has the version ${shown(value)}; this Parley reads version 1.`;
export const noSourceFile = (id: string): string =>
  `The source "${id}" names no file: give it file: sources/NAME, so that its characters can be read.`;
export const hashDiffers = (path: string): string =>
  `The file "${path}" is not the one the case was written with: its SHA-256 differs. Take the sha256 line out if the new file is meant.`;
export const cannotRead = (path: string, why: string): string =>
  `The source file "${path}" cannot be read: ${why}`;
export const briefStandsOnNothing: string =
  "This sentence of the brief stands on nothing: name the claims, positions or results it says.";
export const unknownGapless: string =
  'The polarity is unknown, but no gap is named that makes it so: name it with "gaps", or say in the note why it is unknown.';
export const passageDiffers = (id: string, source: string): string =>
  `The passage "${id}" does not hold the characters that stand at its place in "${source}".`;
export const emptyPosition: string =
  'This position neither wants nor rejects anything: give "wants" or "rejects", or say in the note what is not known.';
export const noStates: string =
  'This preference orders nothing: give "statements" (most important first) or a "ranking".';

export const holdsItself = (): string =>
  "An entry is made part of itself by an alias (*name within &name): write it out instead.";

export const untoldOutcome = (status: string): string =>
  `"${status}" tells an outcome, but no step with a passage, a claim or a named assumption says what happened: add the step.`;

export const moreThanVote = (atLeast: number, voters: number): string =>
  `At least ${atLeast} of ${voters} can never agree: name more of them, or ask for ${voters} at most.`;
export const candidateTwice = (name: string): string =>
  `${name} is in the list already: one entry each, and none for who is a member.`;
export const needsItself: string = "Nobody can wait for themselves: take them out of what they need.";
export const foundNowhere = (): string =>
  "Words that were found need where they stand: a passage, a claim, or an assumption with a name and a day.";
