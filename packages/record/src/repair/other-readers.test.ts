import { describe, expect, it } from "vitest";
import { namesOf } from "../testing/names.ts";
import { damagedBy, READERS } from "./readers.ts";
import { findRepairs } from "./repair.ts";

const reader = (name: string) => READERS.find((r) => r.name === name)!;
const TEXT = "Ukraine’s envoy said “no” – twice — and left… The town’s “offer” stands.";

/** A text with its repairs of some classes made. */
function repaired(text: string, classes: string): string {
  let out = "";
  let at = 0;
  for (const { class: c, range, to } of findRepairs(text, [])) {
    if (!classes.includes(c)) continue;
    out += text.slice(at, range[0]) + to;
    at = range[1];
  }
  return out + text.slice(at);
}

describe("UTF-8 read by a single-byte decoder", () => {
  const single = READERS.filter((r) => r.width === 1).map((r) => [r.name, r] as const);
  it.each(single)("%s: marks come back by themselves, exactly", (_, r) => {
    const damaged = damagedBy(r, TEXT, "drops");
    expect(damaged).not.toBe(TEXT);
    expect(repaired(damaged, "A")).toBe(TEXT);
  });
  it.each(["windows-1251", "koi8-r", "ibm866", "x-mac-cyrillic"])(
    "%s: Cyrillic words are offered",
    (name) => {
      const text = "привет мирный договор подписан";
      const damaged = damagedBy(reader(name), text, "drops");
      expect(findRepairs(damaged, []).map((r) => r.class)).not.toContain("A");
      expect(repaired(damaged, "L")).toBe(text);
    },
  );
});

describe("UTF-8 read by a decoder of pairs", () => {
  it("shift_jis: marks before letters by themselves, those that lost a byte with candidates", () => {
    const damaged = damagedBy(reader("shift_jis"), TEXT, "drops");
    expect(damaged).toContain("Ukraine窶冱");
    const repairs = findRepairs(damaged, []);
    expect(repaired(damaged, "A")).toMatch(/^Ukraine’s envoy said “no窶/);
    for (const r of repairs) {
      if (r.class === "A") expect(damagedBy(reader("shift_jis"), r.to, "drops")).toBe(r.from);
      if (r.class === "B") expect(r.candidates).toContain("”");
    }
  });
  it("euc-kr: what is left of a mark is offered, never made", () => {
    for (const lenience of ["drops", "replaces"] as const) {
      const damaged = damagedBy(reader("euc-kr"), "Ukraine’s envoy", lenience);
      expect(damaged).toContain("셲");
      expect(findRepairs(damaged, []).map((r) => [r.class, r.to])).toEqual([["B", "’s"]]);
    }
  });
  it.each(["big5", "euc-kr", "shift_jis"])("%s: a Latin letter in a word is offered", (name) => {
    const damaged = damagedBy(reader(name), "the café there", "drops");
    expect(findRepairs(damaged, []).map((r) => r.class)).toEqual(["L"]);
    expect(repaired(damaged, "L")).toBe("the café there");
  });
});

/** Sentences of a script around a word; nothing in them is damaged. */
const AROUND: Record<string, ((w: string) => string)[]> = {
  cyrillic: [
    (w) => `Делегация сказала: «${w}», – и вышла. “${w}” — это Ёлка, Ђорђе і Їжак.`,
    (w) => `The word ${w} is used in Kyiv; “${w}” is not “no”.`,
  ],
  pairs: [(w) => `“${w}”、${w}。`, (w) => `The term ${w} is used by President Trump’s envoy (${w}).`],
  latin: [(w) => `“${w}” – ${w}… «${w}», l’été à São Tomé, Škoda & Łódź.`],
};
const SETS: [string, string, string[]][] = [
  ["Cyrillic", "cyrillic", ["ru", "uk", "bg", "sr", "mk", "be", "kk", "mn", "ky"]],
  ["Japanese", "pairs", ["ja"]],
  ["Korean", "pairs", ["ko"]],
  ["traditional Chinese", "pairs", ["zh-Hant", "yue"]],
  [
    "Latin",
    "latin",
    ["fr", "de", "es", "pt", "cs", "pl", "hu", "ro", "tr", "vi", "is", "lt", "lv", "sv", "et"],
  ],
  ["Greek, Hebrew, Arabic", "latin", ["el", "he", "ar", "fa", "ur"]],
];

describe("genuine words are never repaired by themselves", () => {
  it.each(SETS)("%s", (_, kind, languages) => {
    let n = 0;
    const made: string[] = [];
    const offered: string[] = [];
    for (const language of languages) {
      for (const word of namesOf(language)) {
        n += 1;
        for (const text of [word, ...AROUND[kind]!.map((around) => around(word))]) {
          for (const repair of findRepairs(text, [])) {
            if (repair.class === "A") made.push(text);
            else if (repair.class !== "E")
              offered.push(`${text}: ${repair.from} → ${repair.to} ${repair.reason}`);
          }
        }
      }
    }
    expect(n).toBeGreaterThan(500);
    expect(made).toEqual([]);
    expect(offered).toEqual([]);
  });
});
