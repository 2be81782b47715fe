import type { Explanation, NamedStep } from "./explain.ts";
import { conceptName, why } from "./messages.ts";
import type { GraphModel } from "./model.ts";

/** How an explanation names things. Default: decision makers by their names, states by their label or id. */
export interface Naming {
  party?: (name: string) => string;
  state?: (id: string) => string;
}

/** Names states by what a model says: `state 3`, with the label where there is one. */
export function stateNaming(model: GraphModel): (id: string) => string {
  return (id) => {
    const slot = model.states.slotOf(id);
    const label = slot === undefined ? undefined : model.states.label(slot);
    return label === undefined ? `state ${id}` : /^\d+$/.test(label) ? `state ${label}` : `"${label}"`;
  };
}

/**
 * An explanation in plain sentences: the verdict first, then each improvement with its sanction and the path to it, with
 * the way out of it, or with its absence.
 */
export function explainInWords(
  { state, decisionMaker, concept, improvements, stable }: Explanation,
  { party = (name) => name, state: name = (id) => `state ${id}` }: Naming = {},
): string[] {
  const who = party(decisionMaker);
  const here = name(state);
  if (improvements.length === 0) return [why.nothingBetter(who, here)];
  const say = (steps: readonly NamedStep[]): NamedStep[] =>
    steps.map(({ by, to }) => ({ by: party(by), to: name(to) }));
  const lasting = concept === "smr" || concept === "sseq";
  return [
    why.verdict(who, here, conceptName[concept], stable, improvements.length),
    ...improvements.map(({ to, sanction, escaped, together }) => {
      const there = name(to);
      if (sanction !== undefined)
        return (lasting ? why.sanctionForGood : why.sanction)(who, there, say(sanction), here);
      if (together !== undefined)
        return why.together(who, there, say(together.choices), name(together.end), here);
      if (escaped !== undefined) return why.escaped(who, there, say(escaped.path), name(escaped.to), here);
      return why.unanswered[concept](who, there, here);
    }),
  ];
}
