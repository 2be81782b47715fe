import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RecordError } from "./errors.ts";
import { anchorAt, relocate } from "./relocate.ts";

const TEXT =
  "The board met in May. It said that no gate opens without the town. The board met again in June, and the envoy said that nothing had changed since the spring. It said that no level is agreed. Then the board met a last time, and nobody spoke of the gates, of the money or of the old maps.";
const anchorOf = (words: string, from = 0) => {
  const at = TEXT.indexOf(words, from);
  return anchorAt(TEXT, at, at + words.length);
};

describe("finding a passage again", () => {
  it("finds it where it was", () => {
    const anchor = anchorOf("no gate opens without the town");
    expect(relocate(anchor, TEXT)).toEqual({ state: "exact", start: anchor.start, end: anchor.end });
  });

  it("finds it where it went", () => {
    const anchor = anchorOf("no gate opens without the town");
    const text = `A new first line.\n\n${TEXT}`;
    expect(relocate(anchor, text)).toEqual({
      state: "moved",
      start: anchor.start + 19,
      end: anchor.end + 19,
    });
  });

  it("tells repeated words apart by what stands around them", () => {
    const third = anchorOf("the board met", 150);
    expect(relocate(third, `X ${TEXT}`)).toMatchObject({ state: "moved", start: third.start + 2 });
    const bare = { ...third, prefix: "", suffix: "" };
    expect(relocate(bare, `X ${TEXT} the board met`)).toEqual({ state: "orphan" });
  });

  it("finds slightly changed words and says how like they are", () => {
    const anchor = anchorOf("the envoy said that nothing had changed since the spring");
    const text = TEXT.replace("nothing had changed", "nothing had been changed");
    const found = relocate(anchor, text);
    expect(found.state).toBe("fuzzy");
    if (found.state === "fuzzy") {
      expect(text.slice(found.start, found.end)).toBe(
        "the envoy said that nothing had been changed since the spring",
      );
      expect(found.score).toBeGreaterThan(0.8);
    }
  });

  it.each([
    [
      "turned round",
      "said that nothing had changed since the spring",
      "said that not nothing had changed since the spring",
    ],
    [
      "with another figure",
      "The dam holds 40 million litres of water now",
      "The dam holds 48 million litres of water now",
    ],
    ["gone", "the envoy said that nothing had changed since the spring", ""],
  ])("is an orphan when the words are %s", (_, before, after) => {
    const text = TEXT.replace("the envoy said that nothing had changed since the spring", before);
    const at = text.indexOf(before);
    expect(relocate(anchorAt(text, at, at + before.length), text.replace(before, after))).toEqual({
      state: "orphan",
    });
  });

  it("is an orphan when a short word stands in quite other surroundings", () => {
    expect(relocate(anchorOf("maps"), "He draws maps for a living, far away from any river.")).toEqual({
      state: "orphan",
    });
  });

  it("does not prefer a place half like on both sides to the one with a side untouched", () => {
    const text = TEXT.slice(0, 257) + TEXT.slice(272);
    expect(relocate(anchorAt(TEXT, 253, 257), text)).not.toMatchObject({ state: "moved" });
  });

  it("refuses an empty passage", () => {
    expect(() => relocate(anchorAt(TEXT, 3, 3), TEXT)).toThrow(RecordError);
  });

  it("is never wrong: after any edit elsewhere it is the same words at the same place, or an orphan", () => {
    const cases = fc.tuple(
      fc.nat(TEXT.length - 30),
      fc.integer({ min: 4, max: 30 }),
      fc.nat(TEXT.length),
      fc.nat(40),
      fc.string({ maxLength: 40 }),
    );
    fc.assert(
      fc.property(cases, ([start, length, cutAt, cut, insert]) => {
        const end = start + length;
        const anchor = anchorAt(TEXT, start, end);
        const cutEnd = Math.min(TEXT.length, cutAt + cut);
        const text = TEXT.slice(0, cutAt) + insert + TEXT.slice(cutEnd);
        const found = relocate(anchor, text);
        const untouched = cutEnd <= start || cutAt >= end;
        if (found.state === "exact" || found.state === "moved") {
          expect(text.slice(found.start, found.end)).toBe(anchor.exact);
          const shift = cutEnd <= start ? insert.length - (cutEnd - cutAt) : 0;
          if (untouched) expect(found.start).toBe(start + shift);
        } else if (untouched && found.state === "fuzzy") throw new Error("fuzzy although it stands there");
      }),
      { numRuns: 3000 },
    );
  });
});
