import { describe, expect, it } from "vitest";
import { frontierOfAll } from "./frontier.ts";
import { makeProblem, type Problem } from "./problem.ts";
import { obstacleKey, type RandomInput, randomInput, reference } from "./reference.test.helper.ts";
import { type Solution, solutionsOf } from "./solutions.ts";
import { solve } from "./solve.ts";
import { byPackages, bySearches, type Obstacle, whyNot } from "./why-not.ts";
import { Xoshiro128 } from "./xoshiro.ts";

const RULES = ["nash", "kalaiSmorodinsky", "egalitarian", "utilitarian"] as const;

const problemOf = ({ options, value, reservation, constraints, coalitions }: RandomInput): Problem =>
  makeProblem({ options, value, reservation, constraints, coalitions });
const vectors = (solution: Solution | undefined): string[] =>
  (solution?.points ?? []).map((p) => p.value.join()).sort();

describe("the numeric core, against the definitions on 10,000 random problems", () => {
  it("finds the same frontier, the same solutions with and without it, and the same reasons why not", () => {
    const random = new Xoshiro128(20_261_123);
    let empty = 0;
    let several = 0;
    for (let n = 0; n < 10_000; n++) {
      const problem = problemOf(randomInput(random));
      const slow = reference(problem);
      const about = `problem ${n}`;
      const { points } = frontierOfAll(problem);
      expect(points.map((p) => p.value.join()).sort(), about).toEqual(slow.frontier);
      const bargainers = [...new Set(problem.coalitions.flat())].sort((a, b) => a - b);
      const picked = solutionsOf(problem, points, bargainers);
      const searched = solve(problem, bargainers);
      for (const rule of RULES) {
        expect(vectors(picked[rule]), `${about}, ${rule} from the frontier`).toEqual(slow.best[rule]);
        expect(searched.proved[rule], `${about}, ${rule}`).toBe(true);
        expect(vectors(searched.solutions[rule]), `${about}, ${rule} by search`).toEqual(slow.best[rule]);
      }
      if (problem.coalitions.length > 1) several++;
      if (slow.frontier.length > 0) continue;
      empty++;
      const why = whyNot(problem);
      const names = (sets: number[][], of: readonly Obstacle[]): string[] =>
        sets
          .map((set) =>
            set
              .map((o) => obstacleKey(problem, of[o]!))
              .sort()
              .join(" "),
          )
          .sort();
      const three = (sets: number[][]): number[][] => sets.filter((set) => set.length <= 3);
      for (const found of [
        byPackages(problem, why.obstacles, 3),
        bySearches(problem, why.obstacles, 3, () => false),
      ]) {
        expect(names(found.blocking, why.obstacles), about).toEqual(slow.blocking);
        expect(names(three(found.relaxations.map((r) => r.obstacles)), why.obstacles), about).toEqual(
          slow.relaxations,
        );
      }
      // What has to come down is the same by both ways, and never nothing.
      const lower = (found: ReturnType<typeof byPackages>): string[] =>
        found.relaxations
          .filter((r) => r.obstacles.length <= 3)
          .map((r) => `${r.obstacles.join()}: ${[...r.lower.values()].reduce((a, b) => a + b, 0)}`)
          .sort();
      expect(lower(byPackages(problem, why.obstacles, 3)), about).toEqual(
        lower(bySearches(problem, why.obstacles, 3, () => false)),
      );
      for (const { lower: by } of why.relaxations)
        for (const amount of by.values()) expect(amount).toBeGreaterThan(0);
    }
    expect(empty).toBeGreaterThan(1000);
    expect(several).toBeGreaterThan(500);
  });

  it("mirrors when the parties change places, on 1,000 random problems", () => {
    const random = new Xoshiro128(7);
    for (let n = 0; n < 1000; n++) {
      const input = randomInput(random);
      const turn = (i: number): number => (i < 0 ? i : input.parties - 1 - i);
      const problem = problemOf(input);
      const mirrored = problemOf({
        ...input,
        value: [...input.value].reverse(),
        reservation: [...input.reservation].reverse(),
        constraints: input.constraints.map((one) => ({ ...one, party: turn(one.party) })),
        coalitions: input.coalitions.map((set) => set.map(turn).sort((a, b) => a - b)),
      });
      const bargainers = [...new Set(problem.coalitions.flat())].sort((a, b) => a - b);
      const there = solve(problem, bargainers).solutions;
      const back = solve(
        mirrored,
        bargainers.map(turn).sort((a, b) => a - b),
      ).solutions;
      for (const rule of RULES) {
        const turned = (back[rule]?.points ?? []).map((p) => [...p.value].reverse().join()).sort();
        expect(turned, `problem ${n}, ${rule}`).toEqual(vectors(there[rule]));
        expect(back[rule]?.score).toBe(there[rule]?.score);
      }
    }
  });
});
