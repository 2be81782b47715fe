import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { namesOf } from "../testing/names.ts";
import { findRepairs } from "./repair.ts";

/*
 * Sound text that a reader could take for damage: nothing of it may be changed by itself, and words alone not even be offered.
 * Words are those of a free dictionary, the runtime's names of places, languages and monies (CLDR), and every syllable of
 * Hangul; sentences are our own. Names around words: other-readers.test.ts; Chinese words: chinese.test.ts.
 */

const require = createRequire(import.meta.url);
const russian = readFileSync(join(dirname(require.resolve("dictionary-ru")), "index.dic"), "utf8")
  .split("\n")
  .slice(1)
  .map((line) => line.split("/")[0]!.trim())
  .filter((word) => word !== "");

/** Katakana in the half width that Shift_JIS has in single bytes. */
const FULL =
  "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
const halfWidth = (text: string): string =>
  [...text.normalize("NFD").replaceAll("\u3099", "゛").replaceAll("\u309a", "゜")]
    .map((c) => (FULL.includes(c) ? String.fromCharCode(0xff61 + FULL.indexOf(c)) : c))
    .join("");
const japanese = namesOf("ja");
const syllables = Array.from({ length: 0xd7a4 - 0xac00 }, (_, i) => String.fromCharCode(0xac00 + i));
const cyrillic = ["uk", "sr", "bg", "mk", "be", "kk"].flatMap(namesOf);
const upper = (words: readonly string[]): string[] => words.map((word) => word.toUpperCase());

/** So many of the words at most, spread over all of them: a dictionary is long, and each word a document. */
const spread = (words: readonly string[], most = 8_000): readonly string[] => {
  const step = Math.max(1, Math.ceil(words.length / most));
  return words.filter((_, i) => i % step === 0);
};

const SETS: [script: string, least: number, words: string[]][] = [
  ["Russian (Windows-1251, KOI8-R, IBM866, Mac Cyrillic)", 140_000, russian],
  ["Russian in capitals", 140_000, upper(russian)],
  ["Ukrainian, Serbian, Bulgarian, Macedonian, Belarusian, Kazakh", 3_000, [...cyrillic, ...upper(cyrillic)]],
  ["Japanese in half-width katakana (Shift_JIS)", 800, japanese.map(halfWidth)],
  ["every syllable of Korean (EUC-KR)", 11_172, syllables],
  ["Chinese of Taiwan (Big5)", 800, namesOf("zh-Hant")],
  [
    "languages of Latin letters in capitals (Latin-1, Latin-2, IBM850, IBM437, Mac Roman)",
    3_000,
    upper(["de", "fr", "es", "pl", "cs", "hu", "ro", "vi", "is", "pt"].flatMap(namesOf)),
  ],
];

const AROUND = [
  (w: string) => `The term ${w} is used in Moscow and Kyiv.`,
  (w: string) => `He said “peace” (${w}) twice – and nobody’s answer came.`,
  (w: string) => `“${w}”: a word that EU${w} and NATO-${w} would not know.`,
];

const changed = (text: string) => findRepairs(text, []).filter((r) => r.class === "A");
const touched = (text: string) => findRepairs(text, []).filter((r) => r.class !== "E");

describe.each(SETS)("sound words: %s", (_, least, words) => {
  it(`are at least ${least}`, () => expect(words.length).toBeGreaterThanOrEqual(least));

  it("are never repaired alone, nor offered", () =>
    expect(spread(words, 30_000).filter((word) => touched(word).length > 0)).toEqual([]));

  it("are never repaired by themselves in English sentences", () => {
    const texts = spread(words).map((word, i) => AROUND[i % AROUND.length]!(word));
    expect(texts.filter((text) => changed(text).length > 0)).toEqual([]);
  });

  it("are never repaired by themselves in lists, ten to a line", () => {
    const lines: string[] = [];
    const some = spread(words);
    for (let i = 0; i < some.length; i += 10) lines.push(some.slice(i, i + 10).join(" "));
    expect(lines.filter((line) => changed(line).length > 0)).toEqual([]);
    expect(changed(lines.slice(0, 2_000).join("\n"))).toEqual([]);
  });
});

describe("sound sentences", () => {
  it.each([
    "Посол сказал: «Ворота не откроются без нас» — и ушёл. С… Р. Иванов; № 5, § 3; 20 °С.",
    "СССР, РСФСР, СЁМГА, ЁЖ: «Рё» — это слог, а «С» — буква.",
    "—Да. —Нет! Москва–Берлин, 1941—1945; „так“ и ‚так‘.",
    "Події та дії: мрії, надії, її, їй; «Рік» — не «рік». Ґанок.",
    "Рјечник, Ђорђе, љубав, њој, џеп. Ријека је мирна; „Рј“ и „Сј“.",
    "使者は「窶れた」と言った。ﾃﾞｰﾀ ﾐｽ ﾃｽﾄ ﾄｲﾂ ﾛｼｱ ﾏｲﾅｰ ﾈｵﾝ。",
    "駐在の特使は、NATOの門は「開かない」と語った。ｱﾒﾘｶ、ｿﾋﾞｴﾄ。",
    "특사는 “문이 열리지 않을 것”이라고 말했다. EU는, NATO와, IT책, A창, B컷, 채택, 카페, 코카콜라.",
    "특사는 책을 CSS책이라고 했다. TV채널 a채 b책 c챈 d챔.",
    "特使說：「沒有我們，大門不會打開。」EU的矇矓與café不同；a矇 b矇。",
    "┌──┬──┐\n│Да│Нет│\n├──┼──┤\n│ПП│ЯЯ│\n└──┴──┘",
    "╔══╦══╗\n║я║п║\n╠══╬══╣\n╚══╩══╝ п─я",
    "├┤a┼┐a┼┐a┼┐a┼┐a",
    "Größe, naïve, “quoted” – ÇA VA, ÔÇ, ÓÁÉ. Ã, Â, Ð, Ñ; ‚Äh‘.",
  ])("are never repaired by themselves: %s", (text) => expect(changed(text)).toEqual([]));
});
