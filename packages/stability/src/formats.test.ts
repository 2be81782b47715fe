import { describe, expect, test } from "vitest";
import { analyse, resultOf } from "./analyse.ts";
import { EXAMPLES, example } from "./example.test.helper.ts";
import { writeGraph } from "./export.ts";
import { gmcrFromJson, isGmcr } from "./gmcr.ts";
import { readGraph } from "./graph-json.ts";

/** Syria and Iraq as GMCR+ keeps it: conditions by option number, Y or N, the most important first. */
const SYRIA_IRAQ = {
  program: "gmcr-py",
  version: "0.3.5",
  useManualPreferenceRanking: false,
  options: [
    { name: "Release Water", permittedDirection: "both" },
    { name: "Escalate", permittedDirection: "both" },
    { name: "Attack", permittedDirection: "both" },
  ],
  decisionMakers: [
    {
      name: "Syria",
      options: [0, 1],
      preferences: [
        [
          [0, "N"],
          [1, "N"],
          [2, "N"],
        ],
        [[1, "Y"]],
        [[2, "N"]],
        [[0, "N"]],
      ],
    },
    {
      name: "Iraq",
      options: [2],
      preferences: [
        [
          [0, "Y"],
          [1, "N"],
          [2, "N"],
        ],
        [
          [0, "N"],
          [1, "N"],
          [2, "Y"],
        ],
        [
          [0, "N"],
          [1, "Y"],
          [2, "Y"],
        ],
        [
          [0, "N"],
          [1, "N"],
          [2, "N"],
        ],
        [
          [0, "Y"],
          [1, "N"],
          [2, "Y"],
        ],
      ],
    },
  ],
  infeasibles: [
    [
      [0, "Y"],
      [1, "Y"],
    ],
  ],
  coalitions: [0, 1],
};

test("a file of GMCR+ has GMCR+'s state numbers and its published equilibria", () => {
  expect(isGmcr(SYRIA_IRAQ)).toBe(true);
  expect(isGmcr({ "parley-graph": 1, decisionMakers: [], infeasibles: [] })).toBe(false);
  const model = gmcrFromJson(SYRIA_IRAQ);
  const result = resultOf(analyse(model));
  expect(result.states.map((s) => [s.label, s.id])).toEqual([
    ["1", "000"],
    ["2", "100"],
    ["3", "010"],
    ["4", "001"],
    ["5", "101"],
    ["6", "011"],
  ]);
  const { stable, equilibria } = resultOf(analyse(example("syria-iraq-1975")));
  expect(result.stable).toEqual(stable);
  expect(result.equilibria).toEqual(equilibria);
  expect(model.coalitions).toEqual([]);
});

test("manual rankings, ties, compound conditions, coalitions, and options out of their owners' order", () => {
  const file = {
    useManualPreferenceVectors: true,
    options: [
      { name: "b", permittedDirection: "fwd" },
      { name: "a", permittedDirection: "back" },
    ],
    decisionMakers: [
      { name: "A", options: [1], preferences: [], preferenceVector: [3, [1, 2]] },
      { name: "B", options: [0], preferences: [], preferenceVector: [1, 2, 3] },
    ],
    infeasibles: [
      {
        compound: true,
        members: [
          [
            [0, "Y"],
            [1, "Y"],
          ],
        ],
      },
    ],
    coalitions: [[0, 1]],
  };
  const model = gmcrFromJson(file);
  // A's option comes first: 1 = neither, 2 = a, 3 = b.
  expect(resultOf(analyse(model)).states.map((s) => s.id)).toEqual(["00", "10", "01"]);
  expect(Array.from(model.states.slots, (s) => model.game.payoffs[0]![s])).toEqual([0, 0, 1]);
  expect(model.coalitions).toEqual([["A", "B"]]);
  expect(model.options?.map((o) => o.name)).toEqual(["a", "b"]);
  // a can only be dropped, b only be taken.
  expect(resultOf(analyse(model)).stable.nash.A).toContain("00");
});

test.each([
  [{ ...SYRIA_IRAQ, options: [{ name: "x", permittedDirection: "up" }] }, "$.options[0].permittedDirection"],
  [{ ...SYRIA_IRAQ, infeasibles: [[[7, "Y"]]] }, "$.infeasibles[0][0][0]"],
  [{ ...SYRIA_IRAQ, infeasibles: [[[0, "yes"]]] }, "$.infeasibles[0][0][1]"],
  [{ ...SYRIA_IRAQ, decisionMakers: [{ name: "Syria", options: [0, 1], preferences: [] }] }, "$.options[2]"],
])("what is wrong in a file of GMCR+ is said with its place", (file, path) => {
  expect(() => gmcrFromJson(file)).toThrow(path);
});

describe.each(EXAMPLES)("%s", (name) => {
  const model = example(name);
  const { equilibria, stable } = resultOf(analyse(model));

  test("written as parley-graph and read again it is the same model", () => {
    const again = readGraph(writeGraph(model, "json"));
    const result = resultOf(analyse(again));
    expect(result.stable).toEqual(stable);
    expect(result.states).toEqual(resultOf(analyse(model)).states);
    expect(writeGraph(again, "json")).toBe(writeGraph(model, "json"));
  });

  test("written as a file of GMCR+ and read again it has the same equilibria", () => {
    if (model.options === undefined) {
      expect(() => writeGraph(model, "gmcr")).toThrow("option form");
      return;
    }
    const again = resultOf(analyse(gmcrFromJson(JSON.parse(writeGraph(model, "gmcr")))));
    for (const [concept, ids] of Object.entries(equilibria)) {
      expect([...(again.equilibria[concept as "nash"] ?? [])].sort(), concept).toEqual([...ids].sort());
    }
  });

  test("GraphML, DOT and CSV hold every state and every move", () => {
    const states = model.states.slots.length;
    const out = new Int32Array(model.game.moves.widest + 1);
    let moves = 0;
    for (const slot of model.states.slots)
      for (const [k] of model.decisionMakers.entries()) moves += model.game.moves.successors(k, slot, out);
    const graphml = writeGraph(model, "graphml");
    expect(graphml.match(/<node /g)).toHaveLength(states);
    expect(graphml.match(/<edge /g)).toHaveLength(moves);
    expect(writeGraph(model, "dot").match(/ -> /g)).toHaveLength(moves);
    const rows = writeGraph(model, "csv").trimEnd().split("\n");
    expect(rows).toHaveLength(states + 1);
    const columns = rows[0]!.split(",");
    for (const [concept, ids] of Object.entries(equilibria)) {
      const at = columns.indexOf(`${concept} for all`);
      expect(
        rows.slice(1).filter((row) => row.replace(/"[^"]*"/g, "").split(",")[at] === "1"),
        concept,
      ).toHaveLength(ids.length);
    }
  });
});

test("names are made safe in every form", () => {
  const model = readGraph(
    JSON.stringify({
      "parley-graph": 1,
      title: 'a "title"',
      decisionMakers: ['A & "B" <C>', "=SUM(1)"],
      states: ["one, two", "=x"],
      moves: { "=SUM(1)": [["one, two", "=x"]] },
      labels: { "one, two": 'say "hello"\nthere' },
      preferences: {
        'A & "B" <C>': { ranking: [["one, two"], ["=x"]] },
        "=SUM(1)": { ranking: [["=x"], ["one, two"]] },
      },
    }),
  );
  expect(writeGraph(model, "graphml")).toContain("payoff of A &amp; &quot;B&quot; &lt;C&gt;");
  expect(writeGraph(model, "dot")).toContain('label="say \\"hello\\"\\nthere"');
  expect(writeGraph(model, "csv")).toContain("'=x,");
  expect(writeGraph(model, "csv")).toContain('"one, two"');
});
