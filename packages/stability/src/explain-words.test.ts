import { expect, test } from "vitest";
import { type AnyConcept, analyse, stableSlots } from "./analyse.ts";
import { OptionMoves } from "./core/option-moves.ts";
import { EXAMPLES, example } from "./example.test.helper.ts";
import { explain } from "./explain.ts";
import { explainInWords, stateNaming } from "./explain-words.ts";

test("every state, party and concept of every example: the verdict of the engine, and a sentence for each improvement", () => {
  for (const name of EXAMPLES) {
    const model = example(name);
    const analysis = analyse(model, { sim: model.game.moves instanceof OptionMoves });
    for (const concept of analysis.concepts) {
      for (const [i, party] of model.decisionMakers.entries()) {
        const stable = new Set(stableSlots(analysis, concept, i));
        for (const slot of model.states.slots) {
          const found = explain(model, model.states.id(slot), party, concept);
          const where = `${name} ${concept} ${party} ${model.states.id(slot)}`;
          expect(found.stable, where).toBe(stable.has(slot));
          const words = explainInWords(found, { state: stateNaming(model) });
          expect(words, where).toHaveLength(
            found.improvements.length === 0 ? 1 : found.improvements.length + 1,
          );
          for (const line of words) expect(line, where).not.toMatch(/undefined|NaN/);
        }
      }
    }
  }
});

const say = (name: string, state: string, who: string, concept: AnyConcept): string[] => {
  const model = example(name);
  return explainInWords(explain(model, state, who, concept), { state: stateNaming(model) });
};

test("Syria at state 2, in words", () => {
  expect(say("syria-iraq-1975", "100", "Syria", "seq")).toEqual([
    "Syria has 2 moves from state 2 to states it prefers: under sequential (SEQ) stability state 2 is not stable for Syria.",
    "Syria could improve by moving to state 1, but then Iraq can move to state 4, which leaves Syria no better off than in state 2.",
    "Syria can improve by moving to state 3: no answer in which each mover gains leaves Syria as badly off as in state 2.",
  ]);
  expect(say("syria-iraq-1975", "000", "Syria", "nash")).toEqual([
    "Syria has no move from state 1 to a state it prefers, so state 1 is stable for Syria.",
  ]);
  expect(say("syria-iraq-1975", "000", "Iraq", "smr").join(" ")).toContain("can move on to");
  expect(say("syria-iraq-1975", "000", "Iraq", "gmr").at(-1)).toContain("no better off than in state 1.");
  expect(say("prisoners-dilemma", "11", "Prisoner One", "sim").join(" ")).toMatch(/at the same time|stable/);
});
