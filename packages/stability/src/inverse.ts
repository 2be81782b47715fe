import { analyse, stableSlots } from "./analyse.ts";
import { type Concept, FLAG } from "./core/game.ts";
import { countOrders, smallestChange } from "./core/inverse.ts";
import { countStates } from "./core/moves.ts";
import { ranksOf } from "./core/payoffs.ts";
import { stability } from "./core/stability.ts";
import { noState } from "./messages.ts";
import type { GraphModel } from "./model.ts";

/** What would have to be so for a state to last. */
export interface InverseResult {
  state: string;
  concept: Concept;
  /** Stable for all as the orders are. */
  equilibrium: boolean;
  decisionMakers: Record<
    string,
    {
      stable: boolean;
      /** Strict orders of this decision maker that make the state stable for it, the others' orders as given; exact decimals. */
      orders?: { stable: string; of: string };
      /** Why the orders were not counted. */
      notCounted?: string;
      /** Each a smallest set of states it would have to like no better than this one; none where the state is stable for it. */
      lower: string[][];
      /** False where the search for the smallest was cut off. */
      proved: boolean;
    }
  >;
  /** Whether the state is stable for all once each has made the first change named for it: worked out anew, not inferred. */
  afterFirstChanges: boolean;
}

/**
 * Which orders of each decision maker make a state stable for it, counted by definition, and the smallest changes
 * to the given orders that do.
 *
 * @throws RangeError when there is no such state
 */
export function inverseOf(model: GraphModel, state: string, concept: Concept): InverseResult {
  const { states, game, decisionMakers } = model;
  const slot = states.slotOf(state);
  if (slot === undefined) throw new RangeError(noState(state));
  const flags = analyse(model, { sim: false }).flags;
  const count = countStates(game.moves);
  const result: InverseResult = {
    state,
    concept,
    equilibrium: false,
    decisionMakers: {},
    afterFirstChanges: false,
  };
  const lowered = game.payoffs.map((own, i) => {
    const stable = (flags[i]![slot]! & FLAG[concept]) !== 0;
    const { lower, proved } = smallestChange(game, slot, i, concept);
    const entry: InverseResult["decisionMakers"][string] = {
      stable,
      lower: stable ? [] : lower.map((set) => set.map((s) => states.id(s))),
      proved,
    };
    try {
      const { stable: good, of } = countOrders(game, count, slot, i, concept);
      entry.orders = { stable: good.toString(), of: of.toString() };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      entry.notCounted = error.message;
    }
    result.decisionMakers[decisionMakers[i]!] = entry;
    const set = lower[0] ?? [];
    // What is lowered becomes as good as the state itself: no better, and nothing else changes places.
    return set.length === 0
      ? own
      : ranksOf(
          Float64Array.from(own, (p, s) => (set.includes(s) ? own[slot]! : p)),
          game.moves.exists,
        );
  });
  const isStable = (all: readonly Uint8Array[]): boolean =>
    all.every((own) => (own[slot]! & FLAG[concept]) !== 0);
  result.equilibrium = isStable(flags);
  result.afterFirstChanges = isStable(stability({ moves: game.moves, payoffs: lowered }));
  return result;
}

/** What becomes of the equilibria when a model is changed. */
export interface Change {
  kept: string[];
  gained: string[];
  lost: string[];
}

/** Equilibria of two models by id: which are in both, only after, only before. */
export function changeOf(before: GraphModel, after: GraphModel, concept: Concept): Change {
  const ids = (model: GraphModel): string[] =>
    Array.from(stableSlots(analyse(model, { sim: false }), concept), (s) => model.states.id(s));
  const [was, is] = [ids(before), ids(after)];
  return {
    kept: was.filter((id) => is.includes(id)),
    gained: is.filter((id) => !was.includes(id)),
    lost: was.filter((id) => !is.includes(id)),
  };
}
