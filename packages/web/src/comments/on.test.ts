import { Case, type Comment } from "@parley/case";
import { describe, expect, it } from "vitest";
import { commentsOn, openDissents } from "./on.ts";

const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  kind: "comment",
  id,
  on: "claim:a",
  by: "RK",
  at: `2026-05-0${id.length}T10:00:00Z`,
  text: id,
  ...more,
});

describe("comments on something", () => {
  it("come oldest first, each followed by its answers", () => {
    const held = new Case([
      comment("ccc"),
      comment("a"),
      comment("bbbb", { replyTo: "a" }),
      comment("eeeee", { replyTo: "bbbb" }),
      comment("dd", { on: "claim:b" }),
    ]);
    expect(commentsOn(held, "claim:a").map((c) => c.id)).toEqual(["a", "bbbb", "eeeee", "ccc"]);
  });

  it("keep an answer whose question is out of sight", () => {
    const held = new Case([comment("bb", { replyTo: "a" })]);
    expect(commentsOn(held, "claim:a").map((c) => c.id)).toEqual(["bb"]);
  });

  it("count as dissent while it is open and not taken back", () => {
    const held = new Case([
      comment("a", { dissent: true }),
      comment("bb", { dissent: true, resolved: true }),
      comment("ccc", { dissent: true, retractedAt: "2026-06-01" }),
      comment("dddd"),
      comment("eeeee", { dissent: true, on: "result:x" }),
    ]);
    expect([...openDissents(held)]).toEqual([
      ["claim:a", 1],
      ["result:x", 1],
    ]);
  });
});
