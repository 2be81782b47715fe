import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asKnownOn } from "./as-of.ts";
import { formatAssumption, parseAssumption } from "./basis.ts";
import { Case } from "./case.ts";
import { freeId, isId, slug } from "./id.ts";
import { formatJudgement, parseJudgement, pointOf } from "./judgement.ts";
import { mayRead, stricter } from "./level.ts";
import { nearest } from "./nearest.ts";
import type { CaseObject } from "./objects/index.ts";
import type { Claim } from "./objects/record.ts";
import { referencesOf, supportsOf } from "./references.ts";
import { caseJsonSchema, decodeEntry, encodeEntry, problemsOf } from "./schema/index.ts";
import { claimStatus } from "./status.ts";
import { daysBetween, formatTime, isDay, parseTime, toEdtf } from "./time.ts";
import { Thread } from "./trace.ts";

const passage = (id: string, source: string): CaseObject => ({
  id,
  kind: "passage",
  source,
  start: 0,
  end: 3,
  exact: "abc",
  prefix: "",
  suffix: "",
});
const source = (id: string, more: object = {}): CaseObject =>
  ({ id, kind: "source", sha256: "0".repeat(64), ...more }) as CaseObject;
const claim = (more: Partial<Claim>): Claim => ({
  id: "c",
  kind: "claim",
  says: "x",
  act: "asserts",
  polarity: "yes",
  ...more,
});

describe("short forms", () => {
  it("judgements go out and come back", () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(finite, finite, fc.option(finite, { nil: undefined }), (a, b, m) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        const judged = {
          low: low + 0,
          high: high + 0,
          ...(m === undefined ? {} : { mode: Math.min(high, Math.max(low, m)) + 0 }),
        };
        const short = formatJudgement(judged);
        expect(parseJudgement(short as string)).toEqual(judged);
      }),
    );
    expect(pointOf({ low: 1, high: 3 })).toBe(2);
    for (const bad of ["", "a", "1..", "..1", "1...2", "1..2~", "1..2..3"])
      expect(parseJudgement(bad), bad).toBeUndefined();
  });

  it("times keep what is known and no more", () => {
    expect(parseTime("2023-21")).toEqual({
      earliest: "2023-03-01",
      latest: "2023-05-31",
      precision: "season",
    });
    expect(parseTime("2024-02")?.latest).toBe("2024-02-29");
    expect(parseTime("2026-06-01..2026-06-07")).toEqual({
      earliest: "2026-06-01",
      latest: "2026-06-07",
      precision: "range",
    });
    expect(parseTime("2022-02-24..")).toEqual({ earliest: "2022-02-24", precision: "open" });
    for (const bad of ["2026-02-30", "2026-13", "26", "soon", "..", "2026-02-02..2026-02-01", "2026-25"]) {
      expect(parseTime(bad), bad).toBeUndefined();
    }
    for (const [said, edtf] of [
      ["2023-21", "2023-21"],
      ["2025-08-15", "2025-08-15"],
      ["2022-02-24..", "2022-02-24/.."],
      ["2026-06-01..2026-06-07", "2026-06-01/2026-06-07"],
      ["1999", "1999"],
    ] as const) {
      const time = parseTime(said);
      expect(formatTime(time!)).toBe(said);
      expect(toEdtf(time!)).toBe(edtf);
    }
    expect(daysBetween("2022-02-24", "2026-11-23")).toBe(1733);
    expect(isDay("2025-02-29")).toBe(false);
  });

  it("assumptions keep name, day and reason", () => {
    const assumed = { by: "R. K.", on: "2026-05-10", why: "no public figure" };
    expect(parseAssumption(formatAssumption(assumed))).toEqual(assumed);
    expect(parseAssumption("assumption by  on 2026-05-10")).toBeUndefined();
  });

  it("ids hold any script, and nothing that could be taken for something else", () => {
    for (const good of ["c1", "київ", "قضية-1", "a@1-2", "a.gap1", "第三"])
      expect(isId(good), good).toBe(true);
    for (const bad of ["", "-x", "a b", "a:b", "a#b", "1..2", "__proto__", "a/b", "x".repeat(121)])
      expect(isId(bad), bad).toBe(false);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (words) => {
        expect(isId(slug(words)), words).toBe(true);
      }),
    );
    const taken = new Set(["a"]);
    expect([freeId("a", taken), freeId("a", taken)]).toEqual(["a-2", "a-3"]);
    expect(nearest("lowland", ["uplands", "lowlands"])).toBe("lowlands");
    expect(nearest("zz", ["uplands"])).toBeUndefined();
  });
});

describe("levels", () => {
  it("are an order, and unsaid is team", () => {
    expect(mayRead(undefined, "public")).toBe(false);
    expect(mayRead("public", "public")).toBe(true);
    expect(mayRead("sealed", "mediator")).toBe(false);
    expect(stricter("public", undefined)).toBe("team");
  });
});

describe("a claim's status", () => {
  const held = new Case([
    source("a"),
    source("b"),
    source("copy", { nearDuplicateOf: ["a"] }),
    passage("pa", "a"),
    passage("pb", "b"),
    passage("pc", "copy"),
  ]);
  it("counts independent sources only", () => {
    expect(claimStatus(claim({}), held)).toBe("no source");
    expect(claimStatus(claim({ basis: { passages: ["pa"] } }), held)).toBe("single source");
    expect(claimStatus(claim({ basis: { passages: ["pa", "pc"] } }), held)).toBe("single source");
    expect(claimStatus(claim({ basis: { passages: ["pa", "pb"] } }), held)).toBe("corroborated");
    // One speaker in two papers is one voice; a second speaker in the same paper is no second source.
    expect(claimStatus(claim({ by: "up", basis: { passages: ["pa", "pb"] } }), held)).toBe("single source");
    const second = (passages: string[]): NonNullable<Claim["attestations"]> => [
      { actor: "low", stance: "asserts", basis: { passages } },
    ];
    const own = { by: "up", basis: { passages: ["pa"] } };
    // A party and those who speak for it are one voice, in however many papers.
    const people = new Case([
      ...held.objects(),
      { id: "up", kind: "actor", name: "Up", type: "state", party: true },
      { id: "low", kind: "actor", name: "Low", type: "person", spokespersonFor: ["up"] },
    ]);
    expect(claimStatus(claim({ ...own, attestations: second(["pb"]) }), people)).toBe("single source");
    // Two papers that have it through one and the same person are one source.
    const through = (via: string): Claim =>
      claim({
        attestations: [
          { actor: "x", stance: "asserts", via: "envoy", basis: { passages: ["pa"] } },
          { actor: "y", stance: "asserts", via, basis: { passages: ["pb"] } },
        ],
      });
    expect(claimStatus(through("envoy"), held)).toBe("single source");
    expect(claimStatus(through("other"), held)).toBe("corroborated");
    expect(claimStatus(claim({ ...own, attestations: second(["pa"]) }), held)).toBe("single source");
    expect(claimStatus(claim({ ...own, attestations: second(["pb"]) }), held)).toBe("corroborated");
  });
  it("is contested as long as the last words differ, as known on a day", () => {
    const when = (day: string) => ({ when: parseTime(day)! });
    const disputed = claim({
      attestations: [
        { actor: "x", stance: "asserts", ...when("2025-08-15") },
        { actor: "y", stance: "denies", ...when("2025-09-01") },
        { actor: "y", stance: "asserts", ...when("2026-01-01") },
      ],
    });
    expect(claimStatus(disputed, held, { said: "2025-08-20" })).toBe("no source");
    expect(claimStatus(disputed, held, { said: "2025-10-01" })).toBe("contested");
    expect(claimStatus(disputed, held, { said: "2026-02-01" })).toBe("conceded");
  });
});

describe("the thread", () => {
  const objects: CaseObject[] = [
    source("a"),
    passage("p", "a"),
    claim({ basis: { passages: ["p"] }, attestations: [{ stance: "asserts", basis: { passages: ["p"] } }] }),
    {
      id: "o",
      kind: "position",
      of: "x",
      issue: "i",
      firmness: "demand",
      standing: "stated",
      basis: { claims: ["c"] },
    },
    {
      id: "b",
      kind: "brief",
      title: "B",
      sections: [{ title: "S", sentences: [{ text: "T", on: ["position:o", "result:r"] }] }],
    },
  ];
  const thread = new Thread(new Case(objects), [{ ref: "result:r", title: "R", inputs: ["position:o"] }]);
  it("goes down to characters and up to sentences", () => {
    expect(thread.up("passage:p")).toEqual(["claim:c", "position:o", "brief:b", "result:r"]);
    const tree = thread.down("result:r");
    expect(tree.children[0]?.children[0]?.children[0]?.children[0]?.ref).toBe("source:a");
    expect(supportsOf(objects[2] as CaseObject)).toEqual(["passage:p"]);
    expect(referencesOf(objects[3] as CaseObject).map((r) => r.path.join("."))).toEqual([
      "of",
      "issue",
      "basis.claims.0",
    ]);
  });
  it("ends in circles", () => {
    const loop = [claim({ id: "a", basis: { claims: ["b"] } }), claim({ id: "b", basis: { claims: ["a"] } })];
    expect(new Thread(new Case(loop)).down("claim:a").children[0]?.children[0]?.children).toEqual([]);
  });
});

describe("as known on a day", () => {
  it("leaves out what came later and undoes what was taken back later", () => {
    const objects = [
      claim({ id: "early", knownAt: "2025-01-01" }),
      claim({ id: "late", knownAt: "2026-01-01T10:00:00Z" }),
      claim({ id: "back", knownAt: "2025-01-01", retractedAt: "2025-06-01" }),
    ];
    const ids = (day: string): string[] => asKnownOn(objects, day).map((o) => o.id);
    expect(ids("2025-02-01")).toEqual(["early", "back"]);
    expect(asKnownOn(objects, "2025-02-01")[1]?.retractedAt).toBeUndefined();
    expect(ids("2026-01-01")).toEqual(["early", "late"]);
  });
});

describe("the schema", () => {
  it("names what is wrong with an object from outside", () => {
    expect(problemsOf(claim({}))).toEqual([]);
    expect(problemsOf({ ...claim({}), act: "says" })[0]?.message).toMatch(/^Expected one of asserts \|/);
    expect(problemsOf({ id: "x", kind: "nothing" })[0]?.message).toMatch(/^Expected one of case \|/);
    for (const bad of [null, 4, [], {}, { id: "../x", kind: "claim" }, { ...claim({}), extra: 1 }]) {
      expect(problemsOf(bad).length).toBeGreaterThan(0);
    }
  });
  it("reads back what it writes", () => {
    const object = claim({ basis: { passages: ["p"] }, valid: parseTime("2025")!, level: "sealed" });
    expect(decodeEntry("claim", encodeEntry(object)).fields).toEqual({
      ...object,
      id: undefined,
      kind: undefined,
    });
  });
  it("is a JSON Schema with every section", () => {
    const schema = caseJsonSchema() as {
      properties: Record<string, unknown>;
      $defs: Record<string, { properties: Record<string, unknown> }>;
    };
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(["parties", "claims", "infeasible", "asOf"]),
    );
    expect(schema.$defs.position?.properties.basis).toMatchObject({ anyOf: expect.any(Array) });
    expect(JSON.stringify(schema)).not.toContain('"$ref":"#/$defs/__');
  });
});
