import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { spelledWord } from "./letters.ts";

describe("names disguised letter by letter", () => {
  it("have a table that the script writes again, byte for byte", async () => {
    const script = new URL("../../scripts/letters.mjs", import.meta.url).href;
    const { lettersModule } = (await import(/* @vite-ignore */ script)) as {
      lettersModule(): string;
    };
    expect(lettersModule()).toBe(readFileSync(new URL("./letters.generated.ts", import.meta.url), "utf8"));
  });

  const known = new Set(["Moscow", "Mos", "Kyiv"]);
  it("spell the longest known word", () => {
    expect(spelledWord([..."惭辞蝉肠辞飞"], known)).toEqual({ word: "Moscow", length: 6 });
    expect(spelledWord([..."惭辞蝉"], known)).toEqual({ word: "Mos", length: 3 });
  });
  it("spell no word that is not known, and none of two letters", () => {
    expect(spelledWord([..."惭辞蝉肠辞飞"], new Set(["Minsk"]))).toBeUndefined();
    expect(spelledWord([..."飞机"], new Set(["wC"]))).toBeUndefined();
  });
});
