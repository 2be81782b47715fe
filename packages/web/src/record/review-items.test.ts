import type { CaseObject } from "@parley/case";
import { describe, expect, it } from "vitest";
import { inOrder, type ReviewItem } from "./review-items.ts";

const item = (id: string, start: number, confidence?: number): ReviewItem => ({
  ref: `claim:${id}`,
  object: {
    kind: "claim",
    id,
    says: id,
    act: "asserts",
    polarity: "yes",
    ...(confidence === undefined ? {} : { createdBy: { type: "rule", confidence } }),
  } as CaseObject,
  passage: {
    kind: "passage",
    id: `p-${id}`,
    source: "s",
    start,
    end: start + 1,
    exact: "",
    prefix: "",
    suffix: "",
  },
  waiting: true,
});
const ids = (items: readonly ReviewItem[]): string[] => items.map((one) => one.object.id);

describe("the order of review", () => {
  const items = [
    item("a", 0, 0.5),
    item("hand", 1),
    item("b", 2, 0.9),
    item("c", 3, 0.5),
    item("none", 4, 0),
  ];
  it("is by place, unless the surest are to come first; equals stay in order of place", () => {
    expect(inOrder(items, "place")).toBe(items);
    expect(ids(inOrder(items, "sure"))).toEqual(["b", "a", "c", "none", "hand"]);
  });
  it("leaves the list it was given as it was", () => {
    inOrder(items, "sure");
    expect(ids(items)).toEqual(["a", "hand", "b", "c", "none"]);
  });
});
