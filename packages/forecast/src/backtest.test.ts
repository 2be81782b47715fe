/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type Backtest, backtest, foldOf } from "./backtest.ts";
import { bootstrapMean } from "./core/bootstrap.ts";
import { type IssueFile, readIssues } from "./formats/read-issues.ts";
import type { ScaledIssue } from "./scaled-issue.ts";

/** A published case to compare with; it is not part of the project and may be absent. */
const golden = (name: string): URL => new URL(`../../../../shared/golden/forecast/${name}`, import.meta.url);

const DEU = golden("deu3-half.json");

describe.skipIf(!existsSync(DEU))("half of DEU III", () => {
  let { issues, format }: IssueFile = { issues: [], format: "deu-json" };
  let done: Backtest;
  // Not while tests are gathered: there the file may be absent.
  beforeAll(() => {
    ({ issues, format } = readIssues(readFileSync(DEU, "utf8")));
    done = backtest(issues);
  });
  const of = (name: string) => done.models.find((m) => m.name === name);

  test("179 issues, 174 with an outcome; errors as counted apart from this program", () => {
    expect([format, issues.length, done.issues, done.groups]).toEqual(["deu-json", 179, 174, 108]);
    expect(of("always-50")?.mae).toBeCloseTo(28.24137931, 8);
    expect(of("mean")?.mae).toBeCloseTo(24.429127038, 8);
    expect(of("salience-mean")?.mae).toBeCloseTo(24.412335066, 8);
  });

  test("nothing is off by less than 20 points, or outcomes have leaked", () => {
    for (const model of done.models) expect(model.mae, model.name).toBeGreaterThan(20);
  });

  test("challenge, medians and the fitted model do no better than the mean by salience", () => {
    const against = (a: string) => done.differences.find((d) => d.a === a && d.b === "salience-mean");
    for (const name of ["median", "salience-median", "challenge-code", "challenge-text", "nash"])
      expect(against(name)?.interval[0], name).toBeGreaterThan(0);
    const fitted = against("fitted");
    expect(fitted?.interval[0]).toBeLessThan(0);
    expect(fitted?.interval[1]).toBeGreaterThan(0);
  });

  test("the same again from the same seed", () => {
    expect(backtest(issues)).toEqual(done);
  });
});

const issue = (id: string, group: string, outcome: number): ScaledIssue => ({
  id,
  group,
  reference: 0,
  outcome,
  actors: [
    { actor: "com", position: 80, salience: 0.9, capability: 1 },
    { actor: "a", position: 20, salience: 0.4, capability: 1 },
    { actor: "b", position: (outcome * 7) % 100, salience: 0.6, capability: 1 },
  ],
});

describe("no leak", () => {
  const issues = Array.from({ length: 60 }, (_, i) => issue(`i${i}`, `g${i % 25}`, (i * 37) % 101));

  test("what is learnt for a fold does not depend on its own outcomes", () => {
    const before = backtest(issues);
    for (let fold = 0; fold < 5; fold++) {
      const changed = issues.map((one) =>
        foldOf(one.group as string) === fold ? { ...one, outcome: 100 - (one.outcome as number) } : one,
      );
      expect(backtest(changed).fitted[fold]).toEqual(before.fitted[fold]);
    }
  });

  test("a decision is in one fold; without outcomes nothing is tested; an error under 20 is called a leak", () => {
    expect(new Set(["d00032", "d00060", "d00062"].map(foldOf)).size).toBeGreaterThan(1);
    const { outcome: _, ...open } = issue("x", "y", 3);
    expect(() => backtest([open])).toThrow("No issue has an outcome");
    const leaked = issues.map((one) => ({
      ...one,
      actors: one.actors.map((a) => ({ ...a, position: one.outcome as number })),
    }));
    expect(backtest(leaked).words.join(" ")).toContain("leaked");
  });
});

test("bootstrap: of one group there is no spread; the interval covers the mean about as often as it says", () => {
  expect(bootstrapMean([1, 2, 3], [0, 0, 0], 0.9, 100, 1)).toEqual([2, 2]);
  let covered = 0;
  for (let k = 0; k < 200; k++) {
    // 40 groups of two equal values from a fixed sequence with mean 0.5.
    const values = Array.from({ length: 80 }, (_, i) => {
      const x = Math.sin((k * 40 + (i >> 1) + 1) * 12.9898) * 43_758.5453;
      return x - Math.floor(x);
    });
    const [low, high] = bootstrapMean(
      values,
      values.map((_, i) => i >> 1),
      0.9,
      400,
      k,
    );
    if (low <= 0.5 && high >= 0.5) covered++;
  }
  expect(covered).toBeGreaterThan(165);
  expect(covered).toBeLessThan(196);
});
