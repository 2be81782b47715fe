/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { explain } from "./explain.ts";
import { graphFromJson, readGraph } from "./graph-json.ts";
import type { GraphModel } from "./model.ts";
import { statusQuoAnalysis } from "./status-quo.ts";
import { analyseViews } from "./views.ts";

function example(name: string): GraphModel {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "tsconfig.base.json"))) folder = dirname(folder);
  return readGraph(readFileSync(join(folder, "examples", "graph", `${name}.json`), "utf8"));
}

const dilemma = (b: string[][]): GraphModel =>
  graphFromJson({
    "parley-graph": 1,
    decisionMakers: ["A", "B"],
    options: [
      { name: "Cooperate", owner: "A" },
      { name: "Cooperate", owner: "B" },
    ],
    preferences: { A: { ranking: [["01"], ["11"], ["00"], ["10"]] }, B: { ranking: b } },
  });
const truth = dilemma([["10"], ["11"], ["00"], ["01"]]);

test("without views of their own the believed game is the true one", () => {
  const result = analyseViews(truth, []);
  expect(result.believed).toEqual({ stable: result.truth.stable, equilibria: result.truth.equilibria });
  expect(result.difference.seq).toEqual({ onlyBelieved: [], onlyTrue: [] });
  expect(result.views).toEqual({});
});

test("who believes the other will not answer gives up cooperation that the true game would keep", () => {
  // A takes B to prefer cooperating whatever A does: then defecting looks safe to A.
  const believed = dilemma([["11"], ["01"], ["10"], ["00"]]);
  const result = analyseViews(truth, [{ of: "A", model: believed }]);
  expect(result.truth.equilibria.seq).toEqual(["00", "11"]);
  expect(result.believed.equilibria.seq).toEqual(["00"]);
  expect(result.difference.seq).toEqual({ onlyBelieved: [], onlyTrue: ["11"] });
  expect(result.views.A?.equilibria.nash).toEqual(["01"]);
  // B's own picture is the true game; only A's column changes.
  expect(result.believed.stable.seq.B).toEqual(result.truth.stable.seq.B);
});

test("states that look like none of its picture are listed, and nothing is said to be stable there", () => {
  const narrow = graphFromJson({
    "parley-graph": 1,
    decisionMakers: ["A", "B"],
    options: [
      { name: "Cooperate", owner: "A" },
      { name: "Cooperate", owner: "B" },
    ],
    infeasible: ["11"],
    preferences: { A: { random: 1 }, B: { random: 2 } },
  });
  const result = analyseViews(truth, [{ of: "B", model: narrow }]);
  expect(result.withoutImage).toEqual({ B: ["11"] });
  expect(result.believed.stable.gmr.B).not.toContain("11");
  const folded = analyseViews(truth, [{ of: "B", model: narrow, image: (id) => (id === "11" ? "10" : id) }]);
  expect(folded.withoutImage).toEqual({ B: [] });
});

test("a view must be of a decision maker, over the same ones", () => {
  expect(() => analyseViews(truth, [{ of: "C", model: truth }])).toThrow('"C"');
  expect(() => analyseViews(truth, [{ of: "A", model: example("chicken") }])).toThrow("P1, P2");
});

test("Syria at state 2, as the guide tells it: the move to 1 is sanctioned, the move to 3 is not", () => {
  const model = example("syria-iraq-1975");
  expect(explain(model, "100", "Syria", "seq")).toEqual({
    state: "100",
    decisionMaker: "Syria",
    concept: "seq",
    stable: false,
    improvements: [{ to: "000", sanction: [{ by: "Iraq", to: "001" }] }, { to: "010" }],
  });
  expect(() => explain(model, "111", "Syria", "seq")).toThrow('"111"');
  expect(() => explain(model, "100", "Iran", "seq")).toThrow("there are Syria, Iraq");
});

test("Elmira from the status quo: one improvement, by Local Government, and no way on by improvements to state 10", () => {
  const { reachable } = statusQuoAnalysis(example("elmira-12-state"), "01000");
  const improving = reachable.filter((r) => r.improvements !== undefined);
  expect(improving.map((r) => [r.id, r.improvements?.moves])).toEqual([
    ["01000", 0],
    ["01001", 1],
  ]);
  expect(improving[1]?.improvements?.path).toEqual([{ by: "Local Government", to: "01001" }]);
  expect(reachable.find((r) => r.id === "10101")?.anyMoves.moves).toBe(3);
});
