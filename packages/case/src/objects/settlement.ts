import type { Id } from "../id.ts";
import type { Judgement } from "../judgement.ts";
import type { WorldTime } from "../time.ts";
import type { BaseObject } from "./object.ts";

/** An option of an issue. */
export interface Choice {
  issue: Id;
  option: Id;
}

/** Choices that exclude each other (`forbid`), or of which the first needs the second (`require`). */
export interface LinkRule extends BaseObject {
  kind: "link";
  forbid?: [Choice, Choice];
  require?: [Choice, Choice];
  why?: string;
}

/** A published or drafted text, issue by issue. */
export interface Plan extends BaseObject {
  kind: "plan";
  name: string;
  author?: Id[];
  when?: WorldTime;
  versionOf?: Id;
  backers?: Id[];
  /** An issue without an entry is not in the plan; an entry without an option is mentioned, its content unknown. */
  slots: Record<Id, { option?: Id; value?: Judgement; wording?: string; gaps?: Id[] }>;
}

/** One option per issue, or none where the issue is left open. */
export interface DealPackage extends BaseObject {
  kind: "package";
  name: string;
  choices: Record<Id, Id | null>;
}

/** What a party makes of every option, and of no deal. All numbers on one scale, 0 to 1 unless it says otherwise. */
export interface Valuation extends BaseObject {
  kind: "valuation";
  party: Id;
  /** Weight of each issue; they are scaled to sum to 1. */
  weights: Record<Id, Judgement>;
  /** Issue → option → value. */
  values: Record<Id, Record<Id, Judgement>>;
  /** Sets of choices that may not stand together for this party; one choice alone: never. */
  redLines?: Choice[][];
  /** Issues that may not be left open. */
  essential?: Id[];
  /** The value of no deal (reservation value). Absent: unknown, and then no acceptability is computed. */
  noDeal?: Judgement;
  /** Fill missing values from positions on a scale: v = 1 − |x − ideal| / width. */
  fromPositions?: boolean;
  seenBy?: Id;
}

/** Who must agree for a package to hold, and who is at which table. */
export interface Consent extends BaseObject {
  kind: "consent";
  all?: Id[];
  rules?: { of: Id[]; atLeast: number }[];
  consulted?: Id[];
  /** `opensPerYear`: it does not sit yet, and comes to sit so often a year on average (for the timing simulation). */
  tables?: {
    name: string;
    in?: Id[];
    consulted?: Id[];
    informed?: Id[];
    excluded?: Id[];
    opensPerYear?: Judgement;
  }[];
}

/** A tie from one actor to another. Strength is an order, never a number. */
export interface Tie extends BaseObject {
  kind: "tie";
  type: "trust" | "pressure" | "influence" | "trade" | "consent";
  from: Id;
  to: Id;
  instrument?: string;
  direction?: "rising" | "steady" | "falling" | "unknown";
  strength?: "none" | "weak" | "medium" | "strong" | "unknown";
  during?: WorldTime;
}
