import { baseRate, HORIZONS, REFERENCE_CLASSES, referenceClass } from "@parley/forecast";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classCurve, stepPath } from "./curve.ts";

describe("classCurve", () => {
  it("shows the published counts: seven wars lasted longer than 1,733 days, four ended within a year", () => {
    const { rate, horizons } = classCurve("cow-interstate", 1733, 730);
    expect(rate.atRisk).toBe(7);
    expect(horizons.find((h) => h.days === 365)).toMatchObject({ ended: 4, share: 4 / 7 });
  });

  it("begins at nothing, never falls, and is the plain share of those at risk on every day", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REFERENCE_CLASSES.map((c) => c.name)),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 1500 }),
        (name, elapsed, until) => {
          const { points, rate } = classCurve(name, elapsed, until);
          const risk = referenceClass(name).observations.filter((o) => o.days > elapsed);
          expect(rate.atRisk).toBe(risk.length);
          if (risk.length === 0) return expect(points).toEqual([]);
          expect(points[0]).toEqual({ days: 0, share: 0 });
          for (let day = 0; day <= until; day += 7) {
            const at = points.filter((p) => p.days <= day).at(-1);
            // None of the shipped classes is censored, so the estimate is a count.
            const ended = risk.filter((o) => o.days <= elapsed + day).length;
            expect(at?.share).toBeCloseTo(ended / risk.length, 12);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("has the very intervals of the base rate that the brief quotes", () => {
    const { horizons } = classCurve("cow-interstate-1946", 1579, 730);
    const official = baseRate("cow-interstate-1946", 1579, HORIZONS).within;
    for (const h of horizons) expect(official).toContainEqual(expect.objectContaining(h));
  });
});

describe("stepPath", () => {
  it("stays level until a change", () => {
    const path = stepPath(
      [
        { days: 0, share: 0 },
        { days: 10, share: 0.5 },
      ],
      (x) => x,
      (y) => y * 100,
    );
    expect(path).toBe("M0,0H10V50");
  });
  it("draws nothing of nothing", () => expect(stepPath([], Number, Number)).toBe(""));
});
