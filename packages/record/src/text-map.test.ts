import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, type Edit, TextMap } from "./text-map.ts";

/** Random, ordered, disjoint edits of a text of that length. */
const edits = (length: number): fc.Arbitrary<Edit[]> =>
  fc
    .array(fc.tuple(fc.nat(length), fc.nat(length), fc.string({ maxLength: 3 })), { maxLength: 6 })
    .map((all) => {
      const result: Edit[] = [];
      let at = 0;
      for (const [a, b, to] of all.sort((x, y) => Math.min(x[0], x[1]) - Math.min(y[0], y[1]))) {
        const start = Math.max(at, Math.min(a, b));
        const end = Math.max(a, b);
        if (end > start) {
          result.push({ range: [start, end], to });
          at = end;
        }
      }
      return result;
    });

/** The edits carried out the plain way. */
function plainly(text: string, all: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const { range, to } of all) {
    out += text.slice(at, range[0]) + to;
    at = range[1];
  }
  return out + text.slice(at);
}

function expectSound(raw: string, text: string, map: TextMap): void {
  const s = map.segments;
  let [t, r] = [0, 0];
  for (let i = 0; i < s.length; i += 5) {
    expect([s[i], s[i + 2]]).toEqual([t, r]);
    [t, r] = [s[i + 1]!, s[i + 3]!];
    if (s[i + 4] === 1) expect(text.slice(s[i], t)).toBe(raw.slice(s[i + 2], r));
    else expect(t > s[i]! || r > s[i + 2]!).toBe(true);
  }
  expect([t, r]).toEqual([text.length, raw.length]);
  for (let a = 0; a < text.length; a++) {
    const end = Math.min(text.length, a + 1 + (a % 4));
    const [start, stop] = map.toRaw([a, end]);
    expect(stop).toBeGreaterThan(start);
    const back = map.toClean([start, stop]);
    expect(back[0]).toBeLessThanOrEqual(a);
    expect(back[1]).toBeGreaterThanOrEqual(end);
  }
}

describe("the map between text and raw characters", () => {
  it("stays exact through two rounds of edits", () => {
    const rounds = fc
      .string({ maxLength: 30 })
      .chain((raw) => fc.tuple(fc.constant(raw), edits(raw.length)))
      .chain(([raw, first]) =>
        fc.tuple(fc.constant(raw), fc.constant(first), edits(plainly(raw, first).length)),
      );
    fc.assert(
      fc.property(rounds, ([raw, first, second]) => {
        const one = applyEdits(raw, TextMap.identity(raw.length), first);
        expect(one.text).toBe(plainly(raw, first));
        expectSound(raw, one.text, one.map);
        const two = applyEdits(one.text, one.map, second);
        expect(two.text).toBe(plainly(one.text, second));
        expectSound(raw, two.text, two.map);
      }),
      { numRuns: 3000 },
    );
  });

  it("finds a repaired character whole and a copied one exactly", () => {
    const { text, map } = applyEdits("ab鈥檚cd", TextMap.identity(6), [{ range: [2, 4], to: "’s" }]);
    expect(text).toBe("ab’scd");
    expect(map.toRaw([2, 3])).toEqual([2, 4]);
    expect(map.toRaw([4, 5])).toEqual([4, 5]);
    expect(map.toClean([3, 4])).toEqual([2, 4]);
  });

  it("gives a place for what was left out", () => {
    const { text, map } = applyEdits("abXXcd", TextMap.identity(6), [{ range: [2, 4], to: "" }]);
    expect(text).toBe("abcd");
    expect(map.toClean([2, 4])).toEqual([2, 2]);
    expect(map.toRaw([1, 3])).toEqual([1, 5]);
  });
});
