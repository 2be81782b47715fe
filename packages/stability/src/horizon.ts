import type { Watch } from "./core/game.ts";
import { HORIZON_LIMIT, limitedMove, nonMyopic } from "./core/horizon.ts";
import type { GraphModel } from "./model.ts";

/** Stability of two decision makers who look some moves ahead. */
export interface HorizonResult {
  /** Moves looked ahead; `nonMyopic`: any number from some on. */
  horizon: number | "non-myopic";
  stable: Record<string, string[]>;
  equilibria: string[];
  /** `capped at N`: expectations had not settled after N moves, so that nothing is said to be stable. */
  status: "proved" | `capped at ${number}`;
}

/**
 * Limited-move stability L_h, or non-myopic stability.
 *
 * @throws RangeError unless the model has two decision makers
 */
export function horizonResult(
  model: GraphModel,
  horizon: number | "non-myopic",
  watch: Watch = {},
): HorizonResult {
  const { game, states, decisionMakers } = model;
  const found = horizon === "non-myopic" ? nonMyopic(game, watch) : undefined;
  const flags = horizon === "non-myopic" ? found?.stable : limitedMove(game, horizon, watch);
  const where = (test: (slot: number) => boolean): string[] =>
    Array.from(states.slots)
      .filter(test)
      .map((slot) => states.id(slot));
  return {
    horizon,
    stable: Object.fromEntries(
      decisionMakers.map((name, i) => [name, where((slot) => flags?.[i]?.[slot] === 1)]),
    ),
    equilibria: where((slot) => flags !== undefined && flags[0][slot] === 1 && flags[1][slot] === 1),
    status: flags === undefined ? `capped at ${HORIZON_LIMIT}` : "proved",
  };
}
