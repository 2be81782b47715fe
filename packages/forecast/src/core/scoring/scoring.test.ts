import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crpsOfDates, crpsOfSample } from "./crps.ts";
import { rankedProbabilityScore } from "./ranked-probability.ts";
import { reliability } from "./reliability.ts";
import { brierScore, brierScoreOfOne } from "./scores.ts";
import { skill } from "./skill.ts";

const normal = (w: readonly number[]): number[] => {
  const total = w.reduce((a, b) => a + b, 0);
  return w.map((x) => x / total);
};
const shares = (n: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 50 }), { minLength: n, maxLength: n }).map(normal);

describe("ranked probability score", () => {
  test("by hand: one bin off costs less than three off; of two bins it is the squared error", () => {
    expect(rankedProbabilityScore([0, 0, 1, 0], 3)).toBe(1);
    expect(rankedProbabilityScore([1, 0, 0, 0], 3)).toBe(3);
    expect(rankedProbabilityScore([0.2, 0.3, 0.5], 1)).toBeCloseTo(0.04 + 0.25, 12);
    expect(rankedProbabilityScore([0.3, 0.7], 0)).toBeCloseTo(brierScoreOfOne(0.3, true), 12);
    expect(brierScoreOfOne(0.3, true)).toBeCloseTo(0.49, 12);
  });

  test("is proper", () => {
    fc.assert(
      fc.property(shares(4), shares(4), (belief, said) => {
        const mean = (p: number[]): number =>
          belief.reduce((sum, q, n) => sum + q * rankedProbabilityScore(p, n), 0);
        expect(mean(belief)).toBeLessThanOrEqual(mean(said) + 1e-12);
      }),
    );
  });
});

describe("continuous ranked probability score", () => {
  const integral = (
    cdf: (x: number) => number,
    outcome: number,
    from: number,
    to: number,
    steps = 20_000,
  ): number => {
    let sum = 0;
    for (let k = 0; k < steps; k++) {
      const x = from + ((k + 0.5) / steps) * (to - from);
      sum += (cdf(x) - (x >= outcome ? 1 : 0)) ** 2;
    }
    return (sum * (to - from)) / steps;
  };

  test("of a single value it is the absolute error; two values by hand", () => {
    expect(crpsOfSample([30], 42)).toBe(12);
    expect(crpsOfSample([0, 10], 0)).toBeCloseTo(5 - 2.5, 12);
  });

  test("of a sample, against its integral and against every pair", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 5 })), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.integer({ min: -5, max: 45 }),
        (rows, outcome) => {
          const w = normal(rows.map((r) => r[1]));
          const x = rows.map((r) => r[0]);
          let pairs = 0;
          for (const [i, a] of x.entries())
            for (const [j, b] of x.entries()) pairs += w[i]! * w[j]! * Math.abs(a - b);
          const literal = x.reduce((sum, a, i) => sum + w[i]! * Math.abs(a - outcome), 0) - pairs / 2;
          const found = crpsOfSample(x, outcome, w);
          expect(found).toBeCloseTo(literal, 9);
          const cdf = (at: number): number => x.reduce((sum, a, i) => sum + (a <= at ? w[i]! : 0), 0);
          expect(found).toBeCloseTo(integral(cdf, outcome, -5.5, 45.5), 1);
        },
      ),
      { numRuns: 100 },
    );
  });

  test("of dates, against its integral; nothing by the horizon is scored as that", () => {
    const curve = [
      { days: 100, share: 0.2 },
      { days: 300, share: 0.5 },
      { days: 400, share: 0.5 },
    ];
    const cdf = (t: number): number => (t < 100 ? 0.002 * t : t < 300 ? 0.2 + (0.3 * (t - 100)) / 200 : 0.5);
    for (const outcome of [0, 50, 100, 250, 399])
      expect(crpsOfDates(curve, outcome)).toBeCloseTo(integral(cdf, outcome, 0, 400), 1);
    expect(crpsOfDates(curve, undefined)).toBeCloseTo(integral(cdf, 1e9, 0, 400), 1);
    expect(crpsOfDates(curve, 500)).toBe(crpsOfDates(curve, undefined));
  });

  test("what is no distribution is refused", () => {
    expect(() => crpsOfSample([], 1)).toThrow(RangeError);
    expect(() => crpsOfSample([1, 2], 1, [0, 0])).toThrow("no distribution");
    expect(() =>
      crpsOfDates(
        [
          { days: 10, share: 0.5 },
          { days: 20, share: 0.4 },
        ],
        5,
      ),
    ).toThrow(RangeError);
    expect(() => crpsOfDates([], 5)).toThrow(RangeError);
  });
});

describe("skill and reliability", () => {
  test("skill is 1 when perfect, 0 when alike, below 0 when worse, and unknown against perfection", () => {
    expect(skill([0, 0], [0.2, 0.4])).toBe(1);
    expect(skill([0.2, 0.4], [0.2, 0.4])).toBeCloseTo(0, 12);
    expect(skill([0.9, 0.9], [0.2, 0.4])).toBeLessThan(0);
    expect([skill([0.1], [0]), skill([], []), skill([1], [1, 2])]).toEqual([null, null, null]);
  });

  test("every forecast is in one bin, edges upwards, and counts add up", () => {
    const rows = [0, 0.05, 0.1, 0.3, 0.3, 0.95, 1].map((probability, i) => ({
      probability,
      came: i % 2 === 0,
    }));
    const bins = reliability(rows);
    expect(bins.map((b) => [b.from, b.n, b.came])).toEqual([
      [0, 2, 1],
      [0.1, 1, 1],
      [0.3, 2, 1],
      [0.9, 2, 1],
    ]);
    for (const b of bins) {
      expect(b.interval[0]).toBeLessThanOrEqual(b.share);
      expect(b.interval[1]).toBeGreaterThanOrEqual(b.share);
    }
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean())), (some) => {
        const made = reliability(some.map(([probability, came]) => ({ probability, came })));
        expect(made.reduce((sum, b) => sum + b.n, 0)).toBe(some.length);
      }),
    );
  });
});

test("over two options the Brier score is twice that of the one probability", () => {
  expect(brierScore([0.3, 0.7], 0)).toBeCloseTo(2 * brierScoreOfOne(0.3, true), 12);
});
