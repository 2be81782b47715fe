import type { Basis } from "../basis.ts";
import type { Id } from "../id.ts";
import type { Judgement } from "../judgement.ts";
import type { WorldTime } from "../time.ts";
import type { BaseObject } from "./object.ts";
import type { Attestation } from "./record.ts";

/** PLOVER's sixteen event types, by its own names. */
export const EVENT_TYPES = [
  "agree",
  "consult",
  "support",
  "cooperate",
  "aid",
  "yield",
  "request",
  "accuse",
  "reject",
  "threaten",
  "protest",
  "sanction",
  "mobilize",
  "coerce",
  "assault",
  "retreat",
] as const;

/** Levels at which parties meet, highest first; the last is people without an office who meet in their own name. */
export const TRACKS = ["leaders", "ministers", "envoys", "experts", "track II"] as const;

/** Something that happened, is said to have, or is to come. A promise is one event and its deed another. */
export interface CaseEvent extends BaseObject {
  kind: "event";
  title: string;
  type: (typeof EVENT_TYPES)[number];
  occurrence:
    | "happened"
    | "reported"
    | "denied"
    | "planned"
    | "expected"
    | "proposed"
    | "cancelled"
    | "no-show"
    | "unknown";
  participants?: { actor: Id; level?: string; role?: string }[];
  place?: string;
  when?: WorldTime;
  partOf?: Id;
  /** Earlier events that announced or promised this one. */
  fulfils?: Id[];
  /** The message that this one answers. */
  replyTo?: Id;
  /** Events that it was timed to, as a source or an analyst has it. */
  timedTo?: Id[];
  /** Who says that it happened or is to come; absent: the source in its own voice, or not known. */
  saidBy?: Id;
  /** What is to be talked of. */
  agenda?: Id[];
  /** At which level it is held. */
  track?: (typeof TRACKS)[number];
  /** What those who were there, or others, say of it: accounts that are read side by side. */
  claims?: Id[];
  outcome?: string;
  /** What it is said to have done to what moves. `little or none` is a statement; a driver without an entry is not spoken of. */
  effects?: { driver: Id; effect: (typeof DRIVER_EFFECTS)[number]; basis?: Basis }[];
}

/** What an event is said to have done to something that moves. */
export const DRIVER_EFFECTS = ["raised", "lowered", "little or none", "unknown"] as const;

/** The ladder of texts between parties, lowest first; a ceasefire is a kind of its own. */
export const RUNGS = [
  "alleged understanding",
  "statement",
  "framework",
  "initialled",
  "signed",
  "ratified",
  "in force",
] as const;

/** A text between parties, or one that is said to exist. */
export interface Instrument extends BaseObject {
  kind: "instrument";
  name: string;
  rung: (typeof RUNGS)[number];
  ceasefire?: boolean;
  /** Whether anybody outside has seen its text. */
  text: "published" | "seen" | "none" | "unknown";
  parties?: Id[];
  when?: WorldTime;
  claims?: Id[];
  /** Which of its parts are known: what is to be done, by when, and on which conditions. Absent parts are not known. */
  clarity?: { what: boolean; when: boolean; condition: boolean };
  attestations?: Attestation[];
}

/** What somebody undertook, how strongly, and what became of it. */
export interface Commitment extends BaseObject {
  kind: "commitment";
  by: Id;
  to?: Id[];
  text: string;
  strength: "signals" | "expects" | "plans" | "offers" | "promises" | "pledges jointly" | "signs" | "binding";
  due?: WorldTime;
  reviewOn?: string;
  conditions?: string;
  clarity?: { what: boolean; when: boolean; condition: boolean };
  novelty?: "new" | "restated";
  status:
    | "not yet due"
    | "in progress"
    | "stalled"
    | "kept"
    | "kept late"
    | "partly"
    | "broken"
    | "superseded"
    | "lapsed"
    | "disputed"
    | "unknowable";
  steps?: { what: string; on?: WorldTime; basis?: Basis }[];
}

export const FIRMNESS = ["red line", "demand", "preference", "flexible", "signal"] as const;
export type Firmness = (typeof FIRMNESS)[number];

/**
 * What must come before what, as its holder has it: `needs` waits to be done before `for`. Both are names of
 * conditions: two preconditions meet where these names are the same.
 */
export interface Precondition extends BaseObject {
  kind: "precondition";
  holder: Id;
  needs: string;
  for: string;
  type: "necessary" | "sufficient" | "sequence" | "simultaneous";
  firmness?: Firmness;
  status: "open" | "met" | "waived";
  /** Day on which it was met or waived. */
  since?: string;
  /** How often a year it would be met or given up, on average: for the timing simulation. Absent: it is not. */
  opensPerYear?: Judgement;
  /** Stated by the holder, reported of it, inferred by an analyst, or assumed. */
  standing: Standing;
  claims?: Id[];
}

export const STANDINGS = ["stated", "reported", "inferred", "assumed"] as const;
/** How we come by something: stated by its owner, reported of it, inferred by an analyst, or assumed. */
export type Standing = (typeof STANDINGS)[number];

/** What is negotiated: a choice among options, or a value on a scale. */
export interface Issue extends BaseObject {
  kind: "issue";
  name: string;
  /** Option id → its words. */
  options?: Record<Id, string>;
  /** Several options may be taken together. */
  several?: boolean;
  /** `[lowest, highest]`, in `unit`. */
  scale?: [number, number];
  unit?: string;
  parent?: Id;
  /** A PA-X code, or one of Parley's own categories. */
  category?: string;
  /** Whose land, forces, people, money or consent is disposed of here, by any option or by those named. */
  disposesOf?: { of: Id; what: (typeof STAKES)[number]; options?: Id[]; basis?: Basis }[];
}

/** What of a party's an agreement may dispose of. */
export const STAKES = ["land", "forces", "people", "money", "status", "consent", "other"] as const;

/** What a party wants on an issue (or is said to), about its own act or another's. */
export interface Position extends BaseObject {
  kind: "position";
  of: Id;
  issue: Id;
  /** An option's id, a value on the scale, or several options. Absent: it is known to have a position, not which. */
  wants?: Id | number | Id[] | Judgement;
  /** Options it rules out. With firmness `red line`, no package crosses them. */
  rejects?: Id[];
  /** Whose act it is about, when it is not its own. */
  about?: Id;
  firmness: Firmness;
  salience?: Judgement;
  standing: Standing;
  during?: WorldTime;
  replaces?: Id;
  interest?: string;
  need?: string;
  /** Another party's picture of this position. */
  seenBy?: Id;
}
