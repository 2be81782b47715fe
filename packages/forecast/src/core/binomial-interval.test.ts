import fc from "fast-check";
import { expect, test } from "vitest";
import { clopperPearson } from "./binomial-interval.ts";

test.each([
  // k, n, level, printed ends
  [0, 10, 0.95, 0, 0.3085],
  [1, 10, 0.95, 0.0025, 0.445],
  [5, 10, 0.95, 0.1871, 0.8129],
  [10, 10, 0.95, 0.6915, 1],
  [10, 100, 0.95, 0.049, 0.1762],
  [4, 20, 0.95, 0.0573, 0.4366],
  [81, 263, 0.95, 0.2527, 0.3676],
])("%i of %i at %d", (k, n, level, low, high) => {
  const interval = clopperPearson(k, n, level);
  expect(interval[0]).toBeCloseTo(low, 4);
  expect(interval[1]).toBeCloseTo(high, 4);
});

test("none of n has the closed form 1 − (α/2)^(1/n), and k of n mirrors n − k of n", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.nat(),
      fc.double({ min: 0.5, max: 0.99, noNaN: true }),
      (n, r, level) => {
        const k = r % (n + 1);
        expect(clopperPearson(0, n, level)[1]).toBeCloseTo(1 - ((1 - level) / 2) ** (1 / n), 9);
        const [low, high] = clopperPearson(k, n, level);
        const mirror = clopperPearson(n - k, n, level);
        expect(low).toBeCloseTo(1 - mirror[1], 9);
        expect(high).toBeCloseTo(1 - mirror[0], 9);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
      },
    ),
    { numRuns: 300 },
  );
});

test("it covers: over all outcomes the true share lies within at least as often as the level says", () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
  for (const n of [3, 7, 12]) {
    for (let p = 0.02; p < 1; p += 0.02) {
      let covered = 0;
      for (let k = 0; k <= n; k++) {
        const [low, high] = clopperPearson(k, n, 0.9);
        if (low <= p && p <= high) covered += choose(n, k) * p ** k * (1 - p) ** (n - k);
      }
      expect(covered).toBeGreaterThanOrEqual(0.9 - 1e-9);
    }
  }
});

test("no share, no interval", () => {
  expect(() => clopperPearson(3, 2, 0.9)).toThrow("3 of 2");
  expect(() => clopperPearson(0, 0, 0.9)).toThrow(RangeError);
  expect(() => clopperPearson(1, 2, 0)).toThrow(RangeError);
});

/** The normal approximation with its continuity, good to a thousandth for so many. */
test.each([
  [164_000, 200_000],
  [500, 1000],
  [999_000, 1_000_000],
  [3, 1_000_000],
  [400, 700],
])("%i of %i: large numbers neither overflow nor vanish", (k, n) => {
  const [low, high] = clopperPearson(k, n, 0.9);
  const share = k / n;
  const half = 1.6448536 * Math.sqrt((share * (1 - share)) / n);
  expect(low).toBeLessThan(share);
  expect(high).toBeGreaterThan(share);
  // Small counts are skewed: the interval is of the same size.
  expect((high - low) / (2 * half)).toBeGreaterThan(0.95);
  expect((high - low) / (2 * half)).toBeLessThan(1.35);
});

test("at the ends of the interval each tail is 5%, by terms multiplied out in logarithms", () => {
  for (const [k, n] of [
    [7, 40],
    [150, 300],
    [900, 1000],
  ] as const) {
    const [low, high] = clopperPearson(k, n, 0.9);
    const tail = (p: number, from: number, to: number): number => {
      let sum = 0;
      for (let x = from; x <= to; x++) {
        let log = x * Math.log(p) + (n - x) * Math.log1p(-p);
        for (let j = 1; j <= x; j++) log += Math.log((n - x + j) / j);
        sum += Math.exp(log);
      }
      return sum;
    };
    expect(tail(low, k, n)).toBeCloseTo(0.05, 9);
    expect(tail(high, 0, k)).toBeCloseTo(0.05, 9);
  }
});
