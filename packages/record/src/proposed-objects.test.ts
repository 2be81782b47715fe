import { type Actor, Case, type CaseObject } from "@parley/case";
import { problemsOf } from "@parley/case/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clean } from "./clean.ts";
import { proposals } from "./proposals/proposals.ts";
import { ABSENT, sharedFile } from "./testing/shared.ts";
import { knownActors, toCase } from "./to-case.ts";

const actor = (id: string, name: string, aliases: string[] = []): Actor => ({
  id,
  kind: "actor",
  name,
  type: "person",
  aliases,
});
const ACTORS = [
  actor("trump", "Donald Trump"),
  actor("putin", "Vladimir Putin"),
  actor("zelensky", "Volodymyr Zelensky"),
  actor("starmer", "Keir Starmer"),
  actor("ukraine", "Ukraine", ["Kyiv"]),
  actor("europe", "Europe"),
];

function objects(bytes: Uint8Array): CaseObject[] {
  const document = clean(bytes);
  const found = proposals(document, knownActors(ACTORS));
  return toCase(document, found, { id: "a", sha256: "0".repeat(64), actors: ACTORS });
}

/** What no object of a rule may do: be in force, lack a passage, break the schema, or share an id. */
function sound(all: readonly CaseObject[]): void {
  const ids = new Set<string>();
  for (const one of all) {
    const ref = `${one.kind}:${one.id}`;
    expect(ids.has(ref), ref).toBe(false);
    ids.add(ref);
    expect(problemsOf(one), ref).toEqual([]);
    if (["source", "text", "gap", "passage"].includes(one.kind)) continue;
    expect(one.review?.state, ref).toBe("proposed");
    expect(one.createdBy?.reason, ref).toBeTruthy();
    expect(one.kind === "statement" || (one.basis?.passages?.length ?? 0) > 0, ref).toBe(true);
  }
  const held = new Case([...ACTORS, ...all]);
  for (const passage of held.all("passage")) {
    const text = held.all("text")[0]!;
    expect(text.text.slice(passage.start, passage.end)).toBe(passage.exact);
  }
}

const whole = sharedFile("seeds", "000_");
const damaged = sharedFile("seeds", "002_");
describe.skipIf(whole === undefined || damaged === undefined)(
  whole === undefined ? ABSENT : "objects of the two articles",
  () => {
    it("fit the schema, wait for review and quote their passages", () => {
      sound(objects(whole!));
      sound(objects(damaged!));
    });
    it("S2, S11, S12, S14, S17, S19: become what the case has for them", () => {
      const held = new Case([...ACTORS, ...objects(whole!)]);
      expect(held.all("event").filter((e) => e.occurrence === "happened")).toMatchObject([
        { participants: [{ actor: "trump" }, { actor: "putin" }] },
      ]);
      expect(held.all("position").map((p) => [p.of, p.about ?? null, p.firmness])).toEqual(
        expect.arrayContaining([
          ["trump", "ukraine", "signal"],
          ["zelensky", null, "red line"],
        ]),
      );
      expect(held.all("precondition").map((p) => p.holder)).toEqual(
        expect.arrayContaining(["trump", "zelensky"]),
      );
      expect(held.all("tie").map((t) => [t.type, t.from, t.to])).toContainEqual([
        "pressure",
        "trump",
        "ukraine",
      ]);
      expect(held.all("claim").some((c) => c.by === "starmer" && c.about === "zelensky")).toBe(true);
    });
    it("S48: the latter's precondition names whom grammar points at, and says so", () => {
      const [one] = new Case([...ACTORS, ...objects(damaged!)]).all("precondition");
      expect(one).toMatchObject({ holder: "putin", standing: "reported" });
      expect(one?.createdBy?.reason).toContain("by grammar Vladimir Putin is meant, else Volodymyr Zelensky");
    });
  },
);

describe("objects of any text", () => {
  it("are sound whatever words stand beside each other", () => {
    const words = fc.constantFrom(
      ..."Trump Putin Kyiv said that will not until only after before any talks rejects any land swaps “ ” , . agreed to pledged to meet in Oslo on 12 March 2027 14.3 percent first quarter fell ceasefire the latter and placing the onus on Europe should if could as observers note — 鈥 \n\n".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 60 }), (list) => {
        sound(objects(new TextEncoder().encode(list.join(" "))));
      }),
      { numRuns: 300 },
    );
  });
});
