import { type AnalyseOptions, type AnyConcept, type PerConcept, perConcept } from "./analyse.ts";
import { CONCEPTS } from "./core/game.ts";
import type { GraphModel } from "./model.ts";
import { analyseViews, type View, type ViewsResult } from "./views.ts";

/** One decision maker's picture of everybody's pictures. */
export interface SecondView extends View {
  /** How it takes the others to see the game; who is not named is taken to see it as it does. */
  others: readonly View[];
}

/** A second-level hypergame. */
export interface SecondLevelResult {
  /** What really holds: everybody acts by its own picture. */
  actual: ViewsResult;
  /** What each expects to hold, by its own picture and by those it takes the others to have. */
  expected: Record<string, ViewsResult>;
  /**
   * Per concept: states that hold and that everybody expects to hold; and per decision maker those it expects that do not
   * hold, and those that hold and that it does not expect. State ids are those of the true game.
   */
  outcome: PerConcept<{
    expectedByAll: string[];
    wronglyExpected: Record<string, string[]>;
    unexpected: Record<string, string[]>;
  }>;
}

/**
 * Second-level misperception: views of views. Each decision maker acts by its own picture; what it expects is the first-level
 * hypergame made of its own picture and of those it takes the others to have.
 *
 * Reference: M. Wang, K. Hipel, N. Fraser, *Behavioral Science* 33, 1988.
 */
export function analyseSecondLevel(
  truth: GraphModel,
  views: readonly SecondView[],
  options: AnalyseOptions = {},
): SecondLevelResult {
  const actual = analyseViews(truth, views, options);
  const expected = Object.fromEntries(
    truth.decisionMakers.map((name) => {
      const own = views.find((v) => v.of === name);
      return [name, analyseViews(own?.model ?? truth, own?.others ?? [], options)];
    }),
  );
  const ids = actual.truth.states.map((s) => s.id);
  /** Whether somebody expects a true state to hold: whether what it looks like to it does, in what it expects. */
  const expects = (name: string, id: string, concept: AnyConcept): boolean => {
    const own = views.find((v) => v.of === name);
    const image = own?.image === undefined ? id : own.image(id);
    return image !== undefined && (expected[name]!.believed.equilibria[concept]?.includes(image) ?? false);
  };
  return {
    actual,
    expected,
    outcome: perConcept(CONCEPTS, (c) => {
      const holds = (id: string): boolean => actual.believed.equilibria[c]?.includes(id) ?? false;
      const per = (test: (name: string, id: string) => boolean): Record<string, string[]> =>
        Object.fromEntries(truth.decisionMakers.map((name) => [name, ids.filter((id) => test(name, id))]));
      return {
        expectedByAll: ids.filter((id) => holds(id) && truth.decisionMakers.every((n) => expects(n, id, c))),
        wronglyExpected: per((n, id) => !holds(id) && expects(n, id, c)),
        unexpected: per((n, id) => holds(id) && !expects(n, id, c)),
      };
    }),
  };
}
