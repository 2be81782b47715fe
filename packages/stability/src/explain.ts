import type { AnyConcept } from "./analyse.ts";
import { OptionMoves } from "./core/option-moves.ts";
import { answersTo, type Step } from "./core/sanction.ts";
import { togetherAnswers } from "./core/sim-answers.ts";
import { noDecisionMaker, noState, simNeedsOptions } from "./messages.ts";
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
  concept: AnyConcept;
  stable: boolean;
  /** Its improvements from the state, best first, each with the others' answer. None: stable by having nowhere better. */
  improvements: {
    to: string;
    /** The shortest sequence of the others that leaves it no better off than in the state; absent when there is none. */
    sanction?: NamedStep[];
    /** Under SMR and SSEQ without a sanction: what would hurt, and where it escapes to from there. */
    escaped?: { path: NamedStep[]; to: string };
    /** Under SIM: what the others choose at the same time, each an improvement of its own, and the state all choices make. */
    together?: { choices: NamedStep[]; end: string };
  }[];
}

/**
 * Why a state is stable, or is not, for one decision maker: each improvement with its sanction and the path to it, or
 * without one.
 *
 * @throws RangeError when the model has no such state or decision maker, or SIM is asked of a model without options
 */
export function explain(
  model: GraphModel,
  state: string,
  decisionMaker: string,
  concept: AnyConcept,
): Explanation {
  const { states, decisionMakers } = model;
  const slot = states.slotOf(state);
  if (slot === undefined) throw new RangeError(noState(state));
  const decider = decisionMakers.indexOf(decisionMaker);
  if (decider < 0) throw new RangeError(noDecisionMaker(decisionMaker, decisionMakers));
  const named = (steps: readonly Step[]): NamedStep[] =>
    steps.map(({ by, to }) => ({ by: decisionMakers[by]!, to: states.id(to) }));
  if (concept === "sim") {
    const { moves } = model.game;
    if (!(moves instanceof OptionMoves)) throw new RangeError(simNeedsOptions());
    const found = togetherAnswers(moves, model.game, slot, decider);
    return {
      state,
      decisionMaker,
      concept,
      stable: found.every((a) => a.together !== undefined),
      improvements: found.map(({ to, together }) =>
        together === undefined
          ? { to: states.id(to) }
          : {
              to: states.id(to),
              together: { choices: named(together.choices), end: states.id(together.end) },
            },
      ),
    };
  }
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
