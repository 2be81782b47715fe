import type { Numeric } from "../settlement-json.ts";
import type { Voting } from "./voting.ts";

/** How easily somebody is won, as an order, easiest first; `unknown` stands in the middle. */
export const EASE_ORDER = ["ready", "likely", "open", "unknown", "reluctant", "opposed"] as const;

/** Something a candidate asks for. */
export interface AskJson {
  what: string;
  status: "open" | "granted" | "refused";
  /** How much of the way to joining it brings the candidate; absent: not known. */
  worth?: Numeric;
  /** Whom granting it would put off, and how much of the way it takes from each; absent: not known. */
  against: readonly string[];
  cost?: Numeric;
}

/** Somebody who might join: it does when what brings it nearer comes to 1. */
export interface CandidateJson {
  id: string;
  ease: (typeof EASE_ORDER)[number];
  /** How much of the way is there before anything is granted; absent: not known. */
  readiness?: Numeric;
  /** Who must be in before. */
  needs: readonly string[];
  asks: readonly AskJson[];
  /** Whose joining brings it nearer. */
  drawnBy: readonly { id: string; worth: Numeric }[];
}

/** Who is in already, who might join, and what is enough. */
export interface CoalitionJson {
  members: readonly string[];
  candidates: readonly CandidateJson[];
  enough: Voting;
}

/** What must be said before shares of worlds can be computed. */
export interface Missing {
  candidate: string;
  what: "readiness" | "worth" | "cost";
  /** The ask in question. */
  ask?: string;
}

/** Which numbers are not known: no share is computed while there are any. */
export function missingNumbers({ candidates }: CoalitionJson): Missing[] {
  return candidates.flatMap(({ id, readiness, asks }) => [
    ...(readiness === undefined ? [{ candidate: id, what: "readiness" } as const] : []),
    ...asks.flatMap((ask): Missing[] => {
      if (ask.status === "refused") return [];
      const missing: Missing[] = [];
      if (ask.worth === undefined) missing.push({ candidate: id, what: "worth", ask: ask.what });
      if (ask.against.length > 0 && ask.cost === undefined)
        missing.push({ candidate: id, what: "cost", ask: ask.what });
      return missing;
    }),
  ]);
}
