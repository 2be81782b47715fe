import { expect, test } from "vitest";
import { analyse, resultOf } from "./analyse.ts";
import { coalitionAnalysis, universalEquilibria } from "./coalition.ts";
import { evolution } from "./evolution.ts";
import { example } from "./example.test.helper.ts";
import { gradedResult } from "./graded.ts";
import { graphFromJson } from "./graph-json.ts";
import { horizonResult } from "./horizon.ts";
import { changeOf, inverseOf } from "./inverse.ts";
import { robustness } from "./robustness.ts";
import { analyseSecondLevel } from "./second-level.ts";
import { surprises } from "./surprise.ts";
import { analyseViews } from "./views.ts";
import { without } from "./what-if.ts";

const syriaIraq = example("syria-iraq-1975");
const elmira = example("elmira-12-state");

test("Syria and Iraq: orders of Syria that make state 2 stable, by definition", () => {
  const orders = (concept: "nash" | "gmr" | "smr" | "seq"): string | undefined =>
    inverseOf(syriaIraq, "100", concept).decisionMakers.Syria?.orders?.stable;
  expect(orders("nash")).toBe("240");
  expect(orders("smr")).toBe("300");
  expect(orders("seq")).toBe("384");
  expect(orders("gmr")).toBe("384");
  const found = inverseOf(syriaIraq, "100", "seq");
  expect(found.decisionMakers.Syria?.orders?.of).toBe("720");
  expect(found.equilibrium).toBe(false);
  expect(found.decisionMakers.Iraq).toMatchObject({ stable: true, lower: [] });
  // Syria would have to like state 3 (escalate) no better than state 2, or one of Iraq's answers to it.
  expect(found.decisionMakers.Syria?.lower).toContainEqual(["010"]);
  expect(found.afterFirstChanges).toBe(true);
});

test("a count that hangs on too many states says so, and the smallest changes stand all the same", () => {
  const wide = graphFromJson({
    "parley-graph": 1,
    decisionMakers: ["A", "B"],
    options: Array.from({ length: 6 }, (_, k) => ({ name: `${k}`, owner: k < 3 ? "A" : "B" })),
    preferences: { A: { random: 1 }, B: { random: 2 } },
  });
  const found = inverseOf(wide, "000000", "gmr").decisionMakers.A;
  expect(found?.notCounted).toMatch(/at most 22/);
  expect(found?.orders).toBeUndefined();
  expect(inverseOf(wide, "000000", "nash").decisionMakers.A?.orders?.of).toHaveLength(90);
});

test("Elmira: MoE, Uniroyal and Local Government; Uniroyal and Local Government... who can upset state 7", () => {
  // The guide's coalition: from 7 MoE and Uniroyal together reach 10, which both prefer; neither can alone.
  const found = coalitionAnalysis(elmira, ["MoE", "Uniroyal"]);
  const upset = found.upsets.find((u) => u.state === "01001");
  expect(upset?.to).toBe("10101");
  expect(upset?.path.map((s) => s.by).sort()).toEqual(["MoE", "Uniroyal"]);
  expect(upset?.path.at(-1)?.to).toBe("10101");
  expect(found.stable.cnash).not.toContain("01001");
  expect(found.stable.cnash).toContain("10101");
  expect(universalEquilibria(elmira).cnash).not.toContain("01001");
  expect(() => coalitionAnalysis(elmira, ["MoE"])).toThrow("two members");
  expect(() => coalitionAnalysis(elmira, ["MoE", "Nobody"])).toThrow('"Nobody"');
  expect(() => coalitionAnalysis(elmira, ["MoE", "Uniroyal"], { memoryLimit: 10 })).toThrow("limit");
});

test("evolution: state 7 of Elmira by one improvement, state 10 only by moves of which one does not pay", () => {
  const { equilibria } = evolution(elmira, "01000", "nash");
  expect(equilibria[0]).toMatchObject({ id: "01001", improvements: { moves: 1 } });
  const ten = equilibria.find((e) => e.id === "10101");
  expect(ten?.improvements).toBeUndefined();
  expect(ten?.anyMoves?.moves).toBe(3);
});

test("what if Uniroyal could not abandon: its states are gone, the others keep their order", () => {
  const changed = without(elmira, "Abandon");
  expect(Array.from(changed.states.slots, (s) => changed.states.id(s))).not.toContain("00010");
  const change = changeOf(elmira, changed, "nash");
  expect(change.lost).toEqual(["00010", "10010", "00011", "10011"]);
  expect(change.kept).toEqual(["01001", "10101"]);
  expect(changed.states.label(changed.states.slotOf("10101")!)).toBe("10");
  expect(() => without(elmira, "Surrender")).toThrow("Uniroyal: Abandon");
  // A model whose moves are listed: a decision maker who has no move.
  const arcs = example("synthetic-last-mover-set");
  expect(resultOf(analyse(without(arcs, "D3"))).stable.gmr.D1).not.toContain("0");
});

test("robustness: all variants of the prisoners' dilemma, checked one by one", () => {
  const dilemma = example("prisoners-dilemma");
  const found = robustness(dilemma, { worlds: 100, seed: 1 });
  // Four states in a row have three neighbours: none, one, or the outer two turned round: 5 variants each.
  expect(found).toMatchObject({ worlds: 25, status: "proved" });
  const turns = [[], [0], [1], [2], [0, 2]];
  const order = (i: number, turn: number[]): string[][] => {
    const own = dilemma.game.payoffs[i]!;
    const ids = Array.from(dilemma.states.slots)
      .sort((a, b) => own[b]! - own[a]!)
      .map((s) => dilemma.states.id(s));
    for (const k of turn) [ids[k], ids[k + 1]] = [ids[k + 1]!, ids[k]!];
    return ids.map((id) => [id]);
  };
  const counts = new Map<string, number>();
  for (const a of turns) {
    for (const b of turns) {
      const variant = graphFromJson({
        "parley-graph": 1,
        decisionMakers: ["A", "B"],
        options: [
          { name: "x", owner: "A" },
          { name: "x", owner: "B" },
        ],
        preferences: { A: { ranking: order(0, a) }, B: { ranking: order(1, b) } },
      });
      for (const id of resultOf(analyse(variant)).equilibria.seq) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  expect(Object.fromEntries(found.equilibria.seq.map((e) => [e.id, Math.round(e.share * 25)]))).toEqual(
    Object.fromEntries([...counts]),
  );
  for (const e of found.equilibria.seq) if (e.share < 1) expect(e.hangsOn).toBeDefined();
});

test("robustness of statements: their importance is turned round; many variants are sampled with the seed", () => {
  const model = graphFromJson({
    "parley-graph": 1,
    decisionMakers: ["A", "B"],
    options: [
      { name: "x", owner: "A" },
      { name: "y", owner: "B" },
    ],
    preferences: { A: { statements: ["2", "-1"] }, B: { statements: ["1", "-2"] } },
  });
  const found = robustness(model, { worlds: 10, seed: 5 });
  expect(found).toMatchObject({ worlds: 4, status: "proved" });
  expect(found.seed).toBeUndefined();
  // Defecting is stable however the statements are weighed; cooperation lasts only while the other's matters more to both.
  expect(found.equilibria.nash).toEqual([{ id: "00", share: 1, now: true }]);
  expect(found.equilibria.seq.find((e) => e.id === "11")).toMatchObject({
    share: 0.25,
    now: true,
    hangsOn: { judgement: '"2" matters more than "-1"', asGiven: 0.5, turned: 0 },
  });
  const sampled = robustness(example("garrison-diversion-unit"), { worlds: 40, seed: 7 });
  expect(sampled).toMatchObject({ worlds: 40, status: "sampled", seed: 7 });
  expect(robustness(example("garrison-diversion-unit"), { worlds: 40, seed: 7 })).toEqual(sampled);
});

const game = (
  infeasible: string[],
  b: object,
  a: object = {
    ranking: [["10"], ["00"], ["11"], ["01"]].map((g) => g.filter((s) => !infeasible.includes(s))),
  },
): ReturnType<typeof graphFromJson> =>
  graphFromJson({
    "parley-graph": 1,
    decisionMakers: ["A", "B"],
    options: [
      { name: "Advance", owner: "A" },
      { name: "Strike", owner: "B" },
    ],
    infeasible,
    preferences: { A: a, B: b },
  });

test("strategic surprise: a move the other is not known to have, whom it pays and whom it harms", () => {
  const truth = game([], { ranking: [["11"], ["00"], ["01"], ["10"]] });
  const view = {
    of: "A",
    model: game(["-1"], { ranking: [["00"], ["10"]] }, { ranking: [["10"], ["00"]] }),
    image: (id: string) => `${id[0]}0`,
  };
  const all = surprises(truth, [view]);
  expect(all).toContainEqual({ who: "A", state: "10", by: "B", to: "11", mover: "better", effect: "worse" });
  expect(all.every((s) => s.by === "B")).toBe(true);
  expect(surprises(truth, [view], ["00"]).map((s) => s.state)).toEqual(["00"]);
  // Advancing holds only because A does not see the strike coming.
  expect(analyseViews(truth, [view]).views.A?.equilibria.nash).toEqual(["10"]);
  expect(surprises(truth, [{ of: "A", model: truth }])).toEqual([]);
});

test("second level: what each expects, and what nobody expects", () => {
  const truth = game([], { ranking: [["11"], ["00"], ["01"], ["10"]] });
  const timid = game([], { ranking: [["00"], ["10"], ["01"], ["11"]] });
  // A takes B to be timid; B knows that A does.
  const result = analyseSecondLevel(truth, [
    { of: "A", model: timid, others: [] },
    { of: "B", model: truth, others: [{ of: "A", model: timid }] },
  ]);
  expect(result.expected.A?.truth.equilibria).toEqual(resultOf(analyse(timid)).equilibria);
  expect(result.expected.B?.believed.equilibria).toEqual(result.actual.believed.equilibria);
  for (const concept of ["nash", "seq"] as const) {
    const { wronglyExpected, unexpected, expectedByAll } = result.outcome[concept];
    const actual = result.actual.believed.equilibria[concept];
    expect(unexpected.B).toEqual([]);
    expect(wronglyExpected.B).toEqual([]);
    const byA = result.expected.A?.believed.equilibria[concept] ?? [];
    expect(wronglyExpected.A).toEqual(byA.filter((id) => !actual.includes(id)));
    expect(unexpected.A).toEqual(actual.filter((id) => !byA.includes(id)));
    expect(expectedByAll).toEqual(actual.filter((id) => byA.includes(id)));
  }
  expect(result.outcome.nash.wronglyExpected.A).toEqual(["10"]);
});

test("strengths and unknown preferences from a file", () => {
  const model = graphFromJson({
    "parley-graph": 1,
    decisionMakers: ["A", "B"],
    options: [
      { name: "x", owner: "A" },
      { name: "x", owner: "B" },
    ],
    preferences: {
      A: { ranking: [["01"], ["11"], ["00"], ["10"]], strongAfter: [3] },
      B: { ranking: [["10"], ["11"], ["00"], ["01"]], unknown: [["11", "10"]] },
    },
  });
  const { general, strong } = gradedResult(model);
  // A at 11: tempted by 01; B's answer 00 leaves it worse, though not much worse.
  expect(general.a.stable.gmr.A).toContain("11");
  expect(strong.a.stable.gmr.A).not.toContain("11");
  // B at 11: whether 10 is better is not known. It tempts under a and c only.
  expect(general.a.stable.nash.B).not.toContain("11");
  expect(general.b.stable.nash.B).toContain("11");
  expect(general.c.stable.nash.B).not.toContain("11");
  expect(general.d.stable.nash.B).toContain("11");
  expect(() => gradedResult(model, { memoryLimit: 1 })).toThrow("memory");
});

test("looking ahead: the prisoners' dilemma", () => {
  const dilemma = example("prisoners-dilemma");
  expect(horizonResult(dilemma, 1).equilibria).toEqual(resultOf(analyse(dilemma)).equilibria.nash);
  const far = horizonResult(dilemma, "non-myopic");
  expect(far.status).toBe("proved");
  expect(() => horizonResult(elmira, 2)).toThrow("this model has 3");
});

test("states that are one and the same", () => {
  // Elmira with the four states in which Uniroyal abandons as one.
  const whole = graphFromJson({
    "parley-graph": 1,
    decisionMakers: ["A", "B"],
    options: [
      { name: "x", owner: "A" },
      { name: "leave", owner: "B", change: "take-only" },
    ],
    coalesce: ["-1"],
    preferences: { A: { ranking: [["10"], ["00"], ["-1"]] }, B: { statements: ["2 & -1", "1"] } },
  });
  expect(Array.from(whole.states.slots, (s) => whole.states.id(s))).toEqual(["00", "10", "-1"]);
  const result = resultOf(analyse(whole));
  expect(result.stable.nash).toEqual({ A: ["10", "-1"], B: ["-1"] });
  const bad = {
    "parley-graph": 1,
    decisionMakers: ["A"],
    options: [{ name: "x", owner: "A" }],
    preferences: {},
  };
  expect(() => graphFromJson({ ...bad, coalesce: ["-", "1"] })).toThrow("no state in common");
});
