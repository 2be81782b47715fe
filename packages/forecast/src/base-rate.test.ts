/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { baseRate } from "./base-rate.ts";
import { COW_INTERSTATE_WARS } from "./data/cow-interstate.ts";
import { REFERENCE_CLASSES, referenceClass, UnknownClassError } from "./reference-classes.ts";

/** Shares computed once, apart from this program, from the same wars by their days of war: elapsed, at risk, by horizon. */
const CONDITIONAL: [elapsed: number, atRisk: number, ...shares: number[]][] = [
  [0, 95, 0.137, 0.358, 0.547, 0.705, 0.853],
  [30, 82, 0.146, 0.354, 0.5, 0.671, 0.829],
  [90, 61, 0.131, 0.295, 0.492, 0.607, 0.77],
  [180, 43, 0.047, 0.279, 0.349, 0.605, 0.698],
  [365, 28, 0.036, 0.143, 0.393, 0.5, 0.607],
  [730, 14, 0, 0, 0.071, 0.214, 0.357],
  [1095, 11, 0, 0.091, 0.182, 0.182, 0.545],
  [1372, 9, 0, 0, 0, 0.222, 0.667],
  [1461, 9, 0, 0, 0.222, 0.444, 0.778],
];
const CUMULATIVE: [className: string, ...[days: number, share: number][]][] = [
  [
    "cow-interstate",
    ...([
      [7, 0.021],
      [14, 0.063],
      [30, 0.137],
      [60, 0.263],
      [90, 0.358],
      [180, 0.547],
      [365, 0.705],
      [730, 0.853],
      [1095, 0.884],
      [1460, 0.905],
      [1825, 0.947],
      [3650, 0.989],
    ] as [number, number][]),
  ],
  [
    "cow-interstate-1946",
    ...([
      [7, 0.053],
      [14, 0.132],
      [30, 0.211],
      [60, 0.368],
      [90, 0.474],
      [180, 0.632],
      [365, 0.737],
      [730, 0.868],
      [1095, 0.895],
      [1460, 0.921],
      [1825, 0.921],
      [3650, 0.974],
    ] as [number, number][]),
  ],
];

describe("Correlates of War", () => {
  test.each(CONDITIONAL)("after %i days, %i at risk", (elapsed, atRisk, ...shares) => {
    const rate = baseRate("cow-interstate", elapsed);
    expect(rate.atRisk).toBe(atRisk);
    expect(rate.within.map((w) => w.days)).toEqual([30, 90, 180, 365, 730]);
    expect(rate.within.map((w) => Number(w.share?.toFixed(3)))).toEqual(shares);
    expect(rate.within.map((w) => w.ended)).toEqual(shares.map((s) => Math.round(s * atRisk)));
  });

  test.each(CUMULATIVE)("%s from the start", (name, ...points) => {
    const rate = baseRate(
      name,
      0,
      points.map(([days]) => days),
    );
    expect(rate.within.map((w) => Number(w.share?.toFixed(3)))).toEqual(points.map(([, share]) => share));
  });

  test("1,733 days: seven at risk, four end within a year, and the small number is said", () => {
    const rate = baseRate("cow-interstate", 1733);
    expect(rate).toMatchObject({
      class: "cow-interstate",
      elapsedDays: 1733,
      atRisk: 7,
      n: 95,
      smallSample: true,
    });
    const year = rate.within.find((w) => w.days === 365);
    expect(year).toMatchObject({ ended: 4, method: "clopper-pearson" });
    expect(year?.share).toBeCloseTo(4 / 7, 12);
    expect(year?.interval?.[0]).toBeCloseTo(0.2253, 4);
    expect(year?.interval?.[1]).toBeCloseTo(0.8712, 4);
    expect(rate.words).toBe(
      "7 of 95 wars lasted longer than 1,733 days. With so few, the share says little: read the interval.",
    );
  });

  test("beyond the longest war there is no base rate, and none is made up", () => {
    const rate = baseRate("cow-interstate", 4000);
    expect(rate.atRisk).toBe(0);
    expect(rate.within.every((w) => w.share === null && w.interval === null)).toBe(true);
    expect(rate.words).toContain("no base rate");
  });

  test("95 wars, 38 since 1946; spans follow from the dates and are at least the days of war", () => {
    expect(REFERENCE_CLASSES.map((c) => c.observations.length)).toEqual([95, 38]);
    expect(new Set(COW_INTERSTATE_WARS.map(([n]) => n)).size).toBe(95);
    for (const [, name, start, end, span, daysOfWar] of COW_INTERSTATE_WARS) {
      expect((Date.parse(end) - Date.parse(start)) / 86_400_000 + 1, name).toBe(span);
      expect(daysOfWar, name).toBeLessThanOrEqual(span);
      expect(daysOfWar, name).toBeGreaterThan(0);
    }
  });

  const golden = join(root(), "..", "shared", "golden", "forecast", "cow-interstate-durations.json");
  test.skipIf(!existsSync(golden))("says of each war what the table it was made from says", () => {
    const { wars } = JSON.parse(readFileSync(golden, "utf8")) as {
      wars: {
        warNum: number;
        name: string;
        start: string;
        end: string;
        spanDays: number;
        fightingDays: number;
      }[];
    };
    expect(COW_INTERSTATE_WARS).toEqual(
      wars.map((w) => [w.warNum, w.name, w.start, w.end, w.spanDays, w.fightingDays]),
    );
  });
});

test("a misspelt class is named with the nearest one", () => {
  expect(() => referenceClass("cow-interstat")).toThrow(UnknownClassError);
  expect(() => referenceClass("cow-interstat")).toThrow('Did you mean "cow-interstate"?');
});

function root(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "tsconfig.base.json"))) folder = dirname(folder);
  return folder;
}
