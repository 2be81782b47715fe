import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CleanOptions, clean } from "./clean.ts";
import { applyDecisions, type Decision, decisionsOf } from "./decisions.ts";
import type { CleanDocument } from "./document.ts";
import { RecordError } from "./errors.ts";
import { LIMITS } from "./limits.ts";
import { redamage } from "./repair/redamage.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = (text: string, options: CleanOptions = {}): CleanDocument =>
  clean(utf8(text), { mediaType: "text/plain", ...options });

/** The map has no holes, copies what it says it copies, and every character leads to the raw and back. */
function expectExact({ raw, text, map, blocks, ops, gaps, furniture }: CleanDocument): void {
  const s = map.segments;
  let [t, r] = [0, 0];
  for (let i = 0; i < s.length; i += 5) {
    if (s[i] !== t || s[i + 2] !== r) throw new Error(`hole in the map at ${t}, ${r}`);
    [t, r] = [s[i + 1]!, s[i + 3]!];
    if (s[i + 4] === 1 && text.slice(s[i], t) !== raw.slice(s[i + 2], r))
      throw new Error(`not a copy at ${t}`);
  }
  expect([t, r]).toEqual([text.length, raw.length]);
  for (let at = 0; at < text.length; at++) {
    const back = map.toClean(map.toRaw([at, at + 1]));
    if (back[0] > at || back[1] < at + 1) throw new Error(`character ${at} does not lead back`);
  }
  for (const { range } of [...blocks, ...ops, ...gaps]) {
    expect(0 <= range[0] && range[0] <= range[1] && range[1] <= text.length).toBe(true);
  }
  for (const op of ops) expect(raw.slice(...op.raw).length).toBeGreaterThanOrEqual(1);
  for (const piece of furniture) expect(piece.raw[0]).toBeLessThan(piece.raw[1]);
  expect(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)).toBe(false);
}

/** Letters, punctuation that gets damaged, blanks, line ends, marks, labels of furniture: what makes trouble. */
const trouble = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.constantFrom(
        ..."“ ” ’ – — … 鈥 鈥檚 鈥溾 聽 馃棛 惭辞蝉肠辞飞 糖心网页版 Moscow said that the for \u00a0 \u0000 \ufeff \ud800 \udc00 \u0085 \u2028 \f \v".split(
          " ",
        ),
        " ",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\t",
        "Comments",
        "Related topics",
        "Series",
        "Photo: A/Reuters",
        "• ",
        "# ",
        "Posted 1 May 2026 by A B",
        "&amp;",
        "<p>",
        "</p>",
        "<b>",
        "é",
        "Ã©",
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

describe("cleaning", () => {
  it("keeps the map exact and changes nothing the second time", () => {
    fc.assert(
      fc.property(trouble, (text) => {
        const document = plain(text);
        expectExact(document);
        const again = plain(document.text);
        expect(again.text).toBe(document.text);
      }),
      { numRuns: 4000 },
    );
  });

  it("keeps the map exact for pages", () => {
    fc.assert(
      fc.property(trouble, (text) => expectExact(clean(utf8(`<p>${text}</p>`), { mediaType: "text/html" }))),
      { numRuns: 1000 },
    );
  });

  it("throws nothing but its own error, whatever the bytes", () => {
    const types = fc.constantFrom(
      undefined,
      "text/plain",
      "text/html",
      "text/markdown",
      "application/pdf",
      "x/y",
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), types, (bytes, mediaType) => {
        try {
          expectExact(clean(bytes, mediaType === undefined ? {} : { mediaType }));
        } catch (error) {
          if (!(error instanceof RecordError)) throw error;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("restores damaged text or leaves a mark where it cannot", () => {
    const words = fc.constantFrom(
      ..."peace talks Donetsk word no-deal 2026 x I a the Größe naïve".split(" "),
    );
    const mark = fc.constantFrom("’s", "“", "”", "–", "—", "…", "\u00a0", "🙂", "‘", " ", ", ", ". ", "-");
    const sentence = fc
      .array(fc.tuple(words, mark), { minLength: 1, maxLength: 20 })
      .map(
        (all) => `A plain sentence begins each of these texts, so that it is English. ${all.flat().join("")}`,
      );
    fc.assert(
      fc.property(sentence, (text) => {
        const { raw, ops, text: repaired } = plain(redamage(text));
        // Every hanzi of the damaged text lies in a repair or a flag.
        for (const match of raw.matchAll(/\p{Script=Han}/gu)) {
          expect(ops.some((op) => op.raw[0] <= match.index && match.index < op.raw[1])).toBe(true);
        }
        // What was repaired by itself damages to the very same characters again.
        for (const op of ops) if (op.class === "A") expect(redamage(op.to)).toBe(op.from);
        // A text in which nothing was lost comes back as it was.
        if (ops.every((op) => op.class === "A")) expect(repaired).toBe(plain(text).text);
      }),
      { numRuns: 3000 },
    );
  });

  it("restores the common marks before a letter every time", () => {
    for (const mark of "’“‘—–”") {
      for (const letter of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") {
        const text = `word ${mark}${letter}nd`;
        expect(plain(redamage(text)).text).toBe(text);
      }
    }
  });
});

describe("decisions", () => {
  const decision: fc.Arbitrary<Decision> = fc.oneof(
    fc.constantFrom<Decision>("accept", "reject"),
    fc.record({ to: fc.constantFrom("”", "", "words") }),
    fc.constant({ candidate: 0 }),
  );
  it("are derived the same way whatever their order, keep the map exact, and leave ids alone", () => {
    fc.assert(
      fc.property(
        trouble,
        fc.array(fc.tuple(fc.nat(30), decision)),
        fc.array(fc.nat(5)),
        (text, made, restore) => {
          const document = plain(text);
          const repairs = Object.fromEntries(
            made
              .filter(([i]) => i < document.ops.length)
              .map(([i, d]): [string, Decision] => [document.ops[i]!.id, d]),
          );
          const pieces = restore.filter((i) => i < document.furniture.length);
          const at = applyDecisions(document, { repairs, restore: pieces });
          expectExact(at);
          let step = document;
          for (const piece of [...pieces].reverse()) step = applyDecisions(step, { restore: [piece] });
          for (const [id, d] of Object.entries(repairs).reverse())
            step = applyDecisions(step, { repairs: { [id]: d } });
          expect(JSON.stringify(step)).toBe(JSON.stringify(at));
          expect(at.ops.map((op) => [op.id, op.raw])).toEqual(document.ops.map((op) => [op.id, op.raw]));
          expect(JSON.stringify(applyDecisions(plain(text), decisionsOf(at)))).toBe(JSON.stringify(at));
        },
      ),
      { numRuns: 1500 },
    );
  });

  const document = plain("Ukraine鈥檚 “spirit鈥 and the 鈥溾 of it.\n\nComments");
  it("accept, choose, write, reject and take back", () => {
    const [a, b, c] = document.ops.map((op) => op.id) as [string, string, string];
    expect(document.ops.map((op) => op.class)).toEqual(["A", "B", "C"]);
    expect(applyDecisions(document, { repairs: { [b]: "accept" } }).text).toContain("“spirit” and");
    expect(applyDecisions(document, { repairs: { [b]: { candidate: 1 } } }).text).toContain("“spirit’ and");
    expect(applyDecisions(document, { repairs: { [c]: { to: "terms" } } }).text).toContain("the terms of");
    const rejected = applyDecisions(document, { repairs: { [a]: "reject" } });
    expect(rejected.text).toContain("Ukraine鈥檚");
    expect(rejected.ops[0]).toMatchObject({ applied: false, decided: "rejected" });
    const restored = applyDecisions(document, { restore: [0] });
    expect(restored.text.endsWith("\n\nComments")).toBe(true);
    expect(applyDecisions(restored, { fold: [0] }).text).toBe(document.text);
  });
  it("name what the document has, or say what is wrong", () => {
    const fails = (run: () => unknown): string => {
      try {
        run();
      } catch (error) {
        return error instanceof RecordError ? `${error.code}: ${error.message}` : String(error);
      }
      return "nothing";
    };
    expect(fails(() => applyDecisions(document, { repairs: { r9: "accept" } }))).toBe(
      'unknown-repair: There is no repair "r9": this document has r1 to r3.',
    );
    expect(fails(() => applyDecisions(document, { repairs: { r2: { candidate: 99 } } }))).toMatch(
      /^no-candidate: .*99/,
    );
    expect(fails(() => applyDecisions(document, { repairs: { r2: { to: "a\nb" } } }))).toMatch(
      /^bad-replacement/,
    );
    expect(fails(() => applyDecisions(document, { restore: [7] }))).toMatch(/^unknown-furniture: .*7/);
    const copy = JSON.parse(JSON.stringify(document)) as CleanDocument;
    expect(fails(() => applyDecisions(copy, {}))).toMatch(/^not-cleaned-here/);
  });
});

describe("limits and kinds", () => {
  const code = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      return (error as RecordError).code;
    }
    return "none";
  };
  it.each([
    ["too-large", () => clean(new Uint8Array(LIMITS.bytes + 1))],
    ["too-deep", () => clean(utf8("<div>".repeat(LIMITS.depth + 1)), { mediaType: "text/html" })],
    [
      "too-many-elements",
      () => clean(utf8("<p>x</p>".repeat(LIMITS.elements + 1)), { mediaType: "text/html" }),
    ],
    ["unsupported-media-type", () => clean(utf8("%PDF-1.7"))],
    ["unsupported-media-type", () => clean(utf8("x"), { name: "a.odt" })],
    ["unknown-charset", () => clean(utf8("x"), { charset: "utf-99" })],
  ])("%s", (expected, run) => expect(code(run)).toBe(expected));

  it("reads an empty document", () => {
    expect(clean(new Uint8Array())).toMatchObject({ raw: "", text: "", ops: [], gaps: [], language: null });
  });
  it("reads pathological lines in linear time", () => {
    for (const unit of ["“", "鈥", "聽", "a ", "the ", "Aa ", ", ", "no ", "\n", "é", "Ã", "«", "惭辞蝉 "]) {
      expectExact(plain(unit.repeat(20_000)));
    }
  });
});
