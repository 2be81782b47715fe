import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Case } from "./case.ts";
import { cutToLevel, levelOf } from "./cut-to-level.ts";
import { type Ref, refOf } from "./id.ts";
import { LEVELS, type Level, mayRead } from "./level.ts";
import type { CaseObject } from "./objects/index.ts";
import { referencesOf } from "./references.ts";

const source = (id: string, level?: Level): CaseObject => ({
  kind: "source",
  id,
  mediaType: "text/plain",
  sha256: "0".repeat(64),
  ...(level === undefined ? {} : { level }),
});
const passage = (id: string, of: string, level?: Level): CaseObject => ({
  kind: "passage",
  id,
  source: of,
  exact: "no gate opens",
  start: 0,
  end: 13,
  prefix: "",
  suffix: "",
  anchor: { state: "exact" },
  ...(level === undefined ? {} : { level }),
});
const claim = (id: string, on: string[], level?: Level): CaseObject => ({
  kind: "claim",
  id,
  says: "No gate opens",
  act: "demands",
  polarity: "yes",
  attestations: [],
  basis: { passages: on },
  ...(level === undefined ? {} : { level }),
});
const refs = (held: Case): Ref[] =>
  held
    .objects()
    .map((o) => refOf(o.kind, o.id))
    .sort();

describe("the level of an object", () => {
  const held = new Case([source("s", "sealed"), passage("p", "s"), passage("q", "s", "public")]);
  it("is its own; of the characters of a source that name none, the source's", () => {
    expect(levelOf(held, held.get("passage", "p")!)).toBe("sealed");
    expect(levelOf(held, held.get("passage", "q")!)).toBe("public");
    expect(levelOf(held, claim("c", []))).toBe("team");
  });
});

describe("a case cut to a level", () => {
  it("loses what is above the level and all that rests on it", () => {
    const full = new Case([
      source("open", "public"),
      source("secret", "mediator"),
      passage("p", "open"),
      passage("q", "secret"),
      claim("fine", ["p"], "public"),
      claim("resting", ["p", "q"], "public"),
      {
        kind: "comment",
        id: "k",
        on: "claim:resting",
        by: "RK",
        at: "2026-05-04",
        text: "hm",
        level: "public",
      },
    ]);
    const cut = cutToLevel(full, "public");
    expect(refs(cut.held)).toEqual(["claim:fine", "passage:p", "source:open"]);
    expect([...cut.hidden].sort()).toEqual(["claim:resting", "comment:k", "passage:q", "source:secret"]);
    expect(refs(cutToLevel(full, "mediator").held)).toEqual(refs(full));
  });

  it("tells which names may not be seen: those of hidden people and their last names, if nobody in sight bears them", () => {
    const actor = (
      id: string,
      name: string,
      level: Level,
      type: "person" | "group" = "person",
    ): CaseObject => ({
      kind: "actor",
      id,
      name,
      type,
      level,
    });
    const cut = cutToLevel(
      new Case([
        actor("a", "Amal Haddad", "sealed"),
        actor("b", "Sami Nour", "sealed"),
        actor("c", "Rima Nour", "public"),
        actor("d", "Council of Elders", "sealed", "group"),
      ]),
      "public",
    );
    expect(cut.hiddenNames).toEqual(["Amal Haddad", "Council of Elders", "Haddad", "Sami Nour"]);
  });

  it("never leads to what was taken out, and grows with the level", () => {
    const level = fc.option(fc.constantFrom(...LEVELS), { nil: undefined });
    const some = fc
      .record({
        sources: fc.array(level, { minLength: 1, maxLength: 4 }),
        passages: fc.array(fc.tuple(fc.nat(9), level), { maxLength: 8 }),
        claims: fc.array(fc.tuple(fc.array(fc.nat(9), { maxLength: 3 }), level), { maxLength: 8 }),
      })
      .map(({ sources, passages, claims }) => {
        const objects: CaseObject[] = sources.map((l, i) => source(`s${i}`, l));
        for (const [i, [of, l]] of passages.entries())
          objects.push(passage(`p${i}`, `s${of % sources.length}`, l));
        for (const [i, [on, l]] of claims.entries()) {
          const there = passages.length === 0 ? [] : on.map((n) => `p${n % passages.length}`);
          objects.push(claim(`c${i}`, [...new Set(there)], l));
        }
        return new Case(objects);
      });
    fc.assert(
      fc.property(some, (full) => {
        let before = 0;
        for (const limit of LEVELS) {
          const { held, hidden } = cutToLevel(full, limit);
          for (const object of held.objects()) {
            expect(mayRead(levelOf(full, object), limit)).toBe(true);
            for (const { kind, id } of referencesOf(object))
              expect(held.get(kind, id), `${object.id} leads to ${id}`).toBeDefined();
          }
          expect(held.objects().length + hidden.size).toBe(full.objects().length);
          expect(held.objects().length).toBeGreaterThanOrEqual(before);
          before = held.objects().length;
        }
        expect(before).toBe(full.objects().length);
      }),
      { numRuns: 300 },
    );
  });
});
