import {
  COALITION_FLAG,
  COALITIONAL,
  type CoalitionalConcept,
  Coalitions,
  coalitionBytes,
  coalitionStability,
  universalStability,
} from "./core/coalitions.ts";
import type { Watch } from "./core/game.ts";
import { legalPath } from "./core/legal-path.ts";
import type { NamedStep } from "./explain.ts";
import { coalitionTooSmall, noDecisionMaker } from "./messages.ts";
import { type GraphModel, MEMORY_LIMIT, MemoryError } from "./model.ts";

/** How the states stand for one coalition. */
export interface CoalitionResult {
  coalition: string[];
  /** Per concept the ids of the states stable for the coalition. */
  stable: Record<CoalitionalConcept, string[]>;
  /**
   * States it can upset: where it has a joint move that all its members prefer. Each with the move that is best for its
   * worst-off member, and whether the others can answer it.
   */
  upsets: { state: string; to: string; path: NamedStep[]; deterred: CoalitionalConcept[] }[];
  status: "proved";
}

function guard({ game }: GraphModel, limit: number): Coalitions {
  const { size, deciders } = game.moves;
  const bytes = coalitionBytes(size, deciders);
  if (bytes > limit) throw new MemoryError(size, deciders, bytes, limit);
  return new Coalitions(game);
}

/**
 * Which states a coalition acting as one would keep, and which it can upset.
 *
 * @throws RangeError when somebody is no decision maker or fewer than two are named; MemoryError
 */
export function coalitionAnalysis(
  model: GraphModel,
  coalition: readonly string[],
  { memoryLimit = MEMORY_LIMIT, ...watch }: Watch & { memoryLimit?: number } = {},
): CoalitionResult {
  const { decisionMakers, states, game } = model;
  let bits = 0;
  for (const name of coalition) {
    const k = decisionMakers.indexOf(name);
    if (k < 0) throw new RangeError(noDecisionMaker(name, decisionMakers));
    bits |= 1 << k;
  }
  const known = guard(model, memoryLimit);
  const members = known.members(bits);
  if (members.length < 2) throw new RangeError(coalitionTooSmall());
  const flags = coalitionStability(known, bits, watch);
  const improvements = known.improvements(bits);
  const own = members.map((k) => game.payoffs[k]!);
  const upsets: CoalitionResult["upsets"] = [];
  for (const s of states.slots) {
    let best = -1;
    let gain = -1;
    improvements.some(s, (q) => {
      const least = Math.min(...own.map((p) => p[q]! - p[s]!));
      if (least > gain) [best, gain] = [q, least];
      return false;
    });
    if (best < 0) continue;
    const path = legalPath(game.moves, members, s, best) ?? [];
    upsets.push({
      state: states.id(s),
      to: states.id(best),
      path: path.map(({ by, to }) => ({ by: decisionMakers[by]!, to: states.id(to) })),
      deterred: COALITIONAL.filter((c) => (flags[s]! & COALITION_FLAG[c]) !== 0),
    });
  }
  return {
    coalition: members.map((k) => decisionMakers[k]!),
    stable: byConcept(model, flags),
    upsets,
    status: "proved",
  };
}

/** States stable for every coalition, single decision makers among them. */
export function universalEquilibria(
  model: GraphModel,
  { memoryLimit = MEMORY_LIMIT, ...watch }: Watch & { memoryLimit?: number } = {},
): Record<CoalitionalConcept, string[]> {
  guard(model, memoryLimit);
  return byConcept(model, universalStability(model.game, watch));
}

function byConcept({ states }: GraphModel, flags: Uint8Array): Record<CoalitionalConcept, string[]> {
  return Object.fromEntries(
    COALITIONAL.map((c) => [
      c,
      Array.from(states.slots)
        .filter((s) => (flags[s]! & COALITION_FLAG[c]) !== 0)
        .map((s) => states.id(s)),
    ]),
  ) as Record<CoalitionalConcept, string[]>;
}
