import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readIssues } from "./formats/read-issues.ts";
import { LANDING_MODELS, type LandingModel, landingModel, outcomes } from "./outcome.ts";
import type { ScaledIssue } from "./scaled-issue.ts";

const one = (text: string): ScaledIssue => readIssues(text).issues[0] as ScaledIssue;
const forecast = (model: LandingModel, issue: ScaledIssue): number | null =>
  outcomes(model, [issue])[0]?.forecast ?? null;

describe("the four forms", () => {
  test("BDM: columns in any order, quoted names, ranges", () => {
    const { format, issues } = readIssues(
      'position,Actor,salience,Capability\n10,"A, the first",0.5,1\n40..60 ~ 45,B,0.2..0.4,2\n',
    );
    expect(format).toBe("bdm");
    expect(issues).toEqual([
      {
        id: "issue",
        actors: [
          { actor: "A, the first", position: 10, salience: 0.5, capability: 1 },
          { actor: "B", position: [40, 45, 60], salience: [0.2, 0.4], capability: 2 },
        ],
      },
    ]);
  });

  test("KTAB: with and without the line of the scenario, with and without a last comma", () => {
    const table =
      "Actor,Description,Power,Pstn1,Sal1,Pstn2,Sal2,\nA-0, some actor, 102.5, 75, 50,  6.25,  10,\nA-1, other, 53, 80, 30, 73.5, 20,\n";
    const plain = readIssues(table.replaceAll(",\n", "\n"));
    expect(readIssues(`Two dims,"a scenario",2,2,\n${table}`)).toEqual(plain);
    expect(plain.format).toBe("ktab");
    expect(plain.issues.map((i) => i.id)).toEqual(["dimension-1", "dimension-2"]);
    expect(plain.issues[1]?.actors).toEqual([
      { actor: "A-0", position: 6.25, salience: 10, capability: 102.5 },
      { actor: "A-1", position: 73.5, salience: 20, capability: 53 },
    ]);
    // Saliences are percentages there: the mean is the same, shares are 0.1 and 0.2.
    expect(forecast("compromise", plain.issues[1] as ScaledIssue)).toBeCloseTo(
      (6.25 * 1025 + 73.5 * 1060) / (1025 + 1060),
      9,
    );
  });

  test("DECIDE: tabs, comments, quotation marks of either kind, apostrophes within words", () => {
    const rows = [
      "#O\tA training case",
      "#/\tID\tFull name",
      "'#A'\t'North'\t'The North'\t''",
      '#A\tSouth\t"The South"',
      "#P\ttoll\tIssue 1: more auto's or fewer?",
      "#M\ttoll\t0.5\teuro",
      "#P\tring\tring",
      "'#D'\t'North'\t'toll'\t3.0\t0.7\t1.0\t",
      "#D\tSouth\ttoll\t1\t0.6\t0.5",
      "#D\tSouth\tring\t40\t0.6\t0.5",
    ].join("\r\n");
    const { format, issues } = readIssues(rows);
    expect(format).toBe("decide");
    expect(issues.map(({ id, name, group }) => [id, name, group])).toEqual([
      ["toll", "Issue 1: more auto's or fewer?", "model"],
      ["ring", undefined, "model"],
    ]);
    expect(forecast("compromise", issues[0] as ScaledIssue)).toBeCloseTo(
      (3 * 0.7 + 0.6 * 0.5) / (0.7 + 0.3),
      12,
    );
    expect(() => readIssues("#A\tNorth\n#P\ttoll\n#D\tWest\ttoll\t1\t1\t1\n")).toThrow(
      'line 3: actor "West"',
    );
    expect(() => readIssues("#A\tNorth\n#P\ttoll\n#D\tNorth\tring\t1\t1\t1\n")).toThrow('issue "ring"');
  });

  test("DEU III as tabs: capabilities from the row without issue; what is not known is left out", () => {
    const rows = [
      '"prnrnmc"\t"prnr"\t"prname"\t"isnr"\t"pcom"\t"pde"\t"pfr"\t"scom"\t"sde"\t"sfr"\t"rp"\t"out"',
      '\t\t\t\t"4.5"\t"2"\t"1"\t\t\t\t\t',
      '1\t"d1"\t"lamps"\t"d1i1"\t100\t0\t\t50\t80\t70\t0\t40',
      '1\t"d1"\t"lamps"\t"d1i2"\t10\t20\t30\t5\t6\t7\t\t',
    ].join("\n");
    const { format, issues } = readIssues(rows);
    expect(format).toBe("deu");
    expect(issues[0]).toEqual({
      id: "d1i1",
      group: "d1",
      name: "lamps",
      reference: 0,
      outcome: 40,
      actors: [
        { actor: "com", position: 100, salience: 50, capability: 4.5 },
        { actor: "de", position: 0, salience: 80, capability: 2 },
      ],
    });
    expect(issues[1]).not.toHaveProperty("outcome");
    expect(issues[1]).not.toHaveProperty("reference");
  });

  test.each([
    ["actor,capability,position,salience\nA,1,x,1\n", 'line 2: position is "x"'],
    ["actor,capability,position,salience\nA,-1,3,1\n", "line 2: capability is -1"],
    ["actor,capability,position,salience\nA,1,60..40,1\n", "line 2: position"],
    ["actor,capability,position,salience\nA,1,1,1\nA,1,2,1\n", 'line 3: "A" stands there twice'],
    ["actor,capability,position\nA,1,1\n", 'no column "salience"'],
    ['actor,capability,position,salience\n"A,1,1,1\n', "line 2: a quotation"],
    ["", "The file is empty"],
    ["[1,2", "not JSON"],
    ['{"issues": []}', "No issues were found"],
  ])("%j is refused", (text, message) => expect(() => readIssues(text)).toThrow(message));
});

describe("outcomes", () => {
  const csv = "actor,capability,position,salience\nA,1,0,80\nB,1,100,40\nC,2,60,50\n";

  test("percentages and shares of salience come to the same, by every model", () => {
    const shares = one(csv.replace(",80", ",0.8").replace(",40\n", ",0.4\n").replace(",50\n", ",0.5\n"));
    for (const model of LANDING_MODELS) {
      const ask = (issue: ScaledIssue) => forecast(model, { ...issue, reference: 10 });
      expect(ask(shares), model).toBeCloseTo(ask(one(csv)) as number, 9);
    }
  });

  test("without weight or reference point there is no basis, and it is said", () => {
    const nobody = one("actor,capability,position,salience\nA,0,10,1\nB,1,20,0\n");
    for (const model of LANDING_MODELS) {
      const [found] = outcomes(model, [{ ...nobody, reference: 3 }], { draws: 10 });
      expect(found).toMatchObject({ forecast: null, coalition: null, spread: null });
      expect(found?.problem, model).toContain("No basis");
      expect(found?.range).toBeUndefined();
    }
    expect(outcomes("nash", [one(csv)])[0]?.problem).toContain("reference point");
  });

  test("exchange looks at the issues of one group together, and at no others", () => {
    const at = (id: string, group: string, a: [number, number], b: [number, number]): ScaledIssue => ({
      id,
      group,
      actors: [
        { actor: "A", position: a[0], salience: a[1], capability: 1 },
        { actor: "B", position: b[0], salience: b[1], capability: 1 },
      ],
    });
    const [first, second] = [at("x", "g", [0, 10], [100, 60]), at("y", "g", [0, 90], [100, 50])];
    const together = outcomes("exchange", [first, second]).map((o) => o.forecast);
    expect(together[0]).toBeCloseTo(100, 9);
    const apart = outcomes("exchange", [first, { ...second, group: "h" }]).map((o) => o.forecast);
    expect(apart[0]).toBeCloseTo(600 / 7, 9);
    expect(apart[1]).toBeCloseTo(250 / 7, 9);
  });

  test("draws: exact inputs give no spread, ranges do; the seed gives the same again", () => {
    const exact = outcomes("compromise", [one(csv)], { draws: 50, seed: 3 })[0];
    expect(exact?.range).toMatchObject({ low: exact?.forecast, high: exact?.forecast, draws: 50, seed: 3 });
    const ranged = one(csv.replace("A,1,0,", "A,1,0..40,"));
    const [wide] = outcomes("compromise", [ranged], { draws: 400, seed: 3 });
    expect(wide?.range?.low).toBeLessThan(wide?.range?.high as number);
    expect(outcomes("compromise", [ranged], { draws: 400, seed: 3 })).toEqual([wide]);
    // Position of A evenly from 0 to 40, weight 0.8 of 2.2: nine of ten from 2 to 38.
    const at = (x: number): number => (0.8 * x + 0.4 * 100 + 1 * 60) / 2.2;
    expect(Math.abs((wide?.range?.low as number) - at(2))).toBeLessThan(1);
    expect(Math.abs((wide?.range?.high as number) - at(38))).toBeLessThan(1);
  });

  test("no model leaves the range of the positions", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 0, max: 100 }),
            fc.integer({ min: 1, max: 100 }),
            fc.integer({ min: 1, max: 9 }),
          ),
          {
            minLength: 2,
            maxLength: 6,
          },
        ),
        fc.constantFrom(...LANDING_MODELS.filter((m) => m !== "nash")),
        (rows, model) => {
          const actors = rows.map(([position, salience, capability], i) => ({
            actor: `a${i}`,
            position,
            salience,
            capability,
          }));
          const found = forecast(model, { id: "x", actors }) as number;
          expect(found).toBeGreaterThanOrEqual(Math.min(...rows.map((r) => r[0])) - 1e-9);
          expect(found).toBeLessThanOrEqual(Math.max(...rows.map((r) => r[0])) + 1e-9);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a model nobody knows is refused, with those that are known", () => {
    expect(() => landingModel("mean")).toThrow("compromise, median");
  });
});
