import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findRepairs } from "./repair.ts";

/** Every word of opencc-js's dictionaries, of both sides. */
async function dictionaryWords(): Promise<string[]> {
  const main = createRequire(import.meta.url).resolve("opencc-js");
  const folder = join(dirname(main), "..", "esm-lib", "dict");
  const words = new Set<string>();
  for (const file of readdirSync(folder)) {
    const { default: text } = (await import(join(folder, file))) as { default: string };
    for (const entry of text.split("|"))
      for (const word of entry.split(" ")) if (word !== "") words.add(word);
  }
  return [...words];
}

const words = await dictionaryWords();
/** Sentences around a word; what stands around it must not turn it into damage. */
const ENGLISH = [
  (w: string) => `The term ${w} is used in Moscow, Kyiv and Washington by President Trump.`,
  (w: string) => `He said “peace” (${w}) twice, and Moscow did not answer.`,
  (w: string) => `In Taipei they write “${w}”; in Beijing, Moscow and Geneva they do not.`,
  (w: string) => `${w}: a word that Zelensky and Putin would not know.`,
];
const CHINESE = [
  (w: string) => `他們說，${w}。莫斯科和基輔沒有回答。`,
  (w: string) => `「${w}」是 Moscow 代表團的說法，${w}English`,
];
const NAMES = [
  "Moscow",
  "Kyiv",
  "Putin",
  "Donald Trump",
  "Volodymyr Zelensky",
  "European Union",
  "Iran",
  "Oman",
  "Sudan",
];

const touched = (text: string) => findRepairs(text, NAMES).filter((r) => r.class !== "E");

describe("genuine Chinese words", () => {
  it("are more than the 91 173 that the design names", () =>
    expect(words.length).toBeGreaterThanOrEqual(91173));

  it("are never repaired alone", () => {
    expect(words.filter((word) => touched(word).length > 0)).toEqual([]);
  });

  it("are never repaired in English sentences", () => {
    const wrong: string[] = [];
    for (const [i, word] of words.entries()) {
      const text = ENGLISH[i % ENGLISH.length]!(word);
      if (touched(text).length > 0) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it("are never repaired in Chinese sentences", () => {
    const wrong: string[] = [];
    for (const [i, word] of words.entries()) {
      const text = CHINESE[i % CHINESE.length]!(word);
      if (touched(text).length > 0) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  // A lone 鈥 (holmium) between blanks is what a dash becomes: in a text damaged elsewhere nobody can tell, and it is
  // proposed (never applied). Everything else stays.
  it("are never repaired in an English text that is damaged elsewhere", () => {
    const wrong: string[] = [];
    for (const [i, word] of words.entries()) {
      for (const sentence of word.length === 1 ? ENGLISH : [ENGLISH[i % ENGLISH.length]!]) {
        const text = `Ukraine鈥檚 envoy left.\n${sentence(word)}`;
        if (touched(text).length !== 1 && !text.includes("term 鈥 is")) wrong.push(text);
      }
    }
    expect(wrong).toEqual([]);
  });
});
