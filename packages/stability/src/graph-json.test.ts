import { describe, expect, test } from "vitest";
import { analyse, countsOf, resultOf } from "./analyse.ts";
import { ArcMoves } from "./core/arc-moves.ts";
import { OptionMoves } from "./core/option-moves.ts";
import { GraphError } from "./graph-error.ts";
import { graphFromJson, readGraph } from "./graph-json.ts";
import { MemoryError } from "./model.ts";

type File = Record<string, unknown>;
const file = (change: File = {}): File => ({
  "parley-graph": 1,
  decisionMakers: ["A", "B"],
  options: [
    { name: "Modify", owner: "A" },
    { name: "Accept", owner: "B", change: "take-only" },
  ],
  preferences: { A: { weights: [1, 2] }, B: { statements: ["-1", "2"] } },
  ...change,
});
const general = (change: File = {}): File => ({
  "parley-graph": 1,
  decisionMakers: ["A", "B"],
  states: ["s1", "s2"],
  moves: { A: [["s1", "s2"]] },
  preferences: { A: { ranking: [["s2"], ["s1"]] }, B: { ranking: [["s1", "s2"]] } },
  ...change,
});

test("all states are listed with the first option least significant, less the infeasible ones", () => {
  const ids = (f: File): string[] => resultOf(analyse(graphFromJson(f))).states.map((s) => s.id);
  expect(ids(file())).toEqual(["00", "10", "01", "11"]);
  expect(ids(file({ infeasible: ["1-"] }))).toEqual(["00", "01"]);
  expect(ids(file({ states: ["11", "00"] }))).toEqual(["11", "00"]);
});

test("statements, weights, rankings and seeds become the same ranks whatever their scale", () => {
  const model = graphFromJson(file());
  expect([...model.game.payoffs[0]!]).toEqual([0, 1, 2, 3]);
  // -1 counts 2, 2 counts 1: 00 → 2, 10 → 0, 01 → 3, 11 → 1.
  expect([...model.game.payoffs[1]!]).toEqual([2, 0, 3, 1]);
  const ranked = file({ preferences: { A: { ranking: [["11"], ["01", "10"], ["00"]] }, B: { random: 7 } } });
  const other = graphFromJson(ranked);
  expect([...other.game.payoffs[0]!]).toEqual([0, 1, 1, 2]);
  expect([...other.game.payoffs[1]!].sort()).toEqual([0, 1, 2, 3]);
  expect(other.seeds).toEqual({ B: 7 });
  expect(graphFromJson(ranked).game.payoffs[1]).toEqual(other.game.payoffs[1]);
});

test("the result has the published shape", () => {
  const result = resultOf(analyse(graphFromJson(file({ labels: { "01": "agreed" } })), { sim: false }));
  expect(Object.keys(result)).toEqual(["decisionMakers", "states", "stable", "equilibria", "status"]);
  expect(result.states[2]).toEqual({ id: "01", bits: "01", label: "agreed" });
  expect(Object.keys(result.stable)).toEqual(["nash", "gmr", "smr", "seq", "sseq"]);
  expect(result.equilibria.nash).toEqual(["11"]);
  const general2 = resultOf(analyse(graphFromJson(general())));
  expect(general2.states).toEqual([{ id: "s1" }, { id: "s2" }]);
  expect(general2.stable.nash).toEqual({ A: ["s2"], B: ["s1", "s2"] });
  expect(general2.stable.sim).toBeUndefined();
  expect(countsOf(analyse(graphFromJson(general()))).equilibria.nash).toBe(1);
});

test("few states among many options are stored as a list, with the same result as in slots", () => {
  const options = Array.from({ length: 30 }, (_, k) => ({
    name: `o${k}`,
    owner: k % 2 === 0 ? "A" : "B",
    ...(k === 3 ? { change: "take-only" } : {}),
  }));
  const head = ["0000", "1000", "0100", "1100", "0001", "1001", "1010"];
  const rank = (order: number[], pad: string): File => ({ ranking: order.map((n) => [`${head[n]}${pad}`]) });
  const of = (n: number): File => {
    const pad = "0".repeat(n - 4);
    return file({
      options: options.slice(0, n),
      states: head.map((h) => h + pad),
      preferences: { A: rank([3, 0, 6, 1, 5, 2, 4], pad), B: rank([1, 4, 0, 2, 6, 3, 5], pad) },
    });
  };
  const [listed, slots] = [graphFromJson(of(30)), graphFromJson(of(4))];
  expect(listed.game.moves).toBeInstanceOf(ArcMoves);
  expect(slots.game.moves).toBeInstanceOf(OptionMoves);
  const short = (ids: string[] | undefined): string[] => (ids ?? []).map((id) => id.slice(0, 4));
  const [a, b] = [resultOf(analyse(listed)), resultOf(analyse(slots, { sim: false }))];
  for (const concept of ["nash", "gmr", "smr", "seq", "sseq"] as const) {
    for (const dm of ["A", "B"]) expect(short(a.stable[concept][dm])).toEqual(b.stable[concept][dm]);
  }
});

describe("errors name the place, the value and what was expected", () => {
  test.each<[string, File, string]>([
    ["version", file({ "parley-graph": 2 }), "$.parley-graph: 2; expected the number 1"],
    ["key", file({ optoins: [] }), '$.optoins: "optoins"; expected one of'],
    [
      "owner",
      file({ options: [{ name: "x", owner: "a " }] }),
      '$.options[0].owner: "a "; expected the name of a decision maker. Did you mean "A"?',
    ],
    [
      "change",
      file({ options: [{ name: "x", owner: "A", change: "take-onyl" }] }),
      'Did you mean "take-only"?',
    ],
    ["pattern", file({ infeasible: ["1-1"] }), '$.infeasible[0]: "1-1"; expected 2 characters'],
    ["nothing left", file({ infeasible: ["--"] }), "at least one state that is left"],
    ["state bits", file({ states: ["00", "0x"] }), '$.states[1]: "0x"; expected 2 characters'],
    ["state twice", file({ states: ["00", "00"] }), "$.states[1]"],
    ["state infeasible", file({ states: ["00", "11"], infeasible: ["11"] }), "$.states[1]"],
    ["moves with options", file({ moves: {} }), "$.moves"],
    ["no preference", file({ preferences: { A: { random: 1 } } }), "$.preferences.B: missing"],
    ["preference of nobody", file({ preferences: { C: {} } }), "$.preferences.C"],
    [
      "two forms",
      file({ preferences: { A: { random: 1, weights: [1, 1] }, B: { random: 1 } } }),
      "exactly one of",
    ],
    [
      "weights",
      file({ preferences: { A: { weights: [1] }, B: { random: 1 } } }),
      "$.preferences.A.weights: [1]; expected 2 numbers",
    ],
    ["seed", file({ preferences: { A: { random: -1 }, B: { random: 1 } } }), "$.preferences.A.random: -1"],
    [
      "rank missing",
      file({ preferences: { A: { ranking: [["00"], ["11", "01"]] }, B: { random: 1 } } }),
      '1 missing, the first is "10"',
    ],
    [
      "rank twice",
      file({ preferences: { A: { ranking: [["00", "00"]] }, B: { random: 1 } } }),
      "$.preferences.A.ranking[0][1]",
    ],
    [
      "rank unknown",
      file({ preferences: { A: { ranking: [["0"]] }, B: { random: 1 } } }),
      "$.preferences.A.ranking[0][0]",
    ],
    [
      "statement",
      file({ preferences: { A: { statements: ["1 & 3"] }, B: { random: 1 } } }),
      'at character 5: found "3"; expected an option\'s number from 1 to 2',
    ],
    ["label", file({ labels: { "0": "x" } }), '$.labels["0"]'],
    ["status quo", file({ statusQuo: "2" }), "$.statusQuo"],
    [
      "too many options",
      file({ options: Array.from({ length: 40 }, (_, k) => ({ name: `${k}`, owner: "A" })) }),
      "$.states: missing",
    ],
    [
      "move to nowhere",
      general({ moves: { A: [["s1", "s3"]] } }),
      '$.moves.A[0][1]: "s3"; expected the id of a state. Did you mean "s1"?',
    ],
    ["move to itself", general({ moves: { A: [["s1", "s1"]] } }), "$.moves.A[0]"],
    ["no options nor moves", general({ moves: undefined }), "$.options"],
    [
      "weights without options",
      general({ preferences: { A: { weights: [] }, B: { random: 1 } } }),
      "$.preferences.A.weights",
    ],
    ["names twice", file({ decisionMakers: ["A", "A"] }), "$.decisionMakers[1]"],
  ])("%s", (_, value, message) => {
    expect(() => graphFromJson(value)).toThrow(GraphError);
    expect(() => graphFromJson(value)).toThrow(message);
  });

  test("text that is not JSON", () => {
    expect(() => readGraph("{")).toThrow("not JSON");
  });
});

test("a model too large is refused before it is laid out, with the bytes it needs", () => {
  const options = Array.from({ length: 24 }, (_, k) => ({ name: `o${k}`, owner: k % 2 === 0 ? "A" : "B" }));
  const large = file({ options, preferences: { A: { random: 1 }, B: { random: 2 } } });
  expect(() => graphFromJson(large, { memoryLimit: 1e8 })).toThrow(MemoryError);
  expect(() => graphFromJson(large, { memoryLimit: 1e8 })).toThrow("the limit is 100 MB");
});
