import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountsOf } from "./accounts.ts";
import { Case } from "./case.ts";
import { contradictions } from "./contradictions.ts";
import { disputeOver, disputes } from "./disputes.ts";
import type { CaseObject } from "./objects/index.ts";
import type { Instrument } from "./objects/process.ts";
import type { Attestation, Claim } from "./objects/record.ts";
import { STANCES } from "./objects/record.ts";
import { partyOf } from "./parties.ts";
import { parseTime } from "./time.ts";

const actor = (id: string, more: object = {}): CaseObject =>
  ({ kind: "actor", id, name: id, type: "state", ...more }) as CaseObject;
const said = (
  who: string | undefined,
  stance: Attestation["stance"],
  on?: string,
  more: object = {},
): Attestation => ({
  ...(who === undefined ? {} : { actor: who }),
  stance,
  ...(on === undefined ? {} : { when: parseTime(on)! }),
  ...more,
});
const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  kind: "claim",
  id,
  says: "An understanding was reached",
  act: "asserts",
  polarity: "yes",
  ...more,
});
const people = [
  actor("up", { party: true }),
  actor("low", { party: true, members: ["mayor"] }),
  actor("mayor", { type: "person" }),
  actor("envoy", { type: "person", spokespersonFor: ["up"] }),
  actor("twofold", { type: "person", spokespersonFor: ["up", "low"] }),
  actor("minister", {
    type: "person",
    offices: [{ title: "minister", of: "up", during: parseTime("2024..2025-06")! }],
  }),
];

describe("on whose side an actor stands", () => {
  const held = new Case(people);
  it("is told by what it is, speaks for, belongs to or held office in, and never guessed", () => {
    expect(partyOf(held, "up")).toBe("up");
    expect(partyOf(held, "envoy")).toBe("up");
    expect(partyOf(held, "mayor")).toBe("low");
    expect(partyOf(held, "minister", "2025-01-01")).toBe("up");
    expect(partyOf(held, "minister", "2026-01-01")).toBeUndefined();
    expect(partyOf(held, "twofold")).toBeUndefined();
    expect(partyOf(held, "nobody")).toBeUndefined();
  });
});

describe("a dispute", () => {
  const held = (...objects: CaseObject[]): Case => new Case([...people, ...objects]);

  it("S53: an alleged understanding is asserted by one, denied by nobody known, and by another not to be known", () => {
    const understanding: Instrument = {
      kind: "instrument",
      id: "u",
      name: "The understanding",
      rung: "alleged understanding",
      text: "none",
      attestations: [said("envoy", "asserts", "2025-08-15"), said("low", "unknown")],
    };
    const dispute = disputes(held(understanding))[0]!;
    expect(dispute.voices.map((v) => [v.actor, v.party, v.stance])).toEqual([
      ["low", "low", "unknown"],
      ["envoy", "up", "asserts"],
    ]);
    expect(dispute.contested).toBe(false);
    const denied = {
      ...understanding,
      attestations: [...understanding.attestations!, said("mayor", "denies")],
    };
    expect(disputeOver(held(denied), denied)).toMatchObject({ contested: true, status: "contested" });
  });

  it("S55: keeps an earlier word beside the later one, and S57: sees a party's people differ", () => {
    const c = claim("c", {
      attestations: [
        said("up", "asserts", "2025-08-15"),
        said("up", "doubts", "2026-06-01"),
        said(undefined, "denies", "2026-06-02", { party: "low" }),
        said("low", "asserts", "2025-08-16"),
      ],
    });
    const now = disputeOver(held(c), c);
    expect(now.voices.find((v) => v.actor === "up")).toMatchObject({
      stance: "doubts",
      earlier: [{ stance: "asserts" }],
    });
    expect(now.parties.map((p) => [p.party, p.split])).toEqual([
      ["low", true],
      ["up", false],
    ]);
    expect(disputeOver(held(c), c, { said: "2025-08-15" }).voices.map((v) => v.stance)).toEqual(["asserts"]);
    expect(contradictions(held(c)).map((x) => x.rule)).toEqual(["stances", "changed"]);
  });

  it("S57: lets nobody without a name speak for a party", () => {
    const c = claim("c", { attestations: [said(undefined, "asserts", "2026-06-22", { party: "low" })] });
    expect(disputeOver(held(c), c).parties).toMatchObject([
      { party: "low", split: false, stance: "unknown", voices: [{ stance: "asserts" }] },
    ]);
    const both = claim("c", { attestations: [...c.attestations!, said("mayor", "denies")] });
    expect(disputeOver(held(both), both).parties).toMatchObject([{ party: "low", split: true }]);
    const alone = claim("c", { attestations: [said("mayor", "denies")] });
    expect(disputeOver(held(alone), alone).parties).toMatchObject([{ stance: "denies" }]);
  });

  it("counts whoever makes a claim as standing to it, and S56: nobody where the deciding word is lost", () => {
    const plain = claim("c", { by: "up", attestations: [said("low", "denies")] });
    expect(disputeOver(held(plain), plain).contested).toBe(true);
    const lost = claim("d", { by: "up", act: "unknown", polarity: "unknown" });
    expect(disputeOver(held(lost), lost).voices.map((v) => v.stance)).toEqual(["unknown"]);
  });

  it("S49: two claims of different matters contradict nothing; the same matter, yes and no, does", () => {
    const issue: CaseObject = { kind: "issue", id: "land", name: "Land" };
    const both = [
      claim("a", { issue: "land", says: "Europe is not ready to lead the talks", by: "up" }),
      claim("b", {
        issue: "land",
        says: "The contribution of a third power is indispensable",
        by: "low",
        polarity: "no",
      }),
    ];
    expect(contradictions(held(issue, ...both))).toEqual([]);
    const [a, b] = [
      claim("a", { issue: "land", says: "The towns agreed on the summer level", by: "up" }),
      claim("b", {
        issue: "land",
        says: "The towns have agreed on a summer level",
        by: "low",
        polarity: "no",
      }),
    ];
    expect(contradictions(held(issue, a, b))).toEqual([
      { rule: "opposite", on: ["claim:a", "claim:b"], sides: [["up"], ["low"]] },
    ]);
    expect(contradictions(held(issue, a, { ...b, polarity: "unknown" }))).toEqual([]);
  });

  const attestation = fc
    .record({
      who: fc.constantFrom("up", "low", "mayor", "envoy", undefined),
      stance: fc.constantFrom(...STANCES),
      on: fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
    })
    .map(({ who, stance, on }) =>
      said(who, stance, on === undefined ? undefined : `2026-02-${String(on).padStart(2, "0")}`),
    );

  it("moving the day forward only adds what was said", () => {
    fc.assert(
      fc.property(fc.array(attestation, { maxLength: 8 }), fc.integer({ min: 1, max: 27 }), (list, day) => {
        const c = claim("c", { attestations: list });
        const words = (until: string): number =>
          disputeOver(held(c), c, { said: until }).voices.reduce(
            (n, v) => n + v.standing.length + v.earlier.length,
            0,
          );
        const at = (d: number): string => `2026-02-${String(d).padStart(2, "0")}`;
        expect(words(at(day))).toBeLessThanOrEqual(words(at(day + 1)));
        expect(words("2026-03-01")).toBe(list.length);
      }),
      { numRuns: 300 },
    );
  });

  it("is the mirror image when two parties change places", () => {
    const swap = (id: string | undefined): string | undefined =>
      ({ up: "low", low: "up", mayor: "envoy2", envoy: "mayor2" })[id ?? ""] ?? id;
    fc.assert(
      fc.property(fc.array(attestation, { maxLength: 8 }), (list) => {
        const c = claim("c", { attestations: list });
        const mirrored = claim("c", {
          attestations: list.map((a) => ({
            ...a,
            ...(a.actor === undefined ? {} : { actor: swap(a.actor)! }),
          })),
        });
        const other = new Case([
          actor("low", { party: true }),
          actor("up", { party: true, members: ["envoy2"] }),
          actor("envoy2", { type: "person" }),
          actor("mayor2", { type: "person", spokespersonFor: ["low"] }),
          mirrored,
        ]);
        const one = disputeOver(held(c), c);
        const two = disputeOver(other, mirrored);
        expect(two.voices.map((v) => [v.actor, v.party, v.stance])).toEqual(
          one.voices.map((v) => [swap(v.actor), swap(v.party), v.stance]),
        );
        expect(two.status).toBe(one.status);
        expect(
          two.parties
            .filter((p) => p.split)
            .map((p) => p.party)
            .sort(),
        ).toEqual(
          one.parties
            .filter((p) => p.split)
            .map((p) => swap(p.party))
            .sort(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("is changed by no report that takes no stand, whoever adds it", () => {
    const neutral = fc
      .record({
        who: fc.constantFrom("up", "low", "mayor", "somebody else"),
        stance: fc.constantFrom("reports" as const, "silent" as const),
        on: fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
      })
      .map(({ who, stance, on }) =>
        said(who, stance, on === undefined ? undefined : `2026-02-${String(on).padStart(2, "0")}`, {
          basis: { passages: ["report"] },
        }),
      );
    const report = [
      { kind: "source", id: "paper", sha256: "0" },
      { kind: "source", id: "other", sha256: "1" },
      {
        kind: "passage",
        id: "report",
        source: "paper",
        start: 0,
        end: 1,
        exact: "a",
        prefix: "",
        suffix: "",
      },
      { kind: "passage", id: "first", source: "other", start: 0, end: 1, exact: "a", prefix: "", suffix: "" },
    ] as CaseObject[];
    fc.assert(
      fc.property(fc.array(attestation, { maxLength: 6 }), neutral, (list, more) => {
        const basis = { passages: ["first"] };
        const before = claim("c", { attestations: list, basis });
        const after = claim("c", { attestations: [...list, more], basis });
        const stands = (c: Claim): string[] =>
          disputeOver(held(...report, c), c)
            .voices.filter((v) => ["asserts", "denies", "doubts"].includes(v.stance))
            .map((v) => `${v.actor} ${v.stance}`)
            .sort();
        const [one, two] = [held(...report, before), held(...report, after)];
        expect(stands(after)).toEqual(stands(before));
        expect(disputeOver(two, after).status).toBe(disputeOver(one, before).status);
        expect(contradictions(two).length).toBe(contradictions(one).length);
      }),
      { numRuns: 300 },
    );
  });

  it("moving the day forward never takes a word away or changes one", () => {
    fc.assert(
      fc.property(fc.array(attestation, { maxLength: 8 }), fc.integer({ min: 1, max: 27 }), (list, day) => {
        const c = claim("c", { attestations: list });
        const at = (d: number): Attestation[] =>
          disputeOver(held(c), c, { said: `2026-02-${String(d).padStart(2, "0")}` }).voices.flatMap((v) => [
            ...v.standing,
            ...v.earlier,
          ]);
        const later = new Set(at(day + 1));
        expect(at(day).filter((word) => !later.has(word))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("does not know which of two words came last unless their days tell", () => {
    const both = (...attestations: Attestation[]): Claim => claim("c", { attestations });
    const month = both(said("up", "denies", "2026-02"), said("up", "asserts", "2026-02-10"));
    expect(disputeOver(held(month), month).voices).toMatchObject([{ stance: "unknown", unordered: true }]);
    const undated = both(said("up", "denies"), said("up", "asserts", "2026-02-10"));
    expect(disputeOver(held(undated), undated).voices[0]!.unordered).toBe(true);
    const apart = both(said("up", "denies", "2026-01"), said("up", "asserts", "2026-02-10"));
    expect(disputeOver(held(apart), apart)).toMatchObject({
      status: "conceded",
      voices: [{ stance: "asserts", unordered: false }],
    });
    // Words that are lost take nothing back.
    const lost = both(said("up", "denies", "2026-01-01"), said("up", "unknown", "2026-02-10"));
    expect(disputeOver(held(lost), lost).voices).toMatchObject([{ stance: "denies", unordered: false }]);
  });

  it("knows on a day nothing that was said or printed after it", () => {
    const later = [
      { kind: "source", id: "late", sha256: "0", published: parseTime("2026-06-22") },
      { kind: "passage", id: "p", source: "late", start: 0, end: 1, exact: "a", prefix: "", suffix: "" },
    ] as CaseObject[];
    const c = claim("c", {
      attestations: [
        said("up", "asserts", "2025-08-15"),
        said("low", "denies", "2025-08-20", { basis: { passages: ["p"] } }),
      ],
    });
    const all = held(...later, c);
    expect(disputeOver(all, c, { said: "2025-09-01" }).status).toBe("contested");
    expect(disputeOver(all, c, { said: "2025-09-01", known: "2025-09-01" }).contested).toBe(false);
    expect(disputeOver(all, c, { said: "2025-09-01", known: "2026-07-01" }).contested).toBe(true);
    // A denial that comes only later does not make an earlier word a concession.
    const turned = claim("c", {
      attestations: [said("up", "asserts", "2025-01-01"), said("up", "denies", "2026-01-01")],
    });
    expect(disputeOver(held(turned), turned, { said: "2025-06-01" }).status).toBe("no source");
    expect(disputeOver(held(turned), turned).status).toBe("denied");
  });

  it("S65, S66: a public claim stands beside the figure that is set against it", () => {
    const shape = claim("shape", {
      by: "up",
      says: "The economy is in perfect shape",
      attestations: [said(undefined, "doubts", "2026-06-22", { basis: { claims: ["figure"] } })],
    });
    const figure = claim("figure", {
      says: "Investment was 14.3 percent lower in the first quarter of 2026",
    });
    expect(contradictions(held(shape, figure)).map(({ rule, on }) => [rule, on])).toEqual([
      ["stances", ["claim:shape"]],
      ["figure", ["claim:shape", "claim:figure"]],
    ]);
    const words = { ...figure, says: "Ministers spoke of 3 meetings in 2026" };
    expect(contradictions(held(shape, words)).map(({ rule }) => rule)).toEqual(["stances"]);
  });

  it("finds a speaker at odds with itself, and a party's own reversal", () => {
    const issue: CaseObject = { kind: "issue", id: "land", name: "Land" };
    const yes = claim("a", { issue: "land", by: "up", says: "The towns agreed on the summer level" });
    const no = claim("b", { ...yes, id: "b", polarity: "no" });
    expect(contradictions(held(issue, yes, no))).toEqual([
      { rule: "itself", on: ["claim:a", "claim:b"], sides: [["up"], []] },
    ]);
    const position = (id: string, more: object): CaseObject =>
      ({
        kind: "position",
        id,
        of: "up",
        issue: "land",
        firmness: "demand",
        standing: "stated",
        ...more,
      }) as CaseObject;
    const wants = position("p1", { wants: "cede", during: parseTime("2024..2025-03")! });
    const rejects = position("p2", { rejects: ["cede"], during: parseTime("2025-06..2026")! });
    expect(contradictions(held(issue, wants, rejects)).map((x) => x.rule)).toEqual(["changed"]);
    expect(
      contradictions(
        held(issue, position("p1", { wants: "cede" }), position("p2", { rejects: ["cede"] })),
      ).map((x) => x.rule),
    ).toEqual(["position"]);
  });

  it("S7: two accounts of one meeting stand side by side, issue by issue", () => {
    const issues = ["text", "land"].map((id) => ({ kind: "issue", id, name: id }) as CaseObject);
    const claims = [
      claim("deal", { by: "up", issue: "text", says: "There is no deal until there is a deal" }),
      claim("mutual", { by: "low", issue: "text", says: "A mutual understanding was reached" }),
      claim("land", { by: "up", issue: "land", says: "The land was spoken of" }),
    ];
    const meeting = {
      kind: "event",
      id: "summit",
      title: "Summit",
      type: "consult",
      occurrence: "happened",
      claims: claims.map((c) => c.id),
    } as const;
    expect(accountsOf(held(...issues, ...claims), meeting as never)).toEqual({
      accounts: [
        { by: "low", party: "low", claims: ["mutual"] },
        { by: "up", party: "up", claims: ["deal", "land"] },
      ],
      // S49: that both speak of it differently makes neither of them wrong.
      rows: [
        { issue: "text", how: "both", claims: [["mutual"], ["deal"]] },
        { issue: "land", how: "one", claims: [[], ["land"]] },
      ],
    });
    const denied = claims.map((c) =>
      c.id === "mutual" ? { ...c, attestations: [said("up", "denies", "2025-08-15")] } : c,
    );
    expect(accountsOf(held(...issues, ...denied), meeting as never).rows[0]!.how).toBe("against");
  });
});
