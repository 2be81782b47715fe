import type { ClaimAct } from "@parley/case";

/** What follows a verb of saying: a clause, a thing said of, an infinitive, or somebody who is told. */
export type CueTakes = "clause" | "object" | "infinitive" | "hearer";

/** A verb (or set phrase) by which somebody is said to have said something. */
export interface CueVerb {
  act: ClaimAct;
  /** It turns against what follows: "rejects", "denies". */
  against?: true;
  /** Finite forms, in small letters: "says", "said", "made clear". */
  finite: readonly string[];
  /** Participles: "saying". */
  participles?: readonly string[];
  takes: readonly CueTakes[];
}

/** Words by which an issue is told. A name of ours; the words are matched without regard to case, as whole words. */
export interface IssueWords {
  name: string;
  /** Category of the issue: PA-X's code where it has one. */
  category: string;
  words: readonly string[];
}

/** Names of the calendar, each with its other spellings and cases, in small letters. */
export interface Calendar {
  months: readonly (readonly string[])[];
  /** From Sunday. */
  weekdays: readonly (readonly string[])[];
  /** Spring, summer, autumn, winter. */
  seasons: readonly (readonly string[])[];
}

/** All that the rules know of one language. Plain data: a language is added by writing one. */
export interface LanguagePack {
  /** ISO 639-1. */
  code: string;
  /** In its own words. */
  name: string;
  /** `full`: measured on annotated texts. `first`: a first list of words, written but not measured. */
  state: "full" | "first";
  cues: readonly CueVerb[];
  /** Words that join a verb of saying and what is said: "that", "que", "что". */
  that: readonly string[];
  /** Set phrases before a source: "according to", "selon". */
  accordingTo: readonly string[];
  /** Nouns for sources without a name: "officials", "expertos". */
  unnamed: readonly string[];
  /** Nouns for bodies and offices that speak: "ministry", "spokesman". */
  speakers: readonly string[];
  /** Words that soften: "may", "likely". */
  hedges: readonly string[];
  /** Words that say that something was said before: "reiterated", "again". */
  again: readonly string[];
  /** Headings of sections in which the author speaks for himself. */
  analysis: readonly string[];
  calendar: Calendar;
  issues: readonly IssueWords[];
}
