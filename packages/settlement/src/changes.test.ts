import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { winningChanges } from "./changes.ts";
import { cheapestWins, improvements } from "./improve.ts";
import { verdicts } from "./settle.ts";
import type { SettlementJson } from "./settlement-json.ts";
import type { PackageJson } from "./verdict.ts";

const unit = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);
const ISSUES = ["x", "y", "z"];
const OPTIONS = ["a", "b", "c"];
const row = fc.record({ a: unit, b: unit, c: unit });
const party = (id: string) =>
  fc.record({
    id: fc.constant(id),
    reservation: unit,
    weights: fc.record({ x: unit, y: unit, z: unit }),
    values: fc.record({ x: row, y: row, z: row }),
    redLines: fc.array(
      fc
        .tuple(fc.constantFrom(...ISSUES), fc.constantFrom(...OPTIONS))
        .map((choice): [string, string][] => [choice]),
      { maxLength: 1 },
    ),
  });
const problem = fc.tuple(party("A"), party("B"), party("C")).map(
  (parties): SettlementJson => ({
    "parley-settlement": 1,
    issues: ISSUES.map((id) => ({ id, options: OPTIONS })),
    parties,
  }),
);
const chosen = fc.record({
  x: fc.constantFrom(...OPTIONS),
  y: fc.constantFrom(...OPTIONS),
  z: fc.constantFrom(...OPTIONS),
});

/** Every package, with how many issues differ: the definition, without any order of trying. */
function literal(json: SettlementJson, from: PackageJson, who: string, by: number): PackageJson[] {
  const accepts = (p: PackageJson): Set<string> =>
    new Set(verdicts(json, p).flatMap((v) => (v.acceptable ? [v.party] : [])));
  const keep = [...accepts(from)].filter((one) => one !== who);
  const all = OPTIONS.flatMap((x) => OPTIONS.flatMap((y) => OPTIONS.map((z): PackageJson => ({ x, y, z }))));
  return all.filter((p) => {
    const differ = ISSUES.filter((i) => p[i] !== from[i]).length;
    const yes = accepts(p);
    return differ === by && yes.has(who) && keep.every((one) => yes.has(one));
  });
}

describe("winningChanges", () => {
  it("finds exactly the smallest changes that win a party and lose nobody", () => {
    fc.assert(
      fc.property(problem, chosen, (json, from) => {
        const { found, upTo } = winningChanges(json, from, "A", { limit: 1000 });
        const one = literal(json, from, "A", 1);
        const key = (p: PackageJson): string => JSON.stringify(ISSUES.map((i) => p[i]));
        if (one.length > 0) {
          expect(upTo).toBe(1);
          expect(found.map((f) => key(f.package)).sort()).toEqual(one.map(key).sort());
        } else {
          expect(upTo).toBe(2);
          expect(found.map((f) => key(f.package)).sort()).toEqual(
            literal(json, from, "A", 2).map(key).sort(),
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("names first what costs the others least", () => {
    const json: SettlementJson = {
      "parley-settlement": 1,
      issues: [
        { id: "x", options: ["a", "b"] },
        { id: "y", options: ["a", "b"] },
      ],
      parties: [
        {
          id: "A",
          reservation: 0.5,
          weights: { x: 0.5, y: 0.5 },
          values: { x: { a: 0, b: 1 }, y: { a: 0, b: 1 } },
        },
        {
          id: "B",
          reservation: 0.2,
          weights: { x: 0.5, y: 0.5 },
          values: { x: { a: 1, b: 0 }, y: { a: 1, b: 0.8 } },
        },
      ],
    };
    const { found } = winningChanges(json, { x: "a", y: "a" }, "A");
    expect(found.map((f) => f.changes)).toEqual([{ y: "b" }, { x: "b" }]);
    expect(found[0]).toMatchObject({ differences: { A: 0.5, B: -0.1 }, holds: true });
  });
});

/** Every package of the problem. */
const everyPackage = OPTIONS.flatMap((x) =>
  OPTIONS.flatMap((y) => OPTIONS.map((z): PackageJson => ({ x, y, z }))),
).concat(
  // A draft may leave issues open.
  [null, ...OPTIONS].flatMap((x) =>
    [null, ...OPTIONS].flatMap((y) =>
      [null, ...OPTIONS].flatMap((z) => ([x, y, z].includes(null) ? [{ x, y, z }] : [])),
    ),
  ),
);

/** Verdicts by party: value, and whether no red line is crossed, and acceptance. */
const judged = (json: SettlementJson, p: PackageJson) => {
  const all = verdicts(json, p);
  return {
    value: all.map((v) => v.value),
    keeps: all.map((v) => v.objections.every((o) => o.type === "below no deal")),
    accepts: all.map((v) => v.acceptable),
  };
};

describe("improvements", () => {
  it("are just those trades that leave nobody worse, and the best of all by the product of gains", () => {
    let some = 0;
    fc.assert(
      fc.property(problem, chosen, (json, from) => {
        const before = judged(json, from);
        const better = everyPackage.filter((p) => {
          const after = judged(json, p);
          return (
            after.value.every((v, i) => v >= before.value[i]! - 1e-9) &&
            after.value.some((v, i) => v > before.value[i]! + 1e-9) &&
            before.keeps.every((kept, i) => !kept || after.keeps[i])
          );
        });
        const key = (p: PackageJson): string => JSON.stringify(ISSUES.map((i) => p[i]));
        const start: PackageJson = from;
        const differ = (p: PackageJson): number => ISSUES.filter((i) => p[i] !== start[i]).length;
        const found = improvements(json, from, { limit: 1000 });
        expect(found.trades.map((one) => key(one.package)).sort()).toEqual(
          better
            .filter((p) => differ(p) <= 2)
            .map(key)
            .sort(),
        );
        expect(found.status).toBe("proved");
        if (better.length === 0) {
          expect(found.best).toBeNull();
          return;
        }
        some++;
        const gains = (p: PackageJson): number[] =>
          judged(json, p)
            .value.map((v, i) => Math.max(0, v - before.value[i]!))
            .filter((g) => g > 1e-9);
        const rank = (p: PackageJson): [number, number] => [
          gains(p).length,
          gains(p).reduce((a, b) => a * b, 1),
        ];
        const best = better.map(rank).sort((a, b) => b[0] - a[0] || b[1] - a[1])[0]!;
        const ours = rank(found.best!.package);
        expect(ours[0]).toBe(best[0]);
        expect(ours[1]).toBeCloseTo(best[1], 9);
      }),
      { numRuns: 400 },
    );
    expect(some).toBeGreaterThan(50);
  });
});

describe("cheapestWins", () => {
  it("win each party at the least loss to those who accept now, the hardest first", () => {
    let won = 0;
    let lost = 0;
    fc.assert(
      fc.property(problem, chosen, (json, from) => {
        const before = judged(json, from);
        const kept = before.accepts.flatMap((yes, i) => (yes ? [i] : []));
        const found = cheapestWins(json, from);
        expect(found.map((one) => one.party).sort()).toEqual(
          json.parties.flatMap((p, i) => (before.accepts[i] ? [] : [p.id])),
        );
        for (const { party, change, cost, status } of found) {
          expect(status).toBe("proved");
          const i = json.parties.findIndex((p) => p.id === party);
          const losses = everyPackage.flatMap((p) => {
            const after = judged(json, p);
            if (!after.accepts[i] || kept.some((j) => !after.accepts[j])) return [];
            return [Math.max(0, ...kept.map((j) => before.value[j]! - after.value[j]!))];
          });
          if (losses.length === 0) {
            expect(change).toBeNull();
            lost++;
            continue;
          }
          won++;
          expect(cost).toBeCloseTo(Math.min(...losses), 8);
          const after = judged(json, change!.package);
          expect(after.accepts[i] && kept.every((j) => after.accepts[j])).toBe(true);
        }
        const order = found.map((one) => (one.change === null ? Number.POSITIVE_INFINITY : one.cost));
        expect(order).toEqual([...order].sort((a, b) => b - a));
      }),
      { numRuns: 400 },
    );
    expect(won).toBeGreaterThan(50);
    expect(lost).toBeGreaterThan(20);
  });
});
