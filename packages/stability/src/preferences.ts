import type { Payoffs } from "./core/payoffs.ts";
import { ranksOf } from "./core/payoffs.ts";
import { shuffledRanks, Xoshiro128 } from "./core/random.ts";
import { statementJudgement } from "./messages.ts";
import { compileStatement, prioritisedScore, type Statement } from "./statement.ts";
import type { StateNames } from "./states.ts";
import type { Variants } from "./variants.ts";

/** What an order of the states is made for. */
export interface Ground {
  /** Slots, also those that hold no state. */
  size: number;
  exists: Uint8Array | undefined;
  states: StateNames;
}

/** Payoffs from a ranking: groups of slots, the most preferred first. Every state must be in one group. */
export function fromRanking(groups: readonly (readonly number[])[], ground: Ground): Payoffs {
  const scores = new Float64Array(ground.size);
  for (const [n, group] of groups.entries()) for (const slot of group) scores[slot] = groups.length - n;
  return ranksOf(scores, ground.exists);
}

/** Payoffs from statements in order of importance. */
export function fromStatements(
  statements: readonly Statement[],
  ground: Ground,
  isTaken: (state: number, option: number) => boolean,
): Payoffs {
  const tests = statements.map((s) => compileStatement(s, isTaken));
  const scores = new Float64Array(ground.size);
  for (const slot of ground.states.slots) scores[slot] = prioritisedScore(tests, slot);
  return ranksOf(scores, ground.exists);
}

/** Each statement's being more important than the next, as judgements that could be the other way round. */
export function statementVariants(
  texts: readonly string[],
  statements: readonly Statement[],
  ground: Ground,
  isTaken: (state: number, option: number) => boolean,
): Variants {
  return {
    judgements: texts.slice(1).map((second, k) => statementJudgement(texts[k]!, second)),
    turned: (judgements) => {
      const order = [...statements];
      for (const k of judgements) [order[k], order[k + 1]] = [order[k + 1]!, order[k]!];
      return fromStatements(order, ground, isTaken);
    },
  };
}

/** Payoffs from one weight per option: the sum of the weights of the options taken. */
export function fromWeights(
  weights: readonly number[],
  ground: Ground,
  isTaken: (state: number, option: number) => boolean,
): Payoffs {
  const scores = new Float64Array(ground.size);
  for (const slot of ground.states.slots) {
    let sum = 0;
    for (const [k, weight] of weights.entries()) if (isTaken(slot, k)) sum += weight;
    scores[slot] = sum;
  }
  return ranksOf(scores, ground.exists);
}

/** A random strict order: the n-th state of the listing gets the n-th rank of a shuffle. */
export function fromSeed(seed: number, ground: Ground): Payoffs {
  const { slots } = ground.states;
  const ranks = shuffledRanks(slots.length, Xoshiro128.fromSeed(seed));
  const payoffs = new Int32Array(ground.size).fill(-1);
  for (let n = 0; n < slots.length; n++) payoffs[slots[n]!] = ranks[n]!;
  return payoffs;
}
