import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conditionalRate } from "./conditional-rate.ts";
import { kaplanMeier, type Observation, stepAt } from "./kaplan-meier.ts";

/** Weeks in remission under 6-MP (Freireich and others, Blood 21, 1963), negative where censored. */
const REMISSION = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];
const remission: Observation[] = REMISSION.map((w) => ({ days: Math.abs(w), ended: w > 0 }));

test("the remission data: survival and standard errors as printed in textbooks", () => {
  const printed: [number, number, number][] = [
    [6, 0.857, 0.0764],
    [7, 0.807, 0.0869],
    [10, 0.753, 0.0963],
    [13, 0.69, 0.1068],
    [16, 0.627, 0.1141],
    [22, 0.538, 0.1282],
    [23, 0.448, 0.1346],
  ];
  const steps = kaplanMeier(remission);
  expect(steps.map((s) => s.days)).toEqual(printed.map(([day]) => day));
  for (const [n, [, survival, error]] of printed.entries()) {
    expect(steps[n]?.survival).toBeCloseTo(survival, 3);
    expect((steps[n]?.survival ?? 0) * Math.sqrt(steps[n]?.greenwood ?? 0)).toBeCloseTo(error, 4);
  }
});

test("the remission data at 10 weeks: Greenwood interval on the log-log scale", () => {
  const { within } = conditionalRate(remission, 0, [10], 0.95);
  // Printed for survival: 0.503 to 0.889.
  expect(within[0]?.method).toBe("greenwood-log-log");
  expect(1 - (within[0]?.interval?.[1] ?? 0)).toBeCloseTo(0.503, 3);
  expect(1 - (within[0]?.interval?.[0] ?? 0)).toBeCloseTo(0.889, 3);
});

/** B. Efron's redistribution to the right (1967): each censored one hands its mass on to all that are later. */
function redistributed(observations: readonly Observation[], day: number): number {
  const sorted = [...observations].sort((a, b) => a.days - b.days || Number(b.ended) - Number(a.ended));
  const mass = sorted.map(() => 1 / sorted.length);
  let beyond = 1;
  for (const [n, { days, ended }] of sorted.entries()) {
    if (days > day) break;
    const own = mass[n] as number;
    if (ended) {
      beyond -= own;
      continue;
    }
    const later = sorted.length - n - 1;
    for (let k = n + 1; k < sorted.length; k++) mass[k] = (mass[k] as number) + own / later;
    if (later > 0) mass[n] = 0;
  }
  return beyond;
}

const observations = fc.array(fc.record({ days: fc.integer({ min: 1, max: 30 }), ended: fc.boolean() }), {
  minLength: 1,
  maxLength: 40,
});

test("agrees with redistribution to the right on random censored data", () => {
  fc.assert(
    fc.property(observations, fc.integer({ min: 0, max: 35 }), (data, day) => {
      expect(stepAt(kaplanMeier(data), day)?.survival ?? 1).toBeCloseTo(redistributed(data, day), 10);
    }),
    { numRuns: 3000 },
  );
});

describe("conditional rates", () => {
  test("are the ratio of the curve at the horizon to the curve at the elapsed time", () => {
    fc.assert(
      fc.property(
        observations,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        (data, elapsed, more) => {
          const [within] = conditionalRate(data, elapsed, [more]).within;
          if (within === undefined || within.share === null) return;
          const now = redistributed(data, elapsed);
          expect(within.share).toBeCloseTo(1 - redistributed(data, elapsed + more) / now, 8);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("shares grow with the horizon, intervals hold them and stay within 0 and 1", () => {
    fc.assert(
      fc.property(observations, fc.integer({ min: 0, max: 20 }), (data, elapsed) => {
        const horizons = Array.from({ length: 20 }, (_, n) => n);
        let before = 0;
        for (const { share, interval } of conditionalRate(data, elapsed, horizons).within) {
          if (share === null) {
            expect(interval).toBeNull();
            continue;
          }
          expect(share).toBeGreaterThanOrEqual(before);
          before = share;
          const [low, high] = interval ?? [Number.NaN, Number.NaN];
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(share + 1e-12);
          expect(high).toBeGreaterThanOrEqual(share - 1e-12);
          expect(high - low).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("past the last one followed nothing is said", () => {
    const data = [
      { days: 5, ended: true },
      { days: 10, ended: false },
    ];
    expect(conditionalRate(data, 0, [10, 11]).within.map((w) => w.share)).toEqual([0.5, null]);
  });

  test("days and durations out of range are refused with their value", () => {
    expect(() => conditionalRate([], -1, [30])).toThrow("-1");
    expect(() => conditionalRate([], 1.5, [30])).toThrow("1.5");
    expect(() => conditionalRate([], 1, [30], 1)).toThrow("confidence level of 1");
    expect(() => kaplanMeier([{ days: 0, ended: true }])).toThrow("Observation 1 lasted 0 days");
  });
});
