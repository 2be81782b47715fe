import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetOf, type PlaceNode, parsePlace, quote, tighten } from "./offsets.ts";

const word = (words: string): PlaceNode => ({
  nodeType: 3,
  textContent: words,
  parentNode: null,
  childNodes: [],
});

function element(at: number | undefined, children: PlaceNode[]): PlaceNode {
  const node: PlaceNode = {
    nodeType: 1,
    textContent: children.map((c) => c.textContent ?? "").join(""),
    parentNode: null,
    childNodes: children,
    getAttribute: (name) => (name === "data-at" && at !== undefined ? String(at) : null),
  };
  for (const child of children) child.parentNode = node;
  return node;
}

describe("offsetOf", () => {
  it("counts from the element's own start, not from labels on the page", () => {
    const label = element(undefined, [word("12")]);
    const words = word("no gate opens");
    const line = element(undefined, [label, element(40, [words])]);
    expect(offsetOf(words, 3)).toBe(43);
    expect(offsetOf(line, 1)).toBe(40);
    expect(offsetOf(line, 2)).toBe(53);
    expect(offsetOf(label.childNodes[0] as PlaceNode, 1)).toBeUndefined();
  });

  it("finds every place of a text cut in any way", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }), (pieces) => {
        let at = 0;
        const nodes = pieces.map((piece) => {
          const node = element(at, [word(piece)]);
          at += piece.length;
          return node;
        });
        element(undefined, nodes);
        let start = 0;
        for (const [i, piece] of pieces.entries()) {
          for (let k = 0; k <= piece.length; k++) {
            expect(offsetOf(nodes[i]?.childNodes[0] as PlaceNode, k)).toBe(start + k);
          }
          start += piece.length;
        }
      }),
    );
  });
});

describe("tighten and quote", () => {
  it("takes blanks off the ends and keeps what stands around", () => {
    expect(tighten("  two  ", 0, 7)).toEqual([2, 5]);
    expect(tighten("   ", 0, 3)).toBeUndefined();
    expect(quote("abcdef", 2, 4)).toEqual({ start: 2, end: 4, exact: "cd", prefix: "ab", suffix: "ef" });
  });

  it("always gives a passage that is found again", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(60), fc.nat(60), (text, a, b) => {
        const range = tighten(text, a, b);
        if (range === undefined) return;
        const q = quote(text, ...range);
        expect(q.exact).toBe(q.exact.trim());
        expect(text.slice(q.start - q.prefix.length, q.end + q.suffix.length)).toBe(
          q.prefix + q.exact + q.suffix,
        );
      }),
    );
  });
});

describe("parsePlace", () => {
  it("reads addresses and nothing else", () => {
    expect(parsePlace("12-40")).toEqual([12, 40]);
    for (const bad of ["40-12", "a-b", "", undefined, "1-2-3", "-1-4"])
      expect(parsePlace(bad)).toBeUndefined();
  });
});
