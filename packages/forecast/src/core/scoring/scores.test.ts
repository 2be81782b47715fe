import fc from "fast-check";
import { expect, test } from "vitest";
import { brierScore, logScore } from "./scores.ts";

/** "When will a bilateral ceasefire … go into effect?", four bins, resolved in the last (RAND Forecasting Initiative, 2025). */
test.each([
  ["RAND, 31 March", [0.08, 0.15, 0.15, 0.61], 0.204],
  ["Metaculus, 31 March", [0.27, 0.24, 0.22, 0.26], 0.726],
  ["Glimt, 31 March", [0.09, 0.12, 0.22, 0.56], 0.264],
  ["RAND, 8 May", [0.09, 0.07, 0.12, 0.72], 0.106],
  ["Metaculus, 8 May", [0.1, 0.22, 0.21, 0.47], 0.383],
  ["Glimt, 8 May", [0.07, 0.13, 0.2, 0.6], 0.222],
] as [string, number[], number][])("Brier score of %s", (_, probabilities, score) => {
  expect(Math.abs(brierScore(probabilities, 3) - score)).toBeLessThan(0.0006);
  expect(logScore(probabilities, 3)).toBeCloseTo(-Math.log(probabilities[3] as number), 12);
});

test("certain and right is 0, certain and wrong is 2 and infinite", () => {
  expect([brierScore([0, 1], 1), logScore([0, 1], 1)]).toEqual([0, 0]);
  expect([brierScore([1, 0], 1), logScore([1, 0], 1)]).toEqual([2, Number.POSITIVE_INFINITY]);
});

test("both are proper: saying what one believes has the best expected score", () => {
  const shares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 3 });
  const normal = (w: number[]): number[] => w.map((x) => x / w.reduce((a, b) => a + b, 0));
  fc.assert(
    fc.property(shares, shares, (a, b) => {
      const [belief, said] = [normal(a), normal(b)];
      for (const score of [brierScore, logScore]) {
        const expected = (p: number[]): number => belief.reduce((sum, q, n) => sum + q * score(p, n), 0);
        expect(expected(belief)).toBeLessThanOrEqual(expected(said) + 1e-12);
      }
    }),
  );
});

test("probabilities that are none are refused", () => {
  expect(() => brierScore([0.5, 0.2], 0)).toThrow("0.5, 0.2");
  expect(() => brierScore([1.2, -0.2], 0)).toThrow(RangeError);
  expect(() => logScore([Number.NaN, 1], 0)).toThrow(RangeError);
  expect(() => logScore([0.5, 0.5], 2)).toThrow("Outcome number 2");
});
