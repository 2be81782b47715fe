import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrowOf, BOX, edgeOf, ringOf } from "./ring.ts";

describe("ringOf", () => {
  it("keeps every box inside the drawing, and apart from the others", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 560, max: 1400 }), (count, width) => {
        const { boxes, height } = ringOf(count, width);
        expect(boxes).toHaveLength(count);
        for (const { x, y } of boxes) {
          expect(x - BOX.width / 2).toBeGreaterThanOrEqual(0);
          expect(x + BOX.width / 2).toBeLessThanOrEqual(width);
          expect(y - BOX.height / 2).toBeGreaterThanOrEqual(0);
          expect(y + BOX.height / 2).toBeLessThanOrEqual(height);
        }
        for (const [i, a] of boxes.entries())
          for (const b of boxes.slice(i + 1)) {
            const apart = Math.abs(a.x - b.x) >= BOX.width || Math.abs(a.y - b.y) >= BOX.height;
            expect(apart).toBe(true);
          }
      }),
    );
  });
});

describe("arrows", () => {
  it("leave a box at its edge, towards the other", () => {
    expect(edgeOf({ x: 0, y: 0 }, { x: 500, y: 0 }, 0)).toEqual({ x: BOX.width / 2, y: 0 });
    expect(edgeOf({ x: 0, y: 0 }, { x: 0, y: -500 }, 0)).toEqual({ x: 0, y: -BOX.height / 2 });
    expect(edgeOf({ x: 1, y: 1 }, { x: 1, y: 1 })).toEqual({ x: 1, y: 1 });
  });
  it("there and back bend away from each other", () => {
    const [a, b] = [
      { x: 100, y: 100 },
      { x: 600, y: 100 },
    ];
    expect(arrowOf(a, b, -90).label.y).toBeLessThan(100);
    expect(arrowOf(b, a, -90).label.y).toBeGreaterThan(100);
  });
});
