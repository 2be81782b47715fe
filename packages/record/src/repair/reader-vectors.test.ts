import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clean } from "../clean.ts";
import { decodeGbkDropping } from "./gbk.ts";
import { damagedBy, READERS } from "./readers.ts";
import { findRepairs } from "./repair.ts";

/** Made by CPython's codecs from texts of our own: `packages/record/scripts/reader-vectors.py`. */
const vectors = JSON.parse(readFileSync(new URL("./data/reader-vectors.json", import.meta.url), "utf8")) as {
  texts: Record<string, string>;
  damaged: Record<string, { ignore: Record<string, string>; replace?: Record<string, string> }>;
  encoded: Record<string, Record<string, [text: string, hex: string]>>;
};
const texts = Object.entries(vectors.texts);
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));

/** CPython's cp932 has characters for the single bytes 80, A0 and FD to FF; the Encoding Standard's Shift_JIS has none. */
const ofPython = (name: string, language: string): string =>
  vectors.damaged[name]!.ignore[language]!.replace(
    name === "shift_jis" ? /[\u0080\u00a0\uf8f0-\uf8f3]/g : "",
    "",
  );

describe("damage", () => {
  it.each(READERS.map((reader) => [reader.name, reader] as const))(
    "by %s is that of CPython's codec with errors ignored",
    (name, reader) => {
      for (const [language, text] of texts)
        expect(damagedBy(reader, text, "drops"), language).toBe(ofPython(name, language));
    },
  );
  it("by GBK is that of CPython's codec with errors ignored", () => {
    for (const [language, text] of texts)
      expect(decodeGbkDropping(new TextEncoder().encode(text)), language).toBe(
        vectors.damaged.gbk!.ignore[language],
      );
  });
  it.each(READERS.filter((reader) => reader.width === 1).map((reader) => [reader.name, reader] as const))(
    "by %s with errors replaced is that of CPython's codec",
    (name, reader) => {
      for (const [language, text] of texts)
        expect(damagedBy(reader, text, "replaces"), language).toBe(vectors.damaged[name]!.replace![language]);
    },
  );
});

describe("sound text in the encodings of its script", () => {
  const cases = Object.entries(vectors.encoded).flatMap(([charset, byLanguage]) =>
    Object.entries(byLanguage).map(([language, [text, hex]]) => [charset, language, text, hex] as const),
  );
  it.each(cases)(
    "%s, %s: reads as it was written, and nothing of it is repaired",
    (charset, _, text, hex) => {
      const document = clean(bytesOf(hex), { charset, mediaType: "text/plain" });
      expect(document.raw).toBe(text);
      expect(document.ops.filter((op) => op.class !== "E")).toEqual([]);
    },
  );
  it.each(texts)("%s: as UTF-8 nothing of it is repaired", (_, text) => {
    const document = clean(new TextEncoder().encode(text), { mediaType: "text/plain" });
    expect(document.ops.filter((op) => op.class !== "E")).toEqual([]);
  });
});

describe("damage of these texts by each reader", () => {
  const made = Object.entries(vectors.damaged).flatMap(([name, { ignore }]) =>
    Object.entries(ignore).map(([language, damaged]) => [name, language, damaged] as const),
  );
  // A repair that is made by itself restores what stood there, or it is an invention.
  it.each(made)("%s, %s: whatever is repaired by itself stands in the sound text", (_, language, damaged) => {
    const sound = vectors.texts[language]!;
    const repairs = findRepairs(damaged, []).filter((one) => one.class === "A");
    let at = 0;
    for (const { range, to } of repairs) {
      // Sound characters just before the damage tell where in the sound text it is.
      const before = /[ -~]{0,12}$/.exec(damaged.slice(at, range[0]))![0];
      expect(sound, `${before}${to}`).toContain(`${before}${to}`);
      at = range[1];
    }
  });
  it("most of the marks of an English text come back by themselves, or are offered", () => {
    for (const [name, { ignore }] of Object.entries(vectors.damaged)) {
      const classes = findRepairs(ignore.en!, []).map((one) => one.class);
      // Big5 has no character for their bytes: nothing of them is left to be seen.
      const expected = name === "big5" ? 0 : name === "euc-kr" ? 1 : 8;
      expect(classes.filter((c) => c !== "E").length, name).toBeGreaterThanOrEqual(expected);
    }
  });
});
