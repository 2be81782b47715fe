import type { Basis } from "../basis.ts";
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

/** One thing that a plan lays down within an issue: a number, a day, who does it, on which condition. */
export interface PlanTerm {
  /** What it is about, in words. Terms of two plans that carry the same name are laid side by side. */
  name: string;
  value?: Judgement;
  unit?: string;
  when?: WorldTime;
  actor?: Id;
  /** What must come first, by the same words as a precondition's condition where that is meant. */
  condition?: string;
  text?: string;
  gaps?: Id[];
}

/** What a plan says on one issue. Without option, value, wording and terms: mentioned, its content unknown. */
export interface PlanSlot {
  option?: Id;
  value?: Judgement;
  wording?: string;
  terms?: PlanTerm[];
  gaps?: Id[];
}

/** How somebody stands to a plan. */
export const PLAN_STANCES = ["drafts", "backs", "accepts in part", "objects", "silent", "unknown"] as const;

/** A published or drafted text, issue by issue. */
export interface Plan extends BaseObject {
  kind: "plan";
  name: string;
  author?: Id[];
  when?: WorldTime;
  versionOf?: Id;
  backers?: Id[];
  /** Who backs it or objects to it, each with what that rests on. */
  stances?: {
    actor: Id;
    stance: (typeof PLAN_STANCES)[number];
    when?: WorldTime;
    why?: string;
    basis?: Basis;
  }[];
  /** Day after which it can no longer be taken up. */
  expires?: string;
  /** An issue without an entry is not in the plan; an entry without an option is mentioned, its content unknown. */
  slots: Record<Id, PlanSlot>;
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

/** At least so many of these. */
export interface VotingRule {
  of: Id[];
  atLeast: number;
}

/** Who must agree for a package to hold, and who is at which table. */
export interface Consent extends BaseObject {
  kind: "consent";
  all?: Id[];
  rules?: VotingRule[];
  consulted?: Id[];
  /** `opensPerYear`: it does not sit yet, and comes to sit so often a year on average (for the timing simulation). */
  tables?: {
    name: string;
    in?: Id[];
    consulted?: Id[];
    informed?: Id[];
    excluded?: Id[];
    opensPerYear?: Judgement;
    /** Nothing is agreed until everything is: what is closed one by one is provisional until all of it is closed. */
    nothingUntilAll?: boolean;
    /** What has to be closed for an agreement; absent: every issue of the case. */
    agenda?: Id[];
    /** Issues on which those at the table came to terms, each with the option where it is known. */
    closed?: { issue: Id; option?: Id; on?: string; basis?: Basis }[];
  }[];
}

/** What a candidate for a coalition wants for joining. */
export const ASKS = [
  "an issue taken up",
  "a place at the table",
  "credit",
  "a side payment",
  "a guarantee",
  "other",
] as const;

/** Something a candidate asks for, and what granting it would do. */
export interface Ask {
  what: string;
  type: (typeof ASKS)[number];
  /** The issue that is taken up. */
  issue?: Id;
  status?: "open" | "granted" | "refused";
  /** How much of the way to joining it brings the candidate, on the scale of its readiness. */
  worth?: Judgement;
  /** Whom it would put off. */
  against?: Id[];
  /** How much of the way it takes from each of those. Absent while `against` is said: not known. */
  cost?: Judgement;
  basis?: Basis;
}

/** How easily somebody is won, as an order; where numbers are wanted, `readiness` says them. */
export const EASE = ["ready", "likely", "open", "reluctant", "opposed", "unknown"] as const;

/** Somebody who might join. */
export interface Candidate {
  actor: Id;
  ease?: (typeof EASE)[number];
  /** How much of what it takes to join is there before anything is granted: it joins at 1. */
  readiness?: Judgement;
  /** Who must have joined, or consented, before it will. */
  needs?: Id[];
  asks?: Ask[];
  /** Members that draw it in by being members, and how much of the way. */
  drawnBy?: { actor: Id; worth: Judgement }[];
  /** What it brings, and whether it could deliver. */
  brings?: string;
  basis?: Basis;
}

/** Those to be brought together behind something, who is in already, and what would be enough. */
export interface Coalition extends BaseObject {
  kind: "coalition";
  name: string;
  /** What for: a plan of the case, or words. */
  plan?: Id;
  goal?: string;
  members?: Id[];
  candidates: Candidate[];
  /** All of these must be in for it to be enough. With no rule at all: everybody. */
  all?: Id[];
  rules?: VotingRule[];
}

/** A tie from one actor to another. Strength is an order, never a number. */
export interface Tie extends BaseObject {
  kind: "tie";
  type: "trust" | "pressure" | "influence" | "trade" | "consent" | "channel";
  from: Id;
  to: Id;
  instrument?: string;
  direction?: "rising" | "steady" | "falling" | "unknown";
  strength?: "none" | "weak" | "medium" | "strong" | "unknown";
  /** Of a channel: whether they talk through it, in the time of `during`. */
  open?: "open" | "closed" | "unknown";
  during?: WorldTime;
}
