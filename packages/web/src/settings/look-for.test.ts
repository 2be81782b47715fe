import { describe, expect, it } from "vitest";
import { LOOK_LANGUAGES, readWords } from "./look-for.ts";

describe("words to look for", () => {
  it("are read between commas, Arabic ones too, each once", () => {
    expect(readWords("underscores,  underscored\nmade  plain، قال, underscores,")).toEqual([
      "underscores",
      "underscored",
      "made plain",
      "قال",
    ]);
    expect(readWords(" , ")).toEqual([]);
  });
  it("come in six languages, of which English alone is measured", () => {
    expect(LOOK_LANGUAGES.map(({ code, first }) => [code, first])).toEqual([
      ["en", false],
      ["fr", true],
      ["es", true],
      ["ru", true],
      ["uk", true],
      ["ar", true],
    ]);
  });
});
