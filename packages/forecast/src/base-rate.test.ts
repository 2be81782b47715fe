/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { baseRate } from "./base-rate.ts";
import { COW_INTERSTATE_WARS } from "./data/cow-interstate.ts";
import { readDurations } from "./formats/read-durations.ts";
import { filteredClass, REFERENCE_CLASSES, referenceClass, UnknownClassError } from "./reference-classes.ts";

/** A published case to compare with; it is not part of the project and may be absent. */
const golden = (name: string): URL => new URL(`../../../../shared/golden/forecast/${name}`, import.meta.url);

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

  const published = golden("cow-interstate-durations.json");
  test.skipIf(!existsSync(published))("says of each war what the table it was made from says", () => {
    const { wars } = JSON.parse(readFileSync(published, "utf8")) as {
      wars: {
        warNum: number;
        name: string;
        start: string;
        end: string;
        spanDays: number;
        fightingDays: number;
      }[];
    };
    expect(COW_INTERSTATE_WARS.map((war) => war.slice(0, 6))).toEqual(
      wars.map((w) => [w.warNum, w.name, w.start, w.end, w.spanDays, w.fightingDays]),
    );
  });
});

describe("a class cut down, and one of one's own", () => {
  const all = referenceClass("cow-interstate");

  test("since a year: the same as the class that comes with Parley", () => {
    const cut = filteredClass(all, { since: "1946" });
    expect(cut.title).toBe("Interstate wars, 1823 to 2003: begun 1946 or later");
    const days = (c: { observations: readonly { days: number }[] }) => c.observations.map((o) => o.days);
    expect(days(cut)).toEqual(days(referenceClass("cow-interstate-1946")));
    expect(baseRate(cut, 365).within).toEqual(baseRate("cow-interstate-1946", 365).within);
  });

  test("by outcome: eight stalemates; that it is hindsight is said", () => {
    const cut = filteredClass(all, { outcome: "Stalemate" });
    expect([cut.observations.length, baseRate(cut, 0).n]).toEqual([8, 8]);
    expect(cut.rule).toContain("nobody knows beforehand");
    expect(baseRate(cut, 0).within.every((w) => w.method === "clopper-pearson")).toBe(true);
  });

  test("nothing left: the values that occur are named", () => {
    expect(() => filteredClass(all, { kind: "civil" })).toThrow("interstate");
    expect(() => filteredClass(all, { outcome: "peace" })).toThrow(
      "compromise, stalemate, transformed, victory",
    );
    expect(filteredClass(all, {})).toBe(all);
  });

  test("durations of one's own, with some still going on", () => {
    const own = readDurations(
      "name,days,ended,start,kind,outcome\nA,10,1,1990-01-02,talks,text\nB,400,0,1991-05-01,talks,\nC,90,yes,,siege,\n",
      "my-talks",
    );
    expect(own).toMatchObject({ name: "my-talks", unit: "durations" });
    expect(own.observations).toEqual([
      { name: "A", days: 10, ended: true, start: "1990-01-02", kind: "talks", outcome: "text" },
      { name: "B", days: 400, ended: false, start: "1991-05-01", kind: "talks" },
      { name: "C", days: 90, ended: true, kind: "siege" },
    ]);
    const rate = baseRate(own, 20, [100, 500]);
    expect(rate).toMatchObject({ class: "my-talks", atRisk: 2, n: 3, smallSample: true });
    expect(rate.within[0]?.share).toBeCloseTo(0.5, 12);
    // Past the last one followed nothing is known.
    expect(rate.within[1]?.share).toBeNull();
    expect(() => readDurations("name,days\nA,0\n", "x")).toThrow('line 2: days is "0"');
    expect(() => readDurations("name,days,ended\nA,3,perhaps\n", "x")).toThrow("line 2");
    expect(() => readDurations("name,length\n", "x")).toThrow('no column "days"');
  });

  const ucdp = golden("ucdp-dyad-episodes.json");
  test.skipIf(!existsSync(ucdp))("dyad episodes as a class of one's own: 43% ended within 30 days", () => {
    const rows = (
      JSON.parse(readFileSync(ucdp, "utf8")) as { days: number | null; type: number; term: string }[]
    ).filter((r) => r.days !== null && r.days > 0);
    const csv = `days,ended,kind\n${rows.map((r) => `${r.days},${r.term === "1" ? 1 : 0},${r.type}`).join("\n")}\n`;
    const own = readDurations(csv, "ucdp");
    const interstate = baseRate(filteredClass(own, { kind: "2" }), 0, [30]);
    expect(Math.abs((interstate.within[0]?.share as number) - 0.43)).toBeLessThan(0.01);
  });
});

test("a misspelt class is named with the nearest one", () => {
  expect(() => referenceClass("cow-interstat")).toThrow(UnknownClassError);
  expect(() => referenceClass("cow-interstat")).toThrow('Did you mean "cow-interstate"?');
});
