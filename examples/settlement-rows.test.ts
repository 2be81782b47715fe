import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Case, type CaseObject, type Id } from "@parley/case";
import { readTextForm } from "@parley/case/text";
import { folderHost } from "@parley/server/documents";
import {
  blockingSets,
  coalitionFromCase,
  inclusionFromCase,
  necessaryMembers,
  positionsTable,
  routesFromCase,
  sequence,
  settle,
  settlementFromCase,
  verdicts,
  votingFromCase,
} from "@parley/settlement";
import { expect, it } from "vitest";

/* Rows of the seed systems that are about settlement, on the examples or on an example changed by a word. */
const read = (name: string): CaseObject[] =>
  readTextForm(folderHost(join(fileURLToPath(new URL(".", import.meta.url)), name))).objects;
const anchorage = read("anchorage");
const london = new Case(read("london-plan"));
const assumed = (why: string) => ({ assumptions: [{ by: "A test", on: "2026-06-22", why }] });
const changed = (more: object[], without: readonly string[] = []): Case =>
  new Case([
    ...anchorage.filter((o) => !without.includes(`${o.kind}:${o.id}`)),
    ...(more as unknown as CaseObject[]),
  ]);
const point = (at: number) => ({ low: at, high: at });
const valuation = (id: Id): CaseObject & { noDeal: unknown } =>
  anchorage.find((o) => o.kind === "valuation" && o.id === id) as never;

it("S9: what weighs on the agenda moves from sanctions to land, day by day", () => {
  const said = (id: string, issue: Id, salience: number, day: string, more: object = {}) => ({
    kind: "position",
    id,
    of: "us",
    issue,
    firmness: "preference",
    standing: "reported",
    salience: point(salience),
    reportedAt: day,
    basis: assumed("how much it speaks of it"),
    ...more,
  });
  const held = changed([
    said("sanctions-july", "sanctions", 0.8, "2025-07-01"),
    said("land-july", "land", 0.3, "2025-07-01"),
    said("sanctions-august", "sanctions", 0.3, "2025-08-16", { replaces: "sanctions-july" }),
    said("land-august", "land", 0.9, "2025-08-16", { replaces: "land-july" }),
  ]);
  const weigh = (asOf: string): number[] =>
    ["sanctions", "land"].map((issue) => {
      const cell = positionsTable(held, { asOf }).cells.find((c) => c.party === "us" && c.issue === issue);
      return cell?.positions.find((p) => p.salience !== undefined)?.salience?.low ?? Number.NaN;
    });
  expect(weigh("2025-07-31")).toEqual([0.8, 0.3]);
  expect(weigh("2025-08-31")).toEqual([0.3, 0.9]);
});

it("S32: a package worth less than no deal is flagged for whom it is, by what no deal was worth on that day", () => {
  const { problem } = settlementFromCase(new Case(anchorage));
  const nothing = { land: "line", guarantees: "both", table: "four", sanctions: "none", prisoners: "none" };
  const russia = verdicts(problem!, nothing, { normalise: true }).find((v) => v.party === "russia");
  expect(russia?.objections.map((o) => o.type)).toContain("below no deal");
  const before = changed(
    [
      { ...valuation("russia"), retractedAt: "2026-05-01" },
      { ...valuation("russia"), id: "russia-later", noDeal: point(0.95), knownAt: "2026-05-01" },
    ],
    ["valuation:russia"],
  );
  const accepts = (asOf: string): boolean | undefined => {
    const then = settlementFromCase(before, { asOf }).problem;
    const chosen = { land: "line", guarantees: "both", table: "four", sanctions: "steps", prisoners: "all" };
    return verdicts(then!, chosen, { normalise: true }).find((v) => v.party === "russia")?.acceptable;
  };
  expect([accepts("2026-04-01"), accepts("2026-06-01")]).toEqual([true, false]);
});

it("S51: without the one whose contribution is indispensable no coalition is enough", () => {
  const held = changed([
    {
      kind: "consent",
      id: "to-last",
      all: ["us"],
      rules: [{ of: ["europe", "ukraine"], atLeast: 1 }],
      basis: assumed("what it takes to last"),
    },
  ]);
  const voting = votingFromCase(held.inForce("consent"))!;
  expect(necessaryMembers(voting)).toContain("us");
  expect(blockingSets(voting).sets).toContainEqual(["us"]);
});

it("S52: the room for a deal is another one on another day", () => {
  const held = changed(
    [
      { ...valuation("russia"), retractedAt: "2026-01-01" },
      { ...valuation("russia"), id: "russia-now", noDeal: point(0.55), knownAt: "2026-01-01" },
    ],
    ["valuation:russia"],
  );
  const room = (asOf: string): number | null =>
    settle(settlementFromCase(held, { asOf }).problem!, { normalise: true }).acceptable;
  expect(room("2025-12-01")!).toBeGreaterThan(room("2026-06-01")!);
  expect(room("2026-06-01")!).toBeGreaterThan(0);
});

it("S58: what a package disposes of has an owner, and the owner who is not at the table is named", () => {
  expect(london.get("issue", "land")?.disposesOf?.map(({ of, what }) => [of, what])).toEqual([
    ["ukraine", "land"],
  ]);
  const ceding = new Case([
    ...[...london.objects()].filter(({ kind }) => kind !== "consent"),
    {
      kind: "consent",
      id: "two",
      all: ["russia", "us"],
      tables: [{ name: "American and Russian drafting", in: ["us", "russia"], excluded: ["ukraine"] }],
      basis: assumed("as if the two could settle it"),
    } as never,
    {
      kind: "package",
      id: "over-its-head",
      name: "Over its head",
      choices: { land: "cede", security: "none" },
      table: "American and Russian drafting",
    } as never,
  ]);
  const warning = inclusionFromCase(ceding).warnings.find((w) => w.party === "ukraine");
  expect(warning).toMatchObject({ party: "ukraine", what: "land" });
});

it("S69: an issue of the table can hang on one that lies outside it", () => {
  const held = changed([
    {
      kind: "link",
      id: "with-the-order",
      require: [
        { issue: "land", option: "line" },
        { issue: "sanctions", option: "steps" },
      ],
      basis: assumed("one is not given without the other"),
    },
  ]);
  const { problem } = settlementFromCase(held);
  expect(problem?.links).toEqual([
    {
      require: [
        ["land", "line"],
        ["sanctions", "steps"],
      ],
    },
  ]);
  const [line] = settle(problem!, { normalise: true }).frontier.filter((p) => p.package.land === "line");
  expect(line?.package.sanctions).toBe("steps");
});

it("S81: the widest support is a goal with those it is to win", () => {
  const coalition = london.get("coalition", "behind-london")!;
  expect(coalition.goal).toBe("The broadest support for the framework");
  const { steps, blocked } = sequence(coalitionFromCase(coalition), { worlds: 100, seed: 1 });
  const told = [...steps.map((s) => s.candidate), ...blocked.map((b) => b.candidate)];
  expect(told.sort()).toEqual(["coast", "nordic-baltic", "uae", "us"]);
});

it("S86: by whose business Moscow can be reached", () => {
  const ways = routesFromCase(london, london.get("coalition", "behind-london")!).map(({ from, to, ties }) => [
    from,
    to,
    ties.map(({ type }) => type),
  ]);
  expect(ways).toEqual([["uae", "russia", ["trade"]]]);
});

it("S89: what a start elsewhere makes of a leader's hopes is his picture of no deal, and moves what he would take", () => {
  const pictures = (noDeal: number, more: object) => ({
    ...valuation("russia"),
    seenBy: "russia",
    noDeal: point(noDeal),
    ...more,
  });
  const held = changed([
    pictures(0.5, { id: "hopes", retractedAt: "2026-06-22" }),
    pictures(0.2, { id: "hopes-gone", knownAt: "2026-06-22" }),
  ]);
  const chosen = { land: "line", guarantees: "both", table: "four", sanctions: "steps", prisoners: "all" };
  const takes = (asOf: string, seenBy?: Id): boolean | undefined =>
    verdicts(settlementFromCase(held, { asOf, ...(seenBy && { seenBy }) }).problem!, chosen, {
      normalise: true,
    }).find((v) => v.party === "russia")?.acceptable;
  expect([takes("2026-06-01", "russia"), takes("2026-06-22", "russia")]).toEqual([false, true]);
  // The record's own judgement did not move.
  expect(takes("2026-06-01")).toBe(takes("2026-06-22"));
});
