import type { TextVersion } from "@parley/case";
import { describe, expect, it } from "vitest";
import { around, changesOf, isMade, isOpen, sortOf } from "./changes.ts";

const text = {
  text: "No text. Moscow waits.",
  map: [0, 3, 4, 7, 1, 3, 22, 7, 26, 1],
  ops: [
    {
      id: "r2",
      class: "D",
      from: "惭",
      to: "M",
      raw: [13, 14],
      range: [9, 10],
      confidence: 0.5,
      applied: false,
      reason: "",
    },
    {
      id: "r1",
      class: "A",
      from: "x",
      to: "y",
      raw: [5, 6],
      range: [1, 2],
      confidence: 1,
      applied: true,
      reason: "",
    },
  ],
  furniture: [{ raw: [0, 4], reason: "menu", text: "Menu" }],
} as unknown as TextVersion;

describe("what was changed in a text", () => {
  it("stands in the order in which it came, each under its sort, offered or made", () => {
    const changes = changesOf(text);
    expect(changes.map(sortOf)).toEqual(["left", "A", "D"]);
    expect(changes.map(isOpen)).toEqual([false, false, true]);
    expect(changes.map(isMade)).toEqual([true, true, false]);
  });

  it("is shown with what stands around it, in one line", () => {
    expect(around("a\nbc\r\nd", [2, 4])).toEqual({ before: "a⏎", words: "bc", after: "⏎d" });
    expect(around("x".repeat(1000), [100, 900]).words).toHaveLength(240);
  });
});
