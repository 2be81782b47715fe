import type { Watch } from "./core/game.ts";
import { type Reach, reachFrom } from "./core/reachability.ts";
import type { NamedStep } from "./explain.ts";
import { noState } from "./messages.ts";
import type { GraphModel } from "./model.ts";

/** A way from the status quo: how many moves, and one shortest sequence. */
export interface Way {
  moves: number;
  path: NamedStep[];
}

/** What can come of the status quo. */
export interface StatusQuoResult {
  statusQuo: string;
  /** Per state that can be reached: by any moves, and by improvements only where that is possible. */
  reachable: { id: string; anyMoves: Way; improvements?: Way }[];
}

/**
 * Which states can be reached from today's, in how many moves and by whom: with any moves, and with moves each of which
 * is better for whoever makes it.
 *
 * @throws RangeError when there is no such state
 */
export function statusQuoAnalysis(model: GraphModel, statusQuo: string, watch: Watch = {}): StatusQuoResult {
  const { states, decisionMakers, game } = model;
  const start = states.slotOf(statusQuo);
  if (start === undefined) throw new RangeError(noState(statusQuo));
  const any = reachFrom(game, start, false, watch);
  const improving = reachFrom(game, start, true, watch);
  const way = (reach: Reach, slot: number): Way => ({
    moves: reach.moves[slot]!,
    path: (reach.pathTo(slot) ?? []).map(({ by, to }) => ({ by: decisionMakers[by]!, to: states.id(to) })),
  });
  const reachable: StatusQuoResult["reachable"] = [];
  for (const slot of states.slots) {
    if (any.moves[slot]! < 0) continue;
    const entry: StatusQuoResult["reachable"][number] = { id: states.id(slot), anyMoves: way(any, slot) };
    if (improving.moves[slot]! >= 0) entry.improvements = way(improving, slot);
    reachable.push(entry);
  }
  return { statusQuo, reachable };
}
