import { Case, type CaseObject, type Move, type Preference } from "@parley/case";
import { expect, test } from "vitest";
import { modelsOf, stabilityOf } from "./from-case.ts";

const actor = (id: string, name: string): CaseObject =>
  ({ id, kind: "actor", name, type: "state", party: true }) as CaseObject;
const gates: Move = {
  id: "open-gates",
  kind: "move",
  party: "up",
  name: "Open the gates",
  taken: "opens the gates",
  notTaken: "keeps the gates shut",
  now: false,
};
const pay: Move = { id: "pay", kind: "move", party: "low", name: "Pay", now: false };
const prefer = (id: string, party: string, statements: string[]): Preference => ({
  id,
  kind: "preference",
  party,
  statements,
});
const upPrefers = prefer("p-up", "up", ["pay", "-open-gates"]);
const lowPrefers = prefer("p-low", "low", ["open-gates", "-pay"]);
const base: CaseObject[] = [
  actor("up", "Uplands"),
  actor("low", "Lowlands"),
  gates,
  pay,
  upPrefers,
  lowPrefers,
];
const without = (id: string): CaseObject[] => base.filter((o) => o.id !== id);
const replaced = (object: CaseObject): CaseObject[] => [...without(object.id), object];

test("parties by name, their moves as options, states as sentences, today's state, and what it was made from", () => {
  const { models, result, inputs, problems } = stabilityOf(new Case(base));
  expect(problems).toEqual([]);
  expect(models?.deciders).toEqual(["low", "up"]);
  expect(models?.moves).toEqual(["pay", "open-gates"]);
  expect(models?.statusQuo).toBe("00");
  expect(result?.truth.states.map((s) => s.label)).toEqual([
    "Lowlands: not: Pay; Uplands: keeps the gates shut",
    "Lowlands: Pay; Uplands: keeps the gates shut",
    "Lowlands: not: Pay; Uplands: opens the gates",
    "Lowlands: Pay; Uplands: opens the gates",
  ]);
  // A prisoners' dilemma: standing apart is the Nash equilibrium, the exchange holds by sanctions.
  expect(result?.truth.equilibria.nash).toEqual(["00"]);
  expect(result?.truth.equilibria.seq).toEqual(["00", "11"]);
  expect(inputs).toEqual(["move:pay", "move:open-gates", "preference:p-low", "preference:p-up"]);
});

test("what one party takes another's order to be makes its view, and names its objects", () => {
  const belief: Preference = { ...prefer("p-up-as-low-sees", "up", ["open-gates"]), seenBy: "low" };
  const { models, result, inputs } = stabilityOf(new Case([...base, belief]));
  expect(models?.viewInputs).toEqual({ low: ["preference:p-up-as-low-sees"] });
  expect(inputs).toContain("preference:p-up-as-low-sees");
  expect(result?.truth.equilibria.seq).toEqual(["00", "11"]);
  // Believing that the gates open anyway, Lowlands sees no reason to pay.
  expect(result?.believed.equilibria.seq).toEqual(["00"]);
  const view: CaseObject = { id: "v", kind: "view", actor: "low", preferences: ["p-up-as-low-sees"] };
  expect(stabilityOf(new Case([...base, belief, view])).models?.viewInputs).toEqual({
    low: ["view:v", "preference:p-up-as-low-sees"],
  });
});

test("a move it does not know of looks to it as if it were not taken", () => {
  const view: CaseObject = { id: "v", kind: "view", actor: "low", hiddenMoves: ["open-gates"] };
  const { models, result } = stabilityOf(new Case([...base, view]));
  expect(models?.views[0]?.image?.("11")).toBe("10");
  expect(result?.views.low?.states.map((s) => s.id)).toEqual(["00", "10"]);
  expect(result?.believed.stable.gmr.low).toEqual(["00", "01"]);
});

test("infeasible patterns, one-way moves and rankings with ties", () => {
  const rule: CaseObject = { id: "r", kind: "infeasibility", pattern: { pay: true, "open-gates": false } };
  const ranking: Preference = {
    id: "p-low",
    kind: "preference",
    party: "low",
    ranking: [[["open-gates"]], [["pay", "open-gates"], []]],
  };
  const objects = [...replaced(ranking), rule];
  const { models, result, problems } = stabilityOf(new Case(objects));
  expect(problems).toEqual([]);
  expect(result?.truth.states.map((s) => s.id)).toEqual(["00", "01", "11"]);
  expect([...models!.truth.game.payoffs[0]!]).toEqual([0, -1, 1, 0]);
  expect(models?.inputs).toContain("infeasibility:r");
});

test("swapping the parties' names mirrors the result", () => {
  const swapped = base.map((o) =>
    o.kind === "actor" ? { ...o, name: o.id === "up" ? "Lowlands" : "Uplands" } : o,
  );
  const [plain, mirror] = [
    stabilityOf(new Case(base)).result,
    stabilityOf(new Case(swapped as CaseObject[])).result,
  ];
  const flip = (ids: string[]): string[] => ids.map((id) => [...id].reverse().join("")).sort();
  for (const concept of ["nash", "gmr", "smr", "seq", "sseq", "sim"] as const) {
    for (const party of ["up", "low"]) {
      expect(flip(mirror?.truth.stable[concept]?.[party] ?? [])).toEqual(
        [...(plain?.truth.stable[concept]?.[party] ?? [])].sort(),
      );
    }
  }
});

test("whatever is missing is said with the object it is about, and there is no result", () => {
  const only = (objects: CaseObject[]): unknown => {
    const { result, problems } = stabilityOf(new Case(objects));
    expect(result).toBeUndefined();
    return problems[0];
  };
  expect(only(without("p-up"))).toMatchObject({
    on: ["actor:up"],
    message: expect.stringContaining("Uplands has moves and no preference"),
  });
  expect(only([...base, prefer("p2", "up", ["pay"])])).toMatchObject({
    on: ["preference:p-up", "preference:p2"],
  });
  expect(only(replaced(prefer("p-up", "up", ["pya"])))).toMatchObject({
    on: ["preference:p-up"],
    message: expect.stringContaining('found "pya"; expected a move (pay, open-gates)'),
  });
  const partial: Preference = { id: "p-up", kind: "preference", party: "up", ranking: [[["pay"]], [[]]] };
  expect(only(replaced(partial))).toMatchObject({
    message: expect.stringContaining("leaves out 2 states, first: Lowlands: not: Pay"),
  });
  const never: CaseObject = { id: "r", kind: "infeasibility", pattern: { pay: false, "open-gates": false } };
  expect(only([...base, never])).toMatchObject({ message: expect.stringContaining("state 00") });
  expect(only([...base, { id: "r", kind: "infeasibility", pattern: { nothing: true } }])).toMatchObject({
    on: ["infeasibility:r"],
  });
});

test("a case without moves has neither result nor problem; proposed objects are not used", () => {
  expect(modelsOf(new Case([actor("up", "Uplands")]))).toEqual({ problems: [] });
  const proposed = base.map((o) =>
    o.kind === "move" ? { ...o, review: { state: "proposed" as const } } : o,
  );
  expect(modelsOf(new Case(proposed))).toEqual({ problems: [] });
});

test("a move can be left out: its states go, orders keep the rest, and today's state stays only where it can", () => {
  const rank: Preference = {
    id: "p-low",
    kind: "preference",
    party: "low",
    ranking: [[["open-gates"]], [["open-gates", "pay"]], [[]], [["pay"]]],
  };
  const held = new Case(replaced(rank));
  const { models, result, problems } = stabilityOf(held, { without: ["pay"] });
  expect(problems).toEqual([]);
  expect(result?.truth.states.map((s) => s.id)).toEqual(["00", "01"]);
  expect(result?.truth.equilibria.nash).toEqual(["00"]);
  expect(models?.statusQuo).toBe("00");
  expect(stabilityOf(held).result?.truth.states.length).toBe(4);

  const taken = replaced({ ...pay, now: true });
  expect(modelsOf(new Case(taken), undefined, ["pay"]).models?.statusQuo).toBe("00");
  const needed: CaseObject = {
    id: "must",
    kind: "infeasibility",
    pattern: { pay: false, "open-gates": false },
  };
  const without = modelsOf(new Case([...taken, needed]), undefined, ["pay"]);
  expect(without.problems).toEqual([]);
  expect(without.models?.statusQuo).toBeUndefined();
});

test("leaving a move out is the game of the case in which it cannot be taken", () => {
  const barred: CaseObject = { id: "barred", kind: "infeasibility", pattern: { pay: true } };
  const asked = stabilityOf(new Case(base), { without: ["pay"] });
  expect(asked.result).toEqual(stabilityOf(new Case([...base, barred])).result);
});
