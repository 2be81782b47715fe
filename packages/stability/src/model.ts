import type { Game } from "./core/game.ts";
import { MAX_DECIDERS } from "./core/least-reachable.ts";
import type { Relation } from "./core/relation.ts";
import { bytesNeeded } from "./core/stability.ts";
import { tooManyDeciders, tooMuchMemory } from "./messages.ts";
import type { StateNames } from "./states.ts";
import type { Variants } from "./variants.ts";

/** A graph model with its names: what files and cases are read into. */
export interface GraphModel {
  decisionMakers: readonly string[];
  states: StateNames;
  game: Game;
  /** Names of the options, where the model has options. */
  options?: readonly { name: string; owner: string }[];
  /** Per decision maker what its order is made of, where that is more than the order itself: statements. */
  variants?: readonly (Variants | undefined)[];
  /** Strengths and unknown preferences, where the model has any. */
  relations?: readonly Relation[];
  /** Seeds of the decision makers whose order is random. */
  seeds?: Readonly<Record<string, number>>;
}

/** Bytes that a computation may take unless its caller says otherwise. */
export const MEMORY_LIMIT: number = 2 ** 31;

/** A model needs more memory than allowed. */
export class MemoryError extends RangeError {
  override name = "MemoryError";
  readonly bytes: number;
  readonly limit: number;

  constructor(states: number, deciders: number, bytes: number, limit: number) {
    super(tooMuchMemory(states, deciders, bytes, limit));
    this.bytes = bytes;
    this.limit = limit;
  }
}

/**
 * Refuse a model that is too large before anything is allocated for it.
 *
 * @param size slots for states
 * @param arcs listed moves, where moves are listed
 * @returns the bytes it needs
 * @throws MemoryError, or RangeError with too many decision makers
 */
export function checkSize(size: number, deciders: number, arcs: number, limit: number): number {
  if (deciders > MAX_DECIDERS) throw new RangeError(tooManyDeciders(deciders, MAX_DECIDERS));
  // Scores before they become ranks, the mask of states, and both directions of listed moves while they are sorted.
  const bytes = bytesNeeded(size, deciders, size) + size * (8 + 8 + 1) + arcs * 48;
  if (bytes > limit) throw new MemoryError(size, deciders, bytes, limit);
  return bytes;
}
