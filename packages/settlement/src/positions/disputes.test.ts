import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disputeOf, disputeOnScale, type Side } from "./disputes.ts";

const side = (party: string, wants: string[], rejects: string[] = [], redLine = false): Side => ({
  party,
  wants,
  rejects,
  redLine,
});
const anySide = fc.record({
  party: fc.constantFrom("A", "B", "C"),
  wants: fc.uniqueArray(fc.constantFrom("x", "y", "z")),
  rejects: fc.uniqueArray(fc.constantFrom("x", "y", "z")),
  redLine: fc.boolean(),
});

describe("disputeOf", () => {
  it("tells what is known from what is not", () => {
    expect(disputeOf([])).toBe("not known");
    expect(disputeOf([side("A", [])])).toBe("not known");
    expect(disputeOf([side("A", ["x"]), side("B", [])])).toBe("one side");
  });
  it("tells agreement, difference and exclusion apart", () => {
    expect(disputeOf([side("A", ["x", "y"]), side("B", ["y"])])).toBe("agree");
    expect(disputeOf([side("A", ["x"]), side("B", ["y"])])).toBe("differ");
    expect(disputeOf([side("A", ["x"]), side("B", ["y"], ["x"])])).toBe("ruled out");
    expect(disputeOf([side("A", ["x"]), side("B", [], ["x"], true)])).toBe("red line");
    // One of two things wanted is left: nobody is shut out.
    expect(disputeOf([side("A", ["x", "y"]), side("B", ["y"], ["x"], true)])).toBe("agree");
    // What both want a third rules out, though it says nothing of what it wants.
    expect(disputeOf([side("A", ["x"]), side("B", ["x"]), side("C", [], ["x"])])).toBe("ruled out");
  });
  it("does not depend on the order or the names of the parties", () => {
    fc.assert(
      fc.property(fc.array(anySide, { maxLength: 6 }), (sides) => {
        const swapped = sides.map((s) => ({ ...s, party: { A: "B", B: "A", C: "C" }[s.party] as string }));
        expect(disputeOf(swapped)).toBe(disputeOf(sides));
        expect(disputeOf([...sides].reverse())).toBe(disputeOf(sides));
      }),
    );
  });
  it("a red line is told only where a party's whole wish is ruled out by another's red line", () => {
    fc.assert(
      fc.property(fc.array(anySide, { maxLength: 5 }), (sides) => {
        const literal = sides.some((a) =>
          sides.some(
            (b) =>
              a.party !== b.party &&
              a.redLine &&
              b.wants.length > 0 &&
              b.wants.every((w) => a.rejects.includes(w)),
          ),
        );
        expect(disputeOf(sides) === "red line").toBe(literal);
      }),
    );
  });
});

describe("disputeOnScale", () => {
  it("agrees where the ranges meet", () => {
    expect(disputeOnScale([])).toBe("not known");
    expect(disputeOnScale([{ party: "A", low: 0, high: 5 }])).toBe("one side");
    expect(
      disputeOnScale([
        { party: "A", low: 0, high: 5 },
        { party: "B", low: 5, high: 9 },
      ]),
    ).toBe("agree");
    expect(
      disputeOnScale([
        { party: "A", low: 0, high: 4 },
        { party: "B", low: 5, high: 9 },
      ]),
    ).toBe("differ");
  });
});
