import * as highsModule from "highs";
import { describe, expect, it } from "vitest";
import { makeProblem, type Problem } from "./problem.ts";
import { solve } from "./solve.ts";
import { Xoshiro128 } from "./xoshiro.ts";

// The package is CommonJS and its types say otherwise: what it exports as a whole is the loader.
const loadHighs = ((highsModule as { default?: unknown }).default ?? highsModule) as () => Promise<{
  solve(program: string, options: Record<string, number>): { Status: string; ObjectiveValue: number };
}>;

/** Of the problems that are too large for going through every package, with links and red lines. */
function larger(random: Xoshiro128): Problem {
  const below = (n: number): number => random.next() % n;
  const parties = 2 + below(4);
  const options = Array.from({ length: 6 + below(4) }, () => 3 + below(4));
  const everybody = Array.from({ length: parties }, (_, i) => i);
  const pair = (): [number, number][] => {
    const a = below(options.length - 1);
    return [
      [a, below(options[a]!)],
      [a + 1, below(options[a + 1]!)],
    ];
  };
  return makeProblem({
    options,
    value: everybody.map(() => options.map((n) => Array.from({ length: n }, () => below(1001) / 1000))),
    reservation: everybody.map(() => options.length * (0.35 + 0.35 * (below(100) / 100))),
    constraints: Array.from({ length: 3 }, () => ({ party: below(parties + 1) - 1, choices: pair() })),
    coalitions: [everybody],
  });
}

/**
 * The same as a mixed-integer program in CPLEX's text format: one 0/1 variable for each option of an issue. `t` is the
 * smallest of gains / scale, which no party may be below. Or, for a party, the most it can gain.
 */
function program(problem: Problem, scale: number[] | undefined, ofParty: number | undefined): string {
  const { parties, options, offset, unit } = problem;
  const issues = options.length;
  const lines: string[] = [];
  const sum = (i: number): string =>
    Array.from(problem.value[i]!, (v, at) => `${v / unit} x${at}`).join(" + ");
  for (let k = 0; k < issues; k++) {
    const own = Array.from({ length: options[k]! }, (_, o) => `x${offset[k]! + o}`);
    lines.push(` issue${k}: ${own.join(" + ")} = 1`);
  }
  for (let i = 0; i < parties; i++) {
    const least = problem.reservation[i]! / unit;
    lines.push(` floor${i}: ${sum(i)} >= ${least - 1e-9}`);
    if (scale !== undefined && scale[i]! > 0) lines.push(` least${i}: ${sum(i)} - ${scale[i]} t >= ${least}`);
  }
  for (const [c, { choices }] of problem.constraints.entries()) {
    const made = choices.map(([k, o]) => `x${offset[k]! + o}`);
    lines.push(` rule${c}: ${made.join(" + ")} <= ${choices.length - 1}`);
  }
  return [
    "Maximize",
    ` obj: ${ofParty === undefined ? "t" : sum(ofParty)}`,
    "Subject To",
    ...lines,
    ...(scale === undefined ? [] : ["Bounds", " t free"]),
    "Binary",
    ` ${Array.from(problem.value[0]!, (_, at) => `x${at}`).join(" ")}`,
    "End",
    "",
  ].join("\n");
}

describe("max-min and Kalai–Smorodinsky, against a mixed-integer program", () => {
  it("come to the same on 200 larger problems", async () => {
    const highs = await loadHighs();
    const random = new Xoshiro128(200);
    let solved = 0;
    let none = 0;
    while (solved < 200) {
      const problem = larger(random);
      const everybody = problem.coalitions[0]!;
      const best = (scale: number[] | undefined, ofParty?: number): number | undefined => {
        const answer = highs.solve(program(problem, scale, ofParty), {
          mip_rel_gap: 0,
          mip_abs_gap: 1e-9,
          mip_feasibility_tolerance: 1e-9,
          primal_feasibility_tolerance: 1e-9,
        });
        return answer.Status === "Optimal" ? answer.ObjectiveValue : undefined;
      };
      const ones = everybody.map(() => 1);
      const least = best(ones);
      const ours = solve(problem, everybody);
      expect(ours.proved).toEqual({
        nash: true,
        kalaiSmorodinsky: true,
        egalitarian: true,
        utilitarian: true,
      });
      if (least === undefined) {
        expect(ours.solutions.egalitarian).toBeUndefined();
        expect(ours.empty).toBe(true);
        none++;
        continue;
      }
      expect(ours.solutions.egalitarian!.score).toBeCloseTo(least, 6);
      const most = everybody.map((i) => best(undefined, i)! - problem.reservation[i]! / problem.unit);
      for (const [b, m] of most.entries()) expect(ours.ideal[b]!).toBeCloseTo(m, 6);
      if (most.every((m) => m > 1e-6))
        expect(ours.solutions.kalaiSmorodinsky!.score).toBeCloseTo(best(most)!, 6);
      solved++;
    }
    expect(none).toBeGreaterThan(5);
  }, 300_000);
});
