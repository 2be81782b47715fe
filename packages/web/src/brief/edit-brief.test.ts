import type { Brief, BriefSentence } from "@parley/case";
import { describe, expect, it } from "vitest";
import { rebased } from "./edit-brief.ts";

const said = (text: string): BriefSentence => ({ text, on: ["claim:one"] });
const brief = (...sections: string[][]): Brief => ({
  kind: "brief",
  id: "brief",
  title: "A brief",
  sections: sections.map((texts, i) => ({ title: `Section ${i}`, sentences: texts.map(said) })),
});
const texts = (b: Brief): string[][] => b.sections.map((s) => s.sentences.map((x) => x.text));

describe("a sentence changed while others write", () => {
  const begun = brief(["a", "b"], ["c"]);

  it("goes to its place where nobody wrote", () => {
    expect(rebased(begun, begun, 0, 1, said("B"))).toEqual({ brief: brief(["a", "B"], ["c"]), clash: false });
  });

  it("follows its sentence when another came before it, and keeps that other", () => {
    const { brief: after, clash } = rebased(begun, brief(["new", "a", "b"], ["c"]), 0, 1, said("B"));
    expect(clash).toBe(false);
    expect(texts(after)).toEqual([["new", "a", "B"], ["c"]]);
  });

  it("follows its sentence when a section came before it", () => {
    const { brief: after } = rebased(begun, brief(["x"], ["a", "b"], ["c"]), 0, 1, undefined);
    expect(texts(after)).toEqual([["x"], ["a"], ["c"]]);
  });

  it("takes the nearest of sentences that are the same", () => {
    const twice = brief(["a", "b", "a"]);
    expect(texts(rebased(twice, twice, 0, 2, said("A")).brief)).toEqual([["a", "b", "A"]]);
  });

  it("clashes when its very sentence was changed or taken out: both versions are kept to choose from", () => {
    for (const now of [brief(["a", "other"], ["c"]), brief(["a"], ["c"])]) {
      const { brief: after, clash } = rebased(begun, now, 0, 1, said("B"));
      expect(clash).toBe(true);
      expect(texts(after)).toEqual([["a", "B"], ["c"]]);
    }
  });
});
