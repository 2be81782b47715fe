import {
  type AnalyseOptions,
  type AnyConcept,
  analyse,
  type PerConcept,
  perConcept,
  resultOf,
  type StabilityResult,
} from "./analyse.ts";
import { FLAG } from "./core/game.ts";
import { otherDecisionMakers, viewOfNobody } from "./messages.ts";
import type { GraphModel } from "./model.ts";

/** One decision maker's picture of the game. */
export interface View {
  of: string;
  /** The game as it sees it: the same decision makers in the same order; states and payoffs may differ. */
  model: GraphModel;
  /**
   * The state of its picture that a true state looks like to it; undefined when it looks like none. Default: the state
   * of the same id.
   */
  image?: (trueState: string) => string | undefined;
}

/** The true game and the believed games side by side. */
export interface ViewsResult {
  /** The game as it is. */
  truth: StabilityResult;
  /** The game as each actor with a view of its own believes it to be. */
  views: Record<string, StabilityResult>;
  /** True states that are stable for each actor in its own view. */
  believed: {
    stable: PerConcept<Record<string, string[]>>;
    equilibria: PerConcept<string[]>;
  };
  /** What misperception changes: equilibria that hold only because of it, and those it destroys. */
  difference: PerConcept<{ onlyBelieved: string[]; onlyTrue: string[] }>;
  /** Per actor, true states that look like no state of its picture: nothing is said to be stable for it there. */
  withoutImage: Record<string, string[]>;
}

/**
 * First-level misperception (a hypergame): a state is an equilibrium when what each actor takes it for is stable for that
 * actor in its own picture of the game. Who has no view sees the game as it is.
 *
 * Reference: P. Bennett, Omega 5, 1977; M. Wang, K. Hipel, N. Fraser, Behavioral Science 33, 1988; Y. Aljefri, M.
 * Bashar, L. Fang, K. Hipel, IEEE SMC: Systems 48, 2018.
 *
 * @throws RangeError when a view is of nobody in the game, or names other decision makers
 */
export function analyseViews(
  truth: GraphModel,
  views: readonly View[],
  options: AnalyseOptions = {},
): ViewsResult {
  const names = truth.decisionMakers;
  for (const { of, model } of views) {
    if (!names.includes(of)) throw new RangeError(viewOfNobody(of, names));
    if (model.decisionMakers.join("\n") !== names.join("\n")) {
      throw new RangeError(otherDecisionMakers(of, model.decisionMakers, names));
    }
  }
  const actual = analyse(truth, options);
  const seen = new Map(views.map((view) => [view.of, { view, analysis: analyse(view.model, options) }]));
  const all = [actual, ...[...seen.values()].map((s) => s.analysis)];
  const concepts = actual.concepts.filter((c) => all.every((a) => a.concepts.includes(c)));
  const ids = Array.from(truth.states.slots, (slot) => truth.states.id(slot));
  const withoutImage: [string, string[]][] = [];

  // Per actor and true state, the concepts under which the state's image is stable for the actor.
  const flags = names.map((name, i): Int32Array => {
    const own = seen.get(name);
    if (own === undefined) return Int32Array.from(truth.states.slots, (slot) => actual.flags[i]![slot]!);
    const { view, analysis } = own;
    const unseen: string[] = [];
    const found = Int32Array.from(ids, (id) => {
      const image = view.image === undefined ? id : view.image(id);
      const slot = image === undefined ? undefined : view.model.states.slotOf(image);
      if (slot !== undefined) return analysis.flags[i]![slot]!;
      unseen.push(id);
      return 0;
    });
    withoutImage.push([name, unseen]);
    return found;
  });
  const stableFor = (who: readonly Int32Array[], concept: AnyConcept): string[] =>
    ids.filter((_, n) => who.every((own) => (own[n]! & FLAG[concept]) !== 0));

  const believed = {
    stable: perConcept(concepts, (c) =>
      Object.fromEntries(names.map((name, i) => [name, stableFor([flags[i]!], c)])),
    ),
    equilibria: perConcept(concepts, (c) => stableFor(flags, c)),
  };
  const truthResult = resultOf(actual);
  return {
    truth: truthResult,
    views: Object.fromEntries([...seen].map(([name, { analysis }]) => [name, resultOf(analysis)])),
    believed,
    difference: perConcept(concepts, (c) => {
      const [held, real] = [believed.equilibria[c] ?? [], truthResult.equilibria[c] ?? []];
      return {
        onlyBelieved: held.filter((id) => !real.includes(id)),
        onlyTrue: real.filter((id) => !held.includes(id)),
      };
    }),
    withoutImage: Object.fromEntries(withoutImage),
  };
}
