import type { Moves } from "./moves.ts";
import type { Payoffs } from "./payoffs.ts";

/** A graph model: who can move where, and each decision maker's order of the states. */
export interface Game {
  moves: Moves;
  /** One array of ranks per decision maker. */
  payoffs: readonly Payoffs[];
}

/** The stability concepts computed by sanction numbers, strictest demand on i's opponents last. */
export const CONCEPTS = ["nash", "gmr", "smr", "seq", "sseq"] as const;
export type Concept = (typeof CONCEPTS)[number];

/** Bit of each concept in a stability flag. */
export const FLAG = { nash: 1, gmr: 2, smr: 4, seq: 8, sseq: 16, sim: 32 } as const;

/** How a long computation is followed and stopped. */
export interface Watch {
  /** Told how much of the whole is done, from 0 to 1. */
  progress?: (done: number) => void;
  /** Asked now and then; true ends the computation with a `Stopped` error. */
  shouldStop?: () => boolean;
}
