import type { Basis } from "../basis.ts";
import type { Ref } from "../id.ts";
import type { Level } from "../level.ts";
import type { LookFor } from "./look-for.ts";
import type { BaseObject } from "./object.ts";

/** How far a process is. It may go back as well as forward. */
export const PHASES = ["stalemate", "pre-talks", "talks", "text", "implementation"] as const;

/** The case itself: one object, id `case`. */
export interface CaseInfo extends BaseObject {
  kind: "case";
  title: string;
  about?: string;
  /** The day on which the case is read, `YYYY-MM-DD`. */
  asOf?: string;
  /** Handling level of new objects. */
  newLevel?: Level;
  /** Names of places and parties in this case's naming set: what sources say → what the case says. */
  naming?: Record<string, string>;
  /** How far the process was, from which day on, and who says so. */
  phases?: { phase: (typeof PHASES)[number]; since: string; by: string; basis?: Basis; note?: string }[];
  /** Parties in the analyst's order; else alphabetical. */
  order?: string[];
  /** Words that the rules of the record look for beside their own. */
  lookFor?: LookFor[];
}

export interface Series extends BaseObject {
  kind: "series";
  name: string;
}

export interface Topic extends BaseObject {
  kind: "topic";
  name: string;
}

/** Something said about an object by one of the team. Dissent is kept and shown beside the result. */
export interface Comment extends BaseObject {
  kind: "comment";
  on: Ref;
  by: string;
  at: string;
  text: string;
  dissent?: boolean;
  replyTo?: string;
  resolved?: boolean;
}

/** One sentence of a brief, and the objects and results it stands on. */
export interface BriefSentence {
  /** May quote results by name in double braces: `{{base-rate/end/cow-interstate.atRisk}}`. */
  text: string;
  on: Ref[];
}

/** A brief as its author wrote it. */
export interface Brief extends BaseObject {
  kind: "brief";
  title: string;
  audience?: string;
  sections: { title: string; sentences: BriefSentence[] }[];
}
