import { describe, expect, it } from "vitest";
import { clean } from "./clean.ts";
import { applyDecisions, type Decision } from "./decisions.ts";
import type { CleanDocument } from "./document.ts";
import { redamage } from "./repair/redamage.ts";
import { ABSENT, sharedFile } from "./testing/shared.ts";

const damaged = sharedFile("seeds", "002_");
const whole = sharedFile("seeds", "000_");

/**
 * Where words are missing in the damaged article, by a careful reader: offsets in the raw characters of the end of
 * the word before the hole. Empty quotation marks are not among them: they are lost quotations.
 */
const HOLES = [
  437, 651, 904, 1215, 1670, 1696, 1758, 1877, 1976, 2236, 2576, 2935, 3307, 3384, 3427, 3634, 4032, 4227,
  4417, 4547, 4637, 4761, 4903, 5140, 5247, 5368, 5825, 6544,
];

const count = (document: CleanDocument, c: string): number =>
  document.ops.filter((op) => op.class === c).length;
const all = (document: CleanDocument, kind: string) => document.gaps.filter((gap) => gap.kind === kind);

describe.skipIf(damaged === undefined)(damaged === undefined ? ABSENT : "the damaged article", () => {
  const document = damaged === undefined ? (undefined as never) : clean(damaged);

  it("S38: has 16 repairs of class A, 4 B, 4 C, 1 D and 2 E, only A applied", () => {
    expect(["A", "B", "C", "D", "E", "L"].map((c) => count(document, c))).toEqual([16, 4, 4, 1, 2, 0]);
    for (const op of document.ops) expect(op.applied, op.id).toBe(op.class === "A");
  });

  it("offers the likeliest mark first where a byte was lost", () => {
    expect(document.ops.filter((op) => op.class === "B").map((op) => op.candidates?.[0])).toEqual([
      "”",
      "”",
      "–",
      "”",
    ]);
  });

  it("S38: offers Moscow for the disguised name", () => {
    const op = document.ops.find((o) => o.class === "D");
    expect(op?.candidates).toEqual(["Moscow"]);
    expect(op?.from).toHaveLength(6);
  });

  it("repaired and damaged again is the original, inserts and true bullets held out", () => {
    // Held out: what is no damage of this kind. Everything between must come back character for character.
    const accepted = Object.fromEntries(
      document.ops.map((op): [string, Decision] => [
        op.id,
        op.class === "D" || op.class === "E" ? "reject" : "accept",
      ]),
    );
    const restored = applyDecisions(document, {
      repairs: accepted,
      restore: document.furniture.map((_, i) => i),
    });
    const inserts = document.ops.filter((op) => op.class === "D" || op.class === "E").map((op) => op.from);
    const heldOut = new RegExp(`${inserts.join("|")}|•`, "u");
    const before = document.raw.split(heldOut);
    const after = restored.text.split(heldOut);
    expect(after).toHaveLength(before.length);
    const squeeze = (text: string): string => text.replace(/[ \t]*\n\s*/g, "\n").trim();
    for (const [i, piece] of before.entries()) expect(squeeze(redamage(after[i]!))).toBe(squeeze(piece));
  });

  it("S39: marks 4 lost quotations and 2 replaced names", () => {
    expect(all(document, "lost-quotation")).toHaveLength(4);
    expect(all(document, "replaced-name")).toHaveLength(2);
  });

  it("S39: finds 26 of the 28 holes a reader finds, and no other", () => {
    const found = all(document, "lost-link").map((gap) => gap.raw[0]);
    expect(found.filter((at) => !HOLES.includes(at))).toEqual([]);
    expect(HOLES.filter((at) => !found.includes(at))).toEqual([2236, 4547]);
    expect(found.length).toBeGreaterThanOrEqual(23);
  });

  it("S40, S96, S97, S98: reads what the page says of itself", () => {
    const { title, byline, published, series, topics, firstPublisher } = document.metadata;
    expect(title?.value).toMatch(/^Shadow of Anchorage/);
    expect(byline?.value).toBe("Pavel K. Baev");
    expect(published).toMatchObject({ value: "2026-06-22", weekdayAgrees: true });
    expect(document.raw.slice(...published!.raw)).toBe("Monday, 22 Jun 2026");
    expect([series?.value, topics?.value]).toEqual([["Ukraine War"], ["Ukraine War"]]);
    const gap = document.gaps.find((g) => g.id === firstPublisher?.gap);
    expect([firstPublisher?.value, gap?.kind]).toEqual([null, "lost-link"]);
  });

  it("S41, S99: leaves the furniture out (the photo credit said twice, the error of the page) and nothing else", () => {
    const words = document.furniture.map((f) => f.text.split(/[\s:]/)[0]);
    expect(words).toEqual(["Illustration", "Illustration", "Part", "Ukraine", "Related", "Ukraine", "An"]);
    expect(document.blocks.filter((b) => b.type === "paragraph").map((b) => b.number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it("repairs the blank before the year", () => expect(document.text).toContain("15 August\u00a0 2025"));
});

describe.skipIf(whole === undefined)(whole === undefined ? ABSENT : "the whole article", () => {
  const document = whole === undefined ? (undefined as never) : clean(whole);

  it("needs no repair and has no gap", () => {
    expect(document.ops).toEqual([]);
    expect(document.gaps).toEqual([]);
  });

  it("has a title, five headings and five paragraphs; the comment box is left out", () => {
    expect(document.blocks.map((b) => b.type)).toEqual([
      "title",
      ...Array(5).fill(["heading", "paragraph"]).flat(),
    ]);
    expect(document.furniture.map((f) => f.text)).toEqual(["Comments", "Post a Comment"]);
  });
});
