import type { Basis } from "../basis.ts";
import type { Id } from "../id.ts";
import type { Kind } from "../kinds.ts";
import type { Level } from "../level.ts";

/** Where an object stands in review. A rejected one is kept, so that the same proposal does not come back. */
export const REVIEW_STATES = ["proposed", "accepted", "edited", "rejected", "superseded"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export interface Review {
  state: ReviewState;
  by?: string;
  /** ISO instant. */
  at?: string;
  reason?: string;
}

/** Who or what made an object. */
export interface CreatedBy {
  type: "analyst" | "rule" | "model" | "import";
  name?: string;
  version?: string;
  /** Why a rule or model proposed it, in words. */
  reason?: string;
  /** How sure the rule is, 0 to 1: an order among proposals, not a probability of truth. */
  confidence?: number;
}

/** What every object of a case has. Absent `level` is `team`; absent `review` is accepted by who wrote it. */
export interface BaseObject {
  id: Id;
  kind: Kind;
  level?: Level;
  basis?: Basis;
  review?: Review;
  createdBy?: CreatedBy;
  /** Record time: when the source said it, when it entered the case, when it was taken back (days or instants). */
  reportedAt?: string;
  knownAt?: string;
  retractedAt?: string;
  note?: string;
}

/** Whether results may use an object: it is neither waiting for review nor set aside, nor taken back. */
export function isInForce(object: BaseObject): boolean {
  if (object.retractedAt !== undefined) return false;
  const state = object.review?.state ?? "accepted";
  return state === "accepted" || state === "edited";
}
