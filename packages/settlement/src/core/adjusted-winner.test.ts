import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustedWinner } from "./adjusted-winner.ts";

describe("adjusted winner", () => {
  it("divides Bob's and Carol's house as published", () => {
    // Adjusted Winner site, New York University, hypothetical divorce: custody, alimony, house. The page prints 23 for Bob's
    // custody and a total of 100, which only 25 comes to; it does not enter the result.
    const { share, points, divided } = adjustedWinner([25, 60, 15], [65, 25, 10]);
    expect(divided).toBe(2);
    expect([...share]).toEqual([0, 1, expect.closeTo(0.6, 12)]);
    expect(points).toEqual([expect.closeTo(69, 12), expect.closeTo(69, 12)]);
  });

  it("hands the item both value alike to the one behind, then divides the retirement account", () => {
    // A published exercise: home, summer cottage, retirement account, investments, other. Sandra keeps 5/6 of the account.
    const { share, points, divided } = adjustedWinner([20, 15, 50, 10, 5], [30, 10, 40, 10, 10]);
    expect(divided).toBe(2);
    expect([...share]).toEqual([0, 1, expect.closeTo(5 / 6, 12), 0, 0]);
    expect(points[0]).toBeCloseTo(15 + (50 * 5) / 6, 10);
    expect(points[1]).toBeCloseTo(50 + 40 / 6, 10);
  });

  const lists = fc
    .integer({ min: 1, max: 8 })
    .chain((n) =>
      fc.tuple(
        ...[0, 1].map(() => fc.array(fc.integer({ min: 0, max: 20 }), { minLength: n, maxLength: n })),
      ),
    )
    .filter((both) => both.every((list) => list!.some((p) => p > 0)));

  it("is equitable, envy-free and efficient, divides one item at most, and mirrors when the parties swap", () => {
    fc.assert(
      fc.property(lists, ([a, b]) => {
        const { share, points } = adjustedWinner(a!, b!);
        expect(points[0]).toBeCloseTo(points[1], 9);
        expect(points[0]).toBeGreaterThanOrEqual(50 - 1e-9);
        expect([...share].filter((s) => s > 1e-12 && s < 1 - 1e-12).length).toBeLessThanOrEqual(1);
        // Efficient: no exchange of small parts helps both, so whoever holds part of an item values it, for what the
        // other would give in return, at least as much: the ratios of what the first holds are not below those of the second.
        const ratio = (k: number): number =>
          b![k] === 0 ? (a![k] === 0 ? Number.NaN : Number.POSITIVE_INFINITY) : a![k]! / b![k]!;
        const mine = [...share.keys()]
          .filter((k) => share[k]! > 1e-12)
          .map(ratio)
          .filter((r) => !Number.isNaN(r));
        const theirs = [...share.keys()]
          .filter((k) => share[k]! < 1 - 1e-12)
          .map(ratio)
          .filter((r) => !Number.isNaN(r));
        expect(Math.min(...mine, Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(
          Math.max(...theirs, 0) - 1e-9,
        );
        const swapped = adjustedWinner(b!, a!);
        expect(swapped.points[0]).toBeCloseTo(points[1], 9);
      }),
      { numRuns: 2000 },
    );
  });

  it("says what is wrong with its points", () => {
    expect(() => adjustedWinner([1], [1, 2])).toThrow("one list has 1, the other 2");
    expect(() => adjustedWinner([1, -2], [1, 2])).toThrow("item 2 has -2");
    expect(() => adjustedWinner([0, 0], [1, 2])).toThrow("no item a point");
  });
});
