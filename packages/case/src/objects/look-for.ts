import type { ClaimAct } from "./record.ts";

export const LOOK_FOR = ["cue", "issue", "place", "unnamed", "speaker", "hedge"] as const;

/**
 * Words that the rules look for in this case beside those of their language packs: verbs of saying, words for an issue,
 * places, nouns for unnamed sources or for bodies that speak, words that soften. (Other names of an actor stand with
 * the actor.)
 */
export interface LookFor {
  what: (typeof LOOK_FOR)[number];
  /** Every form that is looked for: "underscores", "underscored". */
  words: string[];
  /** Of a cue: what is done by saying it. Default: asserts. */
  act?: ClaimAct;
  /** Of an issue or a place: its name. Default: the first of the words. */
  name?: string;
  /** ISO 639-1; absent: in every language. */
  language?: string;
}
