import { type AnyConcept, analyse, stableSlots } from "./analyse.ts";
import type { Concept, Watch } from "./core/game.ts";
import type { GraphModel } from "./model.ts";
import { type StatusQuoResult, statusQuoAnalysis, type Way } from "./status-quo.ts";

/** How today could become each state that would last. */
export interface EvolutionResult {
  statusQuo: string;
  concept: AnyConcept;
  /** Nearest by improvements first, then those that need a move which does not pay whoever makes it, then the unreachable. */
  equilibria: { id: string; improvements?: Way; anyMoves?: Way }[];
}

/** Evolution from the status quo to the equilibria of a concept. @throws RangeError when there is no such state */
export function evolution(
  model: GraphModel,
  statusQuo: string,
  concept: Concept,
  watch: Watch = {},
): EvolutionResult {
  const { reachable } = statusQuoAnalysis(model, statusQuo, watch);
  const ways = new Map(reachable.map((r): [string, StatusQuoResult["reachable"][number]] => [r.id, r]));
  const slots = stableSlots(analyse(model, { ...watch, sim: false }), concept);
  const equilibria = Array.from(slots, (slot) => {
    const id = model.states.id(slot);
    const found = ways.get(id);
    const entry: EvolutionResult["equilibria"][number] = { id };
    if (found !== undefined) entry.anyMoves = found.anyMoves;
    if (found?.improvements !== undefined) entry.improvements = found.improvements;
    return entry;
  });
  const far = 2 ** 31;
  const key = (e: (typeof equilibria)[number]): number =>
    e.improvements?.moves ?? far + (e.anyMoves?.moves ?? far);
  equilibria.sort((a, b) => key(a) - key(b));
  return { statusQuo, concept, equilibria };
}
