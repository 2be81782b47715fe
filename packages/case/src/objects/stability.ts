import type { Id } from "../id.ts";
import type { Judgement } from "../judgement.ts";
import type { BaseObject } from "./object.ts";

/** Something one party can do or leave: an option of the graph model. */
export interface Move extends BaseObject {
  kind: "move";
  party: Id;
  /** Short name: `Accept`. */
  name: string;
  /** The words for a state in which it is taken, and in which it is not: `accepts the text`, `does not accept it`. */
  taken?: string;
  notTaken?: string;
  /** `take-only` cannot be taken back; `drop-only` cannot be resumed. */
  change?: "both" | "take-only" | "drop-only";
  /** Whether it is taken today. */
  now?: boolean;
}

/** Moves that cannot stand together: move → taken or not. Moves not named may be either. */
export interface Infeasibility extends BaseObject {
  kind: "infeasibility";
  pattern: Record<Id, boolean>;
  why?: string;
}

/** A state by the moves taken in it, all others being not taken. */
export type StateName = Id[];

/** A party's order over states. */
export interface Preference extends BaseObject {
  kind: "preference";
  party: Id;
  /** Most important first, over move ids: `-accept`, `a & !b`, `a if b`, `a iff b`. */
  statements?: string[];
  /** Most preferred first; states of one group are equally good. */
  ranking?: StateName[][];
  /** Another party's picture of this order. */
  seenBy?: Id;
}

/** One actor's picture of the case, and what stands between it and the facts. */
export interface View extends BaseObject {
  kind: "view";
  actor: Id;
  /** Moves it does not know of. */
  hiddenMoves?: Id[];
  /** Preferences it holds to be the case; the others are seen as they are. */
  preferences?: Id[];
  filters?: {
    from: Id;
    to: Id;
    effect: "attenuates" | "biases" | "delays" | "blocks";
    about?: string;
    /** Drivers of which the news passes here. */
    drivers?: Id[];
    /** Attenuates: the share let through. Biases: what is added, in the driver's unit. Delays: days. */
    amount?: Judgement;
  }[];
  /** How it meets news against its belief. */
  resistance?: "none" | "some" | "strong" | "unknown";
  /** The share of what reaches it that it comes to believe, 0 to 1. */
  takesUp?: Judgement;
  /** News that moves its value of no deal by less than this does not register. */
  threshold?: Judgement;
}
