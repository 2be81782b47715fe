import type { Concept } from "./core/game.ts";
import { answersTo, type Step } from "./core/sanction.ts";
import { noDecisionMaker, noState } from "./messages.ts";
import type { GraphModel } from "./model.ts";

/** A step of a sanction, by name. */
export interface NamedStep {
  by: string;
  to: string;
}

/** Why a state is or is not stable for a decision maker under a concept. */
export interface Explanation {
  state: string;
  decisionMaker: string;
  concept: Concept;
  stable: boolean;
  /** Its improvements from the state, best first, each with the others' answer. None: stable by having nowhere better. */
  improvements: {
    to: string;
    /** The shortest sequence of the others that leaves it no better off than in the state; absent when there is none. */
    sanction?: NamedStep[];
    /** Under SMR and SSEQ without a sanction: what would hurt, and where it escapes to from there. */
    escaped?: { path: NamedStep[]; to: string };
  }[];
}

/**
 * Why a state is stable, or is not, for one decision maker: each improvement with its sanction and the path to it, or
 * without one.
 *
 * @throws RangeError when the model has no such state or decision maker
 */
export function explain(
  model: GraphModel,
  state: string,
  decisionMaker: string,
  concept: Concept,
): Explanation {
  const { states, decisionMakers } = model;
  const slot = states.slotOf(state);
  if (slot === undefined) throw new RangeError(noState(state));
  const decider = decisionMakers.indexOf(decisionMaker);
  if (decider < 0) throw new RangeError(noDecisionMaker(decisionMaker, decisionMakers));
  const named = (steps: readonly Step[]): NamedStep[] =>
    steps.map(({ by, to }) => ({ by: decisionMakers[by]!, to: states.id(to) }));
  const answers = answersTo(model.game, slot, decider, concept);
  return {
    state,
    decisionMaker,
    concept,
    stable: answers.every((a) => a.sanction !== undefined),
    improvements: answers.map(({ to, sanction, escaped }) => {
      const improvement: Explanation["improvements"][number] = { to: states.id(to) };
      if (sanction !== undefined) improvement.sanction = named(sanction);
      if (escaped !== undefined)
        improvement.escaped = { path: named(escaped.path), to: states.id(escaped.to) };
      return improvement;
    }),
  };
}
