import type { TextBlock } from "@parley/case";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockAt, coverBlocks } from "./blocks.ts";

describe("coverBlocks", () => {
  it("makes a paragraph of words that no block covers", () => {
    const blocks: TextBlock[] = [{ range: [0, 5], type: "title" }];
    expect(coverBlocks("Title\n\nlost words", blocks).map((b) => [b.type, ...b.range])).toEqual([
      ["title", 0, 5],
      ["paragraph", 5, 17],
    ]);
  });

  it("leaves no word unseen", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 5 }),
        (text, pairs) => {
          const blocks = pairs.map(([a, b]): TextBlock => {
            const [x, y] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
            return { range: [x, y], type: "paragraph" };
          });
          const all = coverBlocks(text, blocks);
          for (let at = 0; at < text.length; at++) {
            if (text[at]?.trim() === "") continue;
            expect(all.some((b) => b.range[0] <= at && at < b.range[1])).toBe(true);
          }
        },
      ),
    );
  });
});

describe("blockAt", () => {
  const blocks: TextBlock[] = [
    { range: [0, 5], type: "title" },
    { range: [7, 12], type: "paragraph", number: 1 },
  ];
  it("finds the block that holds a place, and the one before a place between two", () => {
    expect(blockAt(blocks, 8)?.number).toBe(1);
    expect(blockAt(blocks, 6)?.type).toBe("title");
    expect(blockAt([], 6)).toBeUndefined();
  });
});
