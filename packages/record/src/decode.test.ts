import { describe, expect, it } from "vitest";
import { clean } from "./clean.ts";

const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
  const bytes: number[] = mark ? (big ? [0xfe, 0xff] : [0xff, 0xfe]) : [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes.push(...(big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]));
  }
  return new Uint8Array(bytes);
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const SENTENCE = "No gate was opened, they said, and the talks went on.";

describe("decoding", () => {
  it.each([
    ["UTF-8 with a mark", utf8(`\ufeff${SENTENCE}`), "utf-8", "declared"],
    ["UTF-16, little end first, with a mark", utf16(SENTENCE, false, true), "utf-16le", "declared"],
    ["UTF-16, big end first, with a mark", utf16(SENTENCE, true, true), "utf-16be", "declared"],
    ["UTF-16 without a mark", utf16(SENTENCE, false, false), "utf-16le", "detected"],
    ["ASCII", utf8(SENTENCE), "utf-8", "detected"],
  ])("%s", (_, bytes, name, how) => {
    const document = clean(bytes);
    expect(document.text).toBe(SENTENCE);
    expect(document.charset).toMatchObject({ name, how });
  });

  it("reads the quotation marks of windows-1252, also where the platform takes it for ISO-8859-1", () => {
    const bytes = Uint8Array.of(0x93, 0x4e, 0x6f, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35, 0xe9);
    expect(clean(bytes, { charset: "windows-1252" }).raw).toBe("\u201cNo\u201d \u2013 \u20ac5\u00e9");
  });

  it("believes a page's declared encoding when the bytes are not UTF-8", () => {
    const page = `<meta charset="windows-1251"><p>`;
    const bytes = new Uint8Array([...utf8(page), 0xcc, 0xe8, 0xf0]);
    const document = clean(bytes, { mediaType: "text/html" });
    expect(document.text).toBe("Мир");
    expect(document.charset).toMatchObject({ name: "windows-1251", how: "declared" });
  });

  it("detects Cyrillic bytes and obeys what is asked", () => {
    const words =
      "Переговоры о мире не начались, потому что стороны не договорились о месте встречи и о порядке дня.";
    const bytes = Uint8Array.from(words, (c) => {
      const code = c.charCodeAt(0);
      return code < 0x80 ? code : code - 0x350;
    });
    expect(clean(bytes)).toMatchObject({ text: words, charset: { name: "windows-1251", how: "detected" } });
    expect(clean(bytes, { charset: "windows-1251" }).charset.how).toBe("asked");
    expect(clean(bytes, { mediaType: "text/plain; charset=windows-1251" }).charset.how).toBe("declared");
  });

  it("marks unreadable bytes as a gap and goes on", () => {
    const bytes = new Uint8Array([...utf8("Größe und Maß, café "), 0xff, 0xc3, ...utf8(" and more words.")]);
    const document = clean(bytes);
    expect(document.gaps.map((g) => [g.kind, document.text.slice(...g.range)])).toEqual([
      ["truncated", "\ufffd\ufffd"],
    ]);
  });

  it("writes line ends, marks and control characters as nothing or one line end", () => {
    const document = clean(utf8("\ufeffone\u0000\r\n\r\ntwo\rthree"));
    expect(document.text).toBe("one\n\ntwo\n\nthree");
    expect(document.map.toRaw([0, 3])).toEqual([1, 4]);
    expect(document.raw.slice(...document.map.toRaw([5, 8]))).toBe("two");
  });
});
