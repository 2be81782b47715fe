import { Case } from "@parley/case";
import { problemsOf } from "@parley/case/schema";
import { passageAt } from "@parley/case/text";
import { describe, expect, it } from "vitest";
import { clean } from "./clean.ts";
import { applyDecisions } from "./decisions.ts";
import { proposals } from "./proposals/proposals.ts";
import type { SourceFacts } from "./source-facts.ts";
import { ABSENT, sharedFile } from "./testing/shared.ts";
import { knownActors, toCase } from "./to-case.ts";

const ACTORS = [
  { id: "petrov", kind: "actor" as const, type: "person" as const, name: "Ana Petrov", aliases: ["Petrova"] },
];
const facts = (id: string): SourceFacts => ({
  id,
  sha256: "ab".repeat(32),
  file: `${id}.txt`,
  size: 10,
  actors: ACTORS,
});
const objectsOf = (bytes: Uint8Array, id: string) => {
  const document = clean(bytes);
  return toCase(document, proposals(document, knownActors(ACTORS)), facts(id));
};

const TEXT = new TextEncoder().encode(
  "Talks stall at the dam\n\nBy R. Kell, 4 May 2026\n\nThe envoy鈥檚 plan has the for water. Petrova said “no gate opens before the level is agreed”. Petrov, for that matter, that any text was agreed.",
);

describe("a document as objects of a case", () => {
  const objects = objectsOf(TEXT, "dam");

  it("is well formed, and every reference leads somewhere", () => {
    for (const object of objects)
      expect(problemsOf(JSON.parse(JSON.stringify(object))), object.id).toEqual([]);
    const held = new Case([...ACTORS, ...objects]);
    for (const statement of held.all("statement"))
      expect(held.get("passage", statement.passage)).toBeDefined();
    for (const claim of held.all("claim")) {
      expect(claim.basis?.passages?.every((id) => held.get("passage", id) !== undefined)).toBe(true);
      expect((claim.gaps ?? []).every((id) => held.get("gap", id) !== undefined)).toBe(true);
    }
  });

  it("waits for review, names its rules, and quotes the source", () => {
    const held = new Case(objects);
    const text = held.get("text", "dam.text")!;
    for (const kind of ["statement", "claim"] as const) {
      expect(held.all(kind).length).toBeGreaterThan(0);
      for (const object of held.all(kind)) {
        expect(object.review?.state).toBe("proposed");
        expect(object.createdBy?.type).toBe("rule");
      }
    }
    for (const passage of held.all("passage")) {
      const { id, start, end } = passage;
      expect(passage).toEqual(passageAt(text, start, end));
      expect(id).toBe(`dam@${start}-${end}`);
    }
    expect(held.all("statement")[0]).toMatchObject({
      speaker: "petrov",
      speakerText: "Petrova",
      cue: "said",
      mode: "direct",
    });
    expect(held.all("claim").some((c) => c.polarity === "unknown" && (c.gaps ?? []).length > 0)).toBe(true);
    expect(held.get("source", "dam")).toMatchObject({ title: "Talks stall at the dam", byline: "R. Kell" });
  });

  it("comes out the same each time, and keeps the ids of proposals when repairs are decided", () => {
    expect(objectsOf(TEXT, "dam")).toEqual(objects);
    const document = applyDecisions(clean(TEXT), { repairs: { r1: "reject" } });
    const later = toCase(document, proposals(document, knownActors(ACTORS)), facts("dam"));
    const ids = (all: typeof objects) =>
      all.filter((o) => o.kind === "statement" || o.kind === "claim").map((o) => o.id);
    expect(ids(later)).toEqual(ids(objects));
  });

  const seeds = [sharedFile("seeds", "000_"), sharedFile("seeds", "002_")];
  it.skipIf(seeds[0] === undefined)(
    seeds[0] === undefined ? ABSENT : "is well formed for both articles",
    () => {
      const all = seeds.flatMap((bytes, i) => objectsOf(bytes!, `s${i}`));
      for (const object of all) expect(problemsOf(JSON.parse(JSON.stringify(object))), object.id).toEqual([]);
      expect(() => new Case(all)).not.toThrow();
    },
  );
});
