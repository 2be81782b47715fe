import type { ClaimAct } from "@parley/case";
import type { CueTakes, CueVerb } from "./language-pack.ts";

/** Words of a list: split at blanks, with _ for a blank inside one. */
export const list = (words: string): readonly string[] =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll("_", " "));

/** A row for each word, with its other spellings after slashes. */
export const rows = (words: string): readonly (readonly string[])[] =>
  list(words).map((word) => word.split("/"));

const TAKES: Readonly<Record<string, CueTakes>> = {
  c: "clause",
  o: "object",
  i: "infinitive",
  h: "hearer",
};

/**
 * Cue verbs, one a line: `forms | act | what follows`; participles stand after a semicolon. For the letters see
 * `CueTakes`: c a clause, o a thing, i an infinitive, h somebody who is told.
 */
export function cues(table: string): readonly CueVerb[] {
  return table
    .trim()
    .split("\n")
    .map((line): CueVerb => {
      const [forms, act, takes] = line.split(" | ");
      const [finite, participles] = forms!.split(";");
      const verb: CueVerb = {
        act: act === "refuses" ? "demands" : (act as ClaimAct),
        ...(act === "refuses" || act === "denies" ? { against: true } : {}),
        finite: list(finite!),
        takes: list(takes!).map((one) => TAKES[one]!),
      };
      return participles === undefined ? verb : { ...verb, participles: list(participles) };
    });
}
