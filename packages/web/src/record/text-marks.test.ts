import type { TextBlock } from "@parley/case";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mark } from "./segments.ts";
import { marksByBlock, placeOfRaw } from "./text-marks.ts";

const world = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 6 })), { maxLength: 8 }).map((steps) => {
  let at = 0;
  return steps.map(([hole, length]): TextBlock => {
    const start = at + hole;
    at = start + length;
    return { range: [start, at], type: "paragraph" };
  });
});
const marksIn = fc
  .array(fc.tuple(fc.nat(50), fc.nat(50)), { maxLength: 10 })
  .map((pairs) =>
    pairs.map(([a, b], what): Mark<number> => ({ start: Math.min(a, b), end: Math.max(a, b), what })),
  );

describe("marksByBlock", () => {
  it("agrees with asking every block about every mark", () => {
    fc.assert(
      fc.property(world, marksIn, (blocks, marks) => {
        const spans = marks.filter((m) => m.start !== m.end);
        const slow = blocks.map((b) =>
          spans.filter((m) => m.start < b.range[1] && m.end > b.range[0]).map((m) => m.what),
        );
        expect(marksByBlock(blocks, spans).map((list) => list.map((m) => m.what))).toEqual(slow);
      }),
    );
  });

  it("puts every mark without length into exactly one block, within it", () => {
    fc.assert(
      fc.property(world, fc.nat(50), (blocks, place) => {
        if (blocks.length === 0) return;
        const lists = marksByBlock(blocks, [{ start: place, end: place, what: 1 }]);
        expect(lists.flat()).toHaveLength(1);
        for (const [i, list] of lists.entries()) {
          for (const m of list) {
            expect(m.start).toBeGreaterThanOrEqual(blocks[i]?.range[0] ?? 0);
            expect(m.start).toBeLessThanOrEqual(blocks[i]?.range[1] ?? 0);
          }
        }
      }),
    );
  });
});

describe("placeOfRaw", () => {
  it("finds copied characters, replaced ones and what was left out", () => {
    // Raw "NAV ab?cd": "NAV " left out, "ab" copied, "?" replaced by "--", "cd" copied.
    const map = [0, 2, 4, 6, 1, 2, 4, 6, 7, 0, 4, 6, 7, 9, 1];
    expect([0, 4, 5, 6, 7, 8, 9].map((raw) => placeOfRaw(map, raw))).toEqual([0, 0, 1, 2, 4, 5, 6]);
  });
});
