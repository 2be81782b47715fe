import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { winningChanges } from "./changes.ts";
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
