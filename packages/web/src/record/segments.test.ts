import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Mark, segment } from "./segments.ts";

const marksIn = (length: number): fc.Arbitrary<Mark<number>[]> =>
  fc
    .array(fc.tuple(fc.nat(length), fc.nat(length)), { maxLength: 12 })
    .map((pairs) => pairs.map(([a, b], what) => ({ start: Math.min(a, b), end: Math.max(a, b), what })));

const world = fc
  .tuple(fc.nat(40), fc.nat(40))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  .chain(([from, to]) => fc.tuple(fc.constant(from), fc.constant(to), marksIn(50)));

describe("segment", () => {
  it("cuts at the edges of overlapping marks, longer ones first", () => {
    const marks = [
      { start: 2, end: 6, what: "a" },
      { start: 4, end: 9, what: "b" },
      { start: 6, end: 6, what: "gap" },
    ];
    expect(segment(0, 10, marks).map((s) => [s.start, s.end, s.marks.map((m) => m.what).join("")])).toEqual([
      [0, 2, ""],
      [2, 4, "a"],
      [4, 6, "ba"],
      [6, 6, "gap"],
      [6, 9, "b"],
      [9, 10, ""],
    ]);
  });

  it("keeps a mark at the very end", () => {
    expect(segment(0, 3, [{ start: 3, end: 3, what: 1 }]).map((s) => [s.start, s.end])).toEqual([
      [0, 3],
      [3, 3],
    ]);
  });

  it("gives the text back without hole or overlap", () => {
    fc.assert(
      fc.property(world, ([from, to, marks]) => {
        const pieces = segment(from, to, marks);
        let at = from;
        for (const piece of pieces) {
          expect(piece.start).toBe(at);
          expect(piece.end).toBeGreaterThanOrEqual(at);
          at = piece.end;
        }
        expect(at).toBe(to);
      }),
    );
  });

  it("says of every character exactly the marks that cover it", () => {
    fc.assert(
      fc.property(world, ([from, to, marks]) => {
        const pieces = segment(from, to, marks);
        for (let at = from; at < to; at++) {
          const piece = pieces.find((p) => p.start <= at && at < p.end);
          const covering = marks.filter((m) => m.start <= at && at < m.end).map((m) => m.what);
          expect(piece?.marks.map((m) => m.what).sort()).toEqual(covering.sort());
        }
      }),
    );
  });

  it("loses no mark without length", () => {
    fc.assert(
      fc.property(world, ([from, to, marks]) => {
        const shown = segment(from, to, marks)
          .filter((p) => p.start === p.end)
          .flatMap((p) => p.marks.filter((m) => m.start === m.end).map((m) => m.what));
        const wanted = marks.filter((m) => m.start === m.end && m.start >= from && m.start <= to);
        expect(shown.sort()).toEqual(wanted.map((m) => m.what).sort());
      }),
    );
  });
});
