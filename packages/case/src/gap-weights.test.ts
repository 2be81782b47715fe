import { describe, expect, it } from "vitest";
import { Case } from "./case.ts";
import { cutToLevel } from "./cut-to-level.ts";
import { gapWeights, isOpenGap } from "./gap-weights.ts";
import type { CaseObject } from "./objects/index.ts";
import type { Gap } from "./objects/record.ts";
import { Thread } from "./trace.ts";

const gap = (id: string, more: Partial<Gap> = {}): Gap => ({
  kind: "gap",
  id,
  source: "s",
  type: "lost-link",
  range: [3, 3],
  context: "he the offer",
  ...more,
});
const objects = (first: Gap): CaseObject[] => [
  { kind: "source", id: "s", sha256: "0".repeat(64), level: "public" },
  {
    kind: "passage",
    id: "p",
    source: "s",
    start: 0,
    end: 2,
    exact: "he",
    prefix: "",
    suffix: "",
    level: "mediator",
  },
  first,
  gap("other"),
  {
    kind: "claim",
    id: "c",
    says: "He … the offer",
    act: "unknown",
    polarity: "unknown",
    gaps: ["g"],
    level: "public",
  },
];
const found = { words: "refused", by: "RK", on: "2026-06-22", basis: { passages: ["p"] } };

describe("S39: a gap", () => {
  it("is looked up first where a claim hangs on it, and no more once its words are found", () => {
    const open = new Case(objects(gap("g")));
    expect(gapWeights(open, new Thread(open, [])).map((w) => [w.gap.id, w.undecided])).toEqual([
      ["g", 1],
      ["other", 0],
    ]);
    const closed = new Case(objects(gap("g", { found })));
    expect(gapWeights(closed, new Thread(closed, [])).map((w) => w.gap.id)).toEqual(["other"]);
    expect(isOpenGap(gap("g", { review: { state: "rejected" } }))).toBe(false);
  });
  it("is open below the level of what closed it, and takes no claim with it", () => {
    const cut = cutToLevel(new Case(objects(gap("g", { found, level: "public" }))), "public");
    expect(cut.held.get("gap", "g")).toEqual(gap("g", { level: "public" }));
    expect(cut.held.get("claim", "c")).toBeDefined();
    expect(JSON.stringify(cut.held.objects())).not.toContain("refused");
  });
});
