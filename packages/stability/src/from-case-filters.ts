import type { Case, Id, Ref } from "@parley/case";
import { refOf } from "@parley/case";
import { type AnalyseOptions, type PerConcept, perConcept } from "./analyse.ts";
import { CONCEPTS } from "./core/game.ts";
import { modelsOf } from "./from-case.ts";

import { type Surprise, surprises } from "./surprise.ts";
import { analyseViews } from "./views.ts";

/** What changes when what stands between an actor and the facts is taken away. */
export interface FiltersOff {
  actor: Id;
  /** How it meets news against its belief. */
  resistance: "none" | "some" | "strong" | "unknown";
  /**
   * Whether its picture gives way: `yes` with no resistance, `no` with strong resistance (what reaches it is not believed), else
   * `unknown`: then the change below is what would follow if it did.
   */
  givesWay: "yes" | "no" | "unknown";
  /** Per concept, states that hold as things are believed now and those that hold once it sees the game as it is. */
  change: PerConcept<{ kept: string[]; gained: string[]; lost: string[] }>;
  inputs: Ref[];
}

/**
 * Switch off the filters on the way to one actor: who sees the game as it is acts by it, unless it resists what it hears.
 *
 * @returns undefined when the actor has no view with filters, or the case has no game
 */
export function withoutFilters(held: Case, actor: Id, options: AnalyseOptions = {}): FiltersOff | undefined {
  const view = held.inForce("view").find((v) => v.actor === actor && (v.filters ?? []).length > 0);
  const { models } = modelsOf(held, options.memoryLimit);
  if (view === undefined || models === undefined) return undefined;
  const before = analyseViews(models.truth, models.views, options).believed.equilibria;
  const others = models.views.filter((v) => v.of !== actor);
  const after = analyseViews(models.truth, others, options).believed.equilibria;
  const resistance = view.resistance ?? "unknown";
  return {
    actor,
    resistance,
    givesWay: resistance === "none" ? "yes" : resistance === "strong" ? "no" : "unknown",
    change: perConcept(CONCEPTS, (c) => {
      const [was, is] = [before[c] ?? [], after[c] ?? []];
      return {
        kept: was.filter((id) => is.includes(id)),
        gained: is.filter((id) => !was.includes(id)),
        lost: was.filter((id) => !is.includes(id)),
      };
    }),
    inputs: [refOf("view", view.id), ...models.inputs, ...(models.viewInputs[actor] ?? [])],
  };
}

/** Moves in the case that some actor does not see coming, from today's state or, where today is not known, from any. */
export function surprisesOf(held: Case, options: AnalyseOptions = {}): Surprise[] {
  const { models } = modelsOf(held, options.memoryLimit);
  if (models === undefined) return [];
  const { truth, views, statusQuo } = models;
  return surprises(truth, views, statusQuo === undefined ? undefined : [statusQuo]);
}
