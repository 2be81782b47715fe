import { Case, type CaseObject, type View } from "@parley/case";
import { expect, test } from "vitest";
import { modelsOf } from "./from-case.ts";
import { surprisesOf, withoutFilters } from "./from-case-filters.ts";
import { robustness } from "./robustness.ts";

/** An exchange of a gate for money; Lowlands is told that the gates open anyway. */
function held(change: Partial<View>): Case {
  const party = (id: string): CaseObject =>
    ({ id, kind: "actor", name: id, type: "state", party: true }) as CaseObject;
  const objects: CaseObject[] = [
    party("up"),
    party("low"),
    { id: "open", kind: "move", party: "up", name: "Open", now: false },
    { id: "pay", kind: "move", party: "low", name: "Pay", now: false },
    { id: "p-up", kind: "preference", party: "up", statements: ["pay", "-open"] },
    { id: "p-low", kind: "preference", party: "low", statements: ["open", "-pay"] },
    { id: "told", kind: "preference", party: "up", statements: ["open"], seenBy: "low" },
    {
      id: "v",
      kind: "view",
      actor: "low",
      filters: [{ from: "up", to: "low", effect: "biases" }],
      ...change,
    },
  ];
  return new Case(objects);
}

test("without the filters Lowlands sees that it has to pay: the exchange holds again", () => {
  const off = withoutFilters(held({ resistance: "none" }), "low");
  expect(off).toMatchObject({ actor: "low", resistance: "none", givesWay: "yes" });
  expect(off?.change.seq).toMatchObject({ gained: ["11"] });
  expect(off?.inputs).toEqual(expect.arrayContaining(["view:v", "preference:told"]));
});

test("belief that resists stays; where resistance is not known, so is whether the picture gives way", () => {
  expect(withoutFilters(held({ resistance: "strong" }), "low")?.givesWay).toBe("no");
  expect(withoutFilters(held({ resistance: "some" }), "low")?.givesWay).toBe("unknown");
  expect(withoutFilters(held({}), "low")).toMatchObject({ resistance: "unknown", givesWay: "unknown" });
  expect(withoutFilters(held({ filters: [] }), "low")).toBeUndefined();
  expect(withoutFilters(held({}), "up")).toBeUndefined();
});

test("a move that an actor does not know of surprises it", () => {
  const found = surprisesOf(held({ hiddenMoves: ["open"] }));
  expect(found).toEqual([
    { who: "low", state: "00", by: "up", to: "01", mover: "no better", effect: "no worse" },
  ]);
  expect(surprisesOf(held({}))).toEqual([]);
});

test("the statements of a case are judgements that can be turned round", () => {
  const { models } = modelsOf(held({}));
  const found = robustness(models!.truth, { worlds: 10, seed: 1 });
  expect(found).toMatchObject({ worlds: 4, status: "proved" });
  expect(found.equilibria.seq.find((e) => e.id === "11")?.share).toBe(0.25);
});
