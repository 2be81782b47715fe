import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuotationProposal } from "../proposals/proposal.ts";
import { AnnotationError, readBrat, readWebAnnotations } from "./annotated.ts";
import { scoreAttributions } from "./attribution-score.ts";

const said = (range: [number, number], mode: "direct" | "indirect", speakerRange?: [number, number]) =>
  ({
    kind: "quotation",
    mode,
    range,
    ...(speakerRange === undefined ? {} : { speakerRange }),
  }) as QuotationProposal;
//            0         1         2         3
//            0123456789012345678901234567890123456789
const TEXT = "Kell said “no gate” and denied that all.";

describe("annotations", () => {
  const brat = [
    "T1\tSource 0 4\tKell",
    "T2\tCue 5 9\tsaid",
    "T3\tContent 10 19\t“no gate”",
    "T4\tCue 24 30\tdenied",
    "T5\tContent 31 35;36 39\tthat all",
    "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1",
    "R1\tcue-content Arg1:T4 Arg2:T5",
    "R2\tsource-cue Arg1:T1 Arg2:T4",
    "#1\tAnnotatorNotes T1\ta note",
  ].join("\n");
  it("are read from brat: events, relations through the cue, spans of several parts", () => {
    expect(readBrat(brat)).toEqual([
      { content: [[10, 19]], cue: [[5, 9]], source: [[0, 4]] },
      {
        content: [
          [31, 35],
          [36, 39],
        ],
        cue: [[24, 30]],
        source: [[0, 4]],
      },
    ]);
  });
  it("name the line that cannot be read", () => {
    expect(() => readBrat("T1\tSource 0 4\tKell\nT2\tCue five 9\tsaid")).toThrow(AnnotationError);
    try {
      readBrat("T1\tSource 0 4\tKell\nT2\tCue five 9\tsaid");
    } catch (error) {
      expect((error as AnnotationError).line).toBe(2);
    }
  });
  it("are read from Web Annotations", () => {
    const one = (role: string, start: number, end: number) => ({
      type: "Annotation",
      body: [
        { purpose: "tagging", value: role },
        { purpose: "linking", value: "a1" },
      ],
      target: { selector: [{ type: "TextPositionSelector", start, end }] },
    });
    expect(readWebAnnotations({ items: [one("source", 0, 4), one("content", 10, 19)] })).toEqual([
      { content: [[10, 19]], cue: [], source: [[0, 4]] },
    ]);
    expect(() => readWebAnnotations([{ body: { purpose: "tagging", value: "cue" } }])).toThrow(
      AnnotationError,
    );
  });
});

describe("the score", () => {
  const gold = [
    { content: [[10, 19]], cue: [[5, 9]], source: [[0, 4]] },
    { content: [[31, 39]], cue: [[24, 30]], source: [[0, 4]] },
  ] as Parameters<typeof scoreAttributions>[0][number]["gold"];
  it("counts by hand", () => {
    const score = scoreAttributions([
      { text: TEXT, gold, proposed: [said([11, 18], "direct", [0, 4]), said([0, 4], "indirect")] },
    ]);
    expect(score).toMatchObject({
      all: { gold: 2, proposed: 2, matched: 1, precision: 0.5, recall: 0.5 },
      direct: { gold: 1, proposed: 1, matched: 1, precision: 1, recall: 1 },
      indirect: { gold: 1, proposed: 1, matched: 0, precision: 0, recall: 0 },
      speaker: { right: 1, of: 1, share: 1 },
    });
  });
  it("says nothing of nothing", () => {
    expect(scoreAttributions([])).toMatchObject({
      all: { precision: null, recall: null },
      speaker: { share: null },
    });
  });
  it("never matches more than there is, and is perfect on itself", () => {
    const range = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 9 }))
      .map(([a, n]): [number, number] => [a, a + n]);
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), fc.array(range, { maxLength: 6 }), (a, b) => {
        const marked = a.map((content) => ({ content: [content], cue: [], source: [] }));
        const { all } = scoreAttributions([
          { text: TEXT, gold: marked, proposed: b.map((r) => said(r, "indirect")) },
        ]);
        expect(all.matched).toBeLessThanOrEqual(Math.min(a.length, b.length));
        const own = scoreAttributions([
          { text: TEXT, gold: marked, proposed: a.map((r) => said(r, "indirect")) },
        ]);
        expect(own.all.matched).toBe(a.length);
      }),
    );
  });
});
