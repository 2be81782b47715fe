import { Case, type Claim } from "@parley/case";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linking, splitting } from "./split-and-link.ts";

const claim: Claim = {
  id: "a.cue@1-9",
  kind: "claim",
  says: "one and two",
  act: "demands",
  polarity: "unknown",
  by: "kell",
  gaps: ["a.gap1"],
  statements: ["s1"],
  basis: { passages: ["a@1-9"] },
  review: { state: "proposed" },
};
const NOW = "2026-06-22T10:00:00Z";

describe("splitting", () => {
  it("keeps the words, who, the gap and the unknown polarity in every part, and sets the whole aside", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ minLength: 1 }).filter((s) => s.trim() !== ""),
          { minLength: 2, maxLength: 5 },
        ),
        (parts) => {
          const edits = splitting(new Case([claim]), claim, parts, NOW);
          expect(new Set(edits.map((e) => e.id)).size).toBe(parts.length + 1);
          for (const { value } of edits.slice(0, -1))
            expect(value).toMatchObject({
              polarity: "unknown",
              by: "kell",
              gaps: ["a.gap1"],
              basis: claim.basis,
            });
          expect(edits.at(-1)?.value).toMatchObject({ id: claim.id, review: { state: "superseded" } });
        },
      ),
    );
  });
});

describe("linking", () => {
  it("adds a voice to a claim without changing what it says", () => {
    const to: Claim = {
      ...claim,
      id: "c1",
      says: "two",
      polarity: "yes",
      review: { state: "accepted" },
      statements: ["s0"],
    };
    const [target, before] = linking(claim, to, "denies", NOW);
    expect(target?.value).toMatchObject({
      says: "two",
      polarity: "yes",
      statements: ["s0", "s1"],
      attestations: [{ actor: "kell", stance: "denies", basis: { passages: ["a@1-9"] } }],
    });
    expect(before?.value).toMatchObject({ review: { state: "superseded" } });
  });
});
