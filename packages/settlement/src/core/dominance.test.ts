import fc from "fast-check";
import { expect, test } from "vitest";
import { undominated } from "./dominance.ts";

/** The definition, point by point. */
function literally(points: number[][]): { kept: number[]; counts: number[] } {
  const same = (a: number[], b: number[]): boolean => a.every((v, i) => v === b[i]);
  const dominates = (a: number[], b: number[]): boolean =>
    a.every((v, i) => v >= (b[i] as number)) && !same(a, b);
  const kept = points.flatMap((p, at) =>
    points.some((q) => dominates(q, p)) || points.slice(0, at).some((q) => same(p, q)) ? [] : [at],
  );
  return {
    kept,
    counts: kept.map((at) => points.filter((q) => same(q, points[at] as number[])).length),
  };
}

test.each([1, 2, 3, 4, 5])("undominated points of %i parties are those of the definition", (parties) => {
  // Few values, so that ties in one, two and all places are common; sometimes many points in a row of trade-offs.
  const value = fc.integer({ min: -3, max: 6 });
  const point = fc.array(value, { minLength: parties, maxLength: parties });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), (points) => {
      const columns = Array.from({ length: parties }, (_, i) =>
        Float64Array.from(points, (p) => p[i] as number),
      );
      const count = new Float64Array(points.length).fill(1);
      const kept = [...undominated(columns, points.length, count)];
      const expected = literally(points);
      expect(kept).toEqual(expected.kept);
      expect(kept.map((p) => count[p])).toEqual(expected.counts);
    }),
    { numRuns: 2000 },
  );
});

test("a staircase longer than its first room", () => {
  const size = 300;
  const points = Array.from({ length: size }, (_, n) => [n % 7, (n * 37) % size, size - ((n * 37) % size)]);
  const columns = [0, 1, 2].map((i) => Float64Array.from(points, (p) => p[i] as number));
  const kept = [...undominated(columns, size, new Float64Array(size).fill(1))];
  expect(kept).toEqual(literally(points).kept);
  expect(kept).toHaveLength(size);
});
