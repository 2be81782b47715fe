import { bitRowsBytes } from "./core/bit-rows.ts";
import { CONCEPTS, type Concept, FLAG, type Watch } from "./core/game.ts";
import { ATTITUDES, type Attitude, gradedStability } from "./core/graded.ts";
import { type GraphModel, MEMORY_LIMIT, MemoryError } from "./model.ts";

/** Ids of the states stable for each, and for all. */
interface Stable {
  stable: Record<Concept, Record<string, string[]>>;
  equilibria: Record<Concept, string[]>;
}

/** Stability with strengths and unknown preferences. */
export interface GradedResult {
  /** Per attitude to what is not known; without unknown preferences all four are the same. */
  general: Record<Attitude, Stable>;
  /** With sanctions that leave whoever they meet much worse off. Stable but not strongly so is weakly stable. */
  strong: Record<Attitude, Stable>;
  status: "proved";
}

/**
 * Stability where the model gives strengths of preference or names preferences that are not known.
 *
 * @throws MemoryError when the model is too large: every state keeps the set of states the others reach from it
 */
export function gradedResult(
  model: GraphModel,
  { memoryLimit = MEMORY_LIMIT, ...watch }: Watch & { memoryLimit?: number } = {},
): GradedResult {
  const { game, decisionMakers, states } = model;
  const { size, deciders } = game.moves;
  const bytes = 2 * bitRowsBytes(size) + size * deciders * 16;
  if (bytes > memoryLimit) throw new MemoryError(size, deciders, bytes, memoryLimit);
  const relations = model.relations ?? game.payoffs.map((payoffs) => ({ payoffs }));
  const graded = gradedStability(game.moves, relations, watch);
  const named = (flags: readonly Uint8Array[]): Stable => {
    const where = (test: (slot: number) => boolean): string[] =>
      Array.from(states.slots)
        .filter(test)
        .map((slot) => states.id(slot));
    const per = <T>(of: (concept: Concept) => T): Record<Concept, T> =>
      Object.fromEntries(CONCEPTS.map((c) => [c, of(c)])) as Record<Concept, T>;
    return {
      stable: per((c) =>
        Object.fromEntries(
          decisionMakers.map((name, i) => [name, where((slot) => (flags[i]![slot]! & FLAG[c]) !== 0)]),
        ),
      ),
      equilibria: per((c) => where((slot) => flags.every((own) => (own[slot]! & FLAG[c]) !== 0))),
    };
  };
  const all = (grade: Record<Attitude, Uint8Array[]>): Record<Attitude, Stable> =>
    Object.fromEntries(ATTITUDES.map((a) => [a, named(grade[a])])) as Record<Attitude, Stable>;
  return { general: all(graded.general), strong: all(graded.strong), status: "proved" };
}
