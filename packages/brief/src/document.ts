import type { Id, Level, Ref } from "@parley/case";

/** A stretch of a sentence: words, or a number quoted from a result. */
export type Run = { text: string } | { text: string; result: Ref; path: string };

/** How we come by what a sentence says; looks different in shape and wording in every rendering. */
export type SentenceStanding = "stated" | "reported" | "inferred" | "assumed" | "computed" | "unknown";

/** A sentence of the finished brief. */
export interface DocSentence {
  /** Stable address: `s2.5` is the fifth sentence of the second section. */
  id: string;
  runs: Run[];
  /** Objects and results it stands on. */
  on: Ref[];
  /** Numbers of its footnotes. */
  notes: number[];
  standing: SentenceStanding;
  /** Where an author wrote it: brief id, section, sentence. Absent: Parley put it together from the case. */
  written?: { brief: Id; section: number; sentence: number };
}

/** A footnote leads to exact characters. */
export interface Footnote {
  n: number;
  passage: Id;
  source: Id;
  /** Title, publisher and date as far as known; what is unknown is said to be. */
  cite: string;
  exact: string;
  start: number;
  end: number;
  /** Only direct speech of four words or more is shown between quotation marks; else it is an extract. */
  quotation: boolean;
}

export interface DocSection {
  id: string;
  title: string;
  type: "written" | "results" | "unknowns" | "dissent" | "record";
  /** Stands in the annex, after the main text. */
  annex?: true;
  /** How many of its sentences stand in the annex. */
  more: number;
  sentences: DocSentence[];
}

/** A number or claim that nobody said: whose assumption it is, and what rests on it. */
export interface AssumptionRow {
  ref: Ref;
  name: string;
  /** What was assumed, a judgement a line in words: `Weight of Prisoners: 0.01 to 0.03`. */
  what: string[];
  by: string;
  on: string;
  why?: string;
}

/** A brief with everything resolved: what every rendering (page, HTML, Markdown) shows. */
export interface BriefDocument {
  title: string;
  caseTitle: string;
  asOf?: string;
  /** Nothing above this level is in it. */
  level: Level;
  sections: DocSection[];
  notes: Footnote[];
  assumptions: AssumptionRow[];
  sources: { source: Id; cite: string; repairs: number; gaps: number }[];
}

/** Something in a sentence that nothing vouches for: a number, a quotation, a likelihood without its scale. */
export interface UntaggedNumber {
  /** The brief it stands in; for a claim told in words, the claim's reference. */
  brief: Id | Ref;
  section: number;
  sentence: number;
  /** The number or words in question. */
  number: string;
  /** The whole sentence. */
  text: string;
  /** What is wrong with it and what to do. */
  problem: string;
}
