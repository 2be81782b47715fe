import {
  asKnownOn,
  Case,
  type Id,
  type Judgement,
  type Position,
  pointOf,
  type Ref,
  refOf,
  type Valuation,
} from "@parley/case";
import type { Edge } from "./deadlocks/deadlocks.ts";
import { type Dispute, disputeOf, disputeOnScale } from "./positions/disputes.ts";
import { positionsHeld } from "./positions/from-case.ts";
import type { ChoiceJson, Numeric, PartyJson, SettlementJson } from "./settlement-json.ts";
import type { PackageJson } from "./verdict.ts";

/** A case as a bargaining problem, with every object it was read from. */
export interface SettlementFromCase {
  /** Undefined when something is missing. */
  problem: SettlementJson | undefined;
  /** What must be added before anything can be computed, one sentence each. */
  missing: string[];
  inputs: Ref[];
  /** Drafted packages of the case. */
  packages: { id: Id; name: string; package: PackageJson }[];
}

/** How a case is read: on a day, through one party's eyes. */
export interface Reading {
  asOf?: string;
  /** The party whose picture is used where it has one; elsewhere things are as they are. */
  seenBy?: Id;
}

function atDay(held: Case, asOf: string | undefined): Case {
  return asOf === undefined ? held : new Case(asKnownOn(held.objects(), asOf));
}

/** Objects of one party in the eyes of a viewer: the viewer's picture where there is one, else the thing itself. */
function seen<T extends { seenBy?: Id }>(
  objects: readonly T[],
  viewer: Id | undefined,
  key: (object: T) => string,
): T[] {
  const chosen = new Map<string, T>();
  for (const object of objects) if (object.seenBy === undefined) chosen.set(key(object), object);
  if (viewer !== undefined) {
    for (const object of objects) if (object.seenBy === viewer) chosen.set(key(object), object);
  }
  return [...chosen.values()];
}

const numeric = ({ low, mode, high }: Judgement): Numeric =>
  low === high ? low : mode === undefined ? [low, high] : [low, mode, high];

/**
 * The bargaining problem of a case: its issues with options, the valuations of its parties (by name, so that the order
 * of entry does not matter), red lines of valuations and of positions, link rules and consent. Nothing missing is
 * filled in.
 */
export function settlementFromCase(whole: Case, reading: Reading = {}): SettlementFromCase {
  const held = atDay(whole, reading.asOf);
  const missing: string[] = [];
  const inputs = new Set<Ref>();
  const valuations = seen(held.inForce("valuation"), reading.seenBy, (v) => v.party);
  const valued = new Set(valuations.flatMap((v) => [...Object.keys(v.weights), ...Object.keys(v.values)]));
  const issues = held.inForce("issue").filter((issue) => issue.options !== undefined && valued.has(issue.id));
  for (const issue of issues) inputs.add(refOf("issue", issue.id));
  const parties = held.parties().filter((party) => valuations.some((v) => v.party === party.id));
  const consent = held.inForce("consent");
  for (const one of consent) inputs.add(refOf("consent", one.id));
  // Where the case does not say whose consent is needed, it is that of every party: none is passed over in silence.
  const needed = new Set(
    consent.length === 0 && issues.length > 0
      ? held.parties().map((party) => party.id)
      : consent.flatMap((c) => [...(c.all ?? []), ...(c.rules ?? []).flatMap((rule) => rule.of)]),
  );

  if (issues.length === 0)
    missing.push(
      "No issue has options and a valuation: add issues with options, and what each party makes of them.",
    );
  for (const id of needed) {
    if (!parties.some((party) => party.id === id)) {
      missing.push(
        consent.length === 0
          ? `${held.nameOf(refOf("actor", id))} has no valuation: add one, or an assumption, or say whose consent is needed.`
          : `${held.nameOf(refOf("actor", id))} must consent but has no valuation: add one, or an assumption.`,
      );
    }
  }
  const positions = positionsHeld(held, reading.seenBy);
  const partiesJson: PartyJson[] = [];
  for (const party of parties) {
    const valuation = valuations.find((v) => v.party === party.id) as Valuation;
    inputs.add(refOf("valuation", valuation.id));
    const lines = positions.filter((p) => p.of === party.id && p.firmness === "red line");
    for (const line of lines) inputs.add(refOf("position", line.id));
    const read = readValuation(
      party.name,
      valuation,
      held,
      issues.map((i) => i.id),
      missing,
    );
    if (read !== undefined) {
      const redLines = [...(read.redLines ?? []), ...lines.flatMap(redLinesOf)].filter(unique);
      const known = new Set(issues.map((i) => i.id));
      const inside = redLines.filter((line) => line.every(([issue]) => known.has(issue)));
      partiesJson.push({
        ...read,
        id: party.id,
        name: party.name,
        ...(inside.length > 0 ? { redLines: inside } : {}),
      });
    }
  }
  const links = held.inForce("link").flatMap((link): NonNullable<SettlementJson["links"]> => {
    inputs.add(refOf("link", link.id));
    const pair = (choice: { issue: Id; option: Id }): ChoiceJson => [choice.issue, choice.option];
    if (link.forbid !== undefined) return [{ forbid: link.forbid.map(pair) }];
    if (link.require !== undefined) return [{ require: [pair(link.require[0]), pair(link.require[1])] }];
    return [];
  });
  const packages = held.inForce("package").map((drafted) => {
    inputs.add(refOf("package", drafted.id));
    return {
      id: drafted.id,
      name: drafted.name,
      package: Object.fromEntries(issues.map((issue) => [issue.id, drafted.choices[issue.id] ?? null])),
    };
  });
  if (missing.length > 0) return { problem: undefined, missing, inputs: [...inputs], packages };
  const problem: SettlementJson = {
    "parley-settlement": 1,
    issues: issues.map((issue) => ({
      id: issue.id,
      name: issue.name,
      options: Object.keys(issue.options ?? {}),
    })),
    parties: partiesJson,
  };
  if (links.length > 0) problem.links = links;
  if (consent.length > 0) {
    problem.consent = {
      all: [...new Set(consent.flatMap((c) => c.all ?? []))],
      rules: consent.flatMap((c) => c.rules ?? []),
    };
  }
  return { problem, missing, inputs: [...inputs], packages };
}

function unique(line: ChoiceJson[], at: number, lines: ChoiceJson[][]): boolean {
  return lines.findIndex((other) => JSON.stringify(other) === JSON.stringify(line)) === at;
}

function redLinesOf(position: Position): ChoiceJson[][] {
  return (position.rejects ?? []).map((option): ChoiceJson[] => [[position.issue, option]]);
}

function readValuation(
  name: string,
  valuation: Valuation,
  held: Case,
  issues: readonly Id[],
  missing: string[],
): PartyJson | undefined {
  const before = missing.length;
  if (valuation.noDeal === undefined)
    missing.push(`${name} has no value of no deal: add it to its valuation, or an assumption.`);
  const weights: Record<string, Numeric> = {};
  const values: Record<string, Record<string, Numeric>> = {};
  for (const id of issues) {
    const issue = held.get("issue", id);
    const label = issue?.name ?? id;
    const weight = valuation.weights[id];
    if (weight === undefined)
      missing.push(`${name} gives "${label}" no weight: add one to its valuation (0 is a weight).`);
    else weights[id] = numeric(weight);
    const row: Record<string, Numeric> = {};
    for (const [option, words] of Object.entries(issue?.options ?? {})) {
      const value = valuation.values[id]?.[option];
      if (value === undefined)
        missing.push(
          `${name} gives no value to "${words}" (${label}): add one to its valuation (0 is a value).`,
        );
      else row[option] = numeric(value);
    }
    values[id] = row;
  }
  if (missing.length > before || valuation.noDeal === undefined) return undefined;
  const party: PartyJson = { id: valuation.party, reservation: numeric(valuation.noDeal), weights, values };
  if (valuation.redLines !== undefined) {
    party.redLines = valuation.redLines.map((line) =>
      line.map(({ issue, option }): ChoiceJson => [issue, option]),
    );
  }
  if (valuation.essential !== undefined)
    party.essential = valuation.essential.filter((id) => issues.includes(id));
  return party;
}

/** The preconditions of a case as edges, with the objects they were read from. */
export function deadlocksFromCase(
  whole: Case,
  reading: Pick<Reading, "asOf"> = {},
): { edges: Edge[]; inputs: Ref[] } {
  const preconditions = atDay(whole, reading.asOf).inForce("precondition");
  return {
    edges: preconditions.map((one) => {
      const edge: Edge = {
        id: one.id,
        from: one.for,
        to: one.needs,
        holder: one.holder,
        inferred: one.standing === "inferred" || one.standing === "assumed",
        status: one.status,
        basis: [
          ...(one.basis?.claims ?? []).map((id) => refOf("claim", id)),
          ...(one.basis?.passages ?? []).map((id) => refOf("passage", id)),
        ],
      };
      if (one.firmness !== undefined) edge.firmness = one.firmness;
      if (one.since !== undefined) edge.since = one.since;
      return edge;
    }),
    inputs: preconditions.map((one) => refOf("precondition", one.id)),
  };
}

/** One cell of the table of positions. Empty: nothing is known, which is not the same as wanting nothing. */
export interface PositionCell {
  party: Id;
  issue: Id;
  positions: {
    id: Id;
    wants: string[];
    rejects: string[];
    firmness: Position["firmness"];
    standing: Position["standing"];
    about?: Id;
    salience?: Judgement;
  }[];
  /** With a viewer: its picture is shown here in place of the record's. */
  pictured: boolean;
}

/**
 * Party × issue: what each wants, as known on a day, in somebody's eyes, and how far each issue is disputed. Replaced
 * positions are left out.
 */
export function positionsTable(
  whole: Case,
  reading: Reading = {},
): { parties: Id[]; issues: Id[]; cells: PositionCell[]; disputes: Record<Id, Dispute> } {
  const held = atDay(whole, reading.asOf);
  const byCell = new Map<string, Position[]>();
  for (const position of positionsHeld(held, reading.seenBy)) {
    const key = `${position.of} ${position.issue}`;
    const same = byCell.get(key);
    if (same === undefined) byCell.set(key, [position]);
    else same.push(position);
  }
  const parties = held.parties().map((party) => party.id);
  const issues = held.inForce("issue").map((issue) => issue.id);
  const words = (issue: Id, option: Id): string => held.get("issue", issue)?.options?.[option] ?? option;
  const wanted = (position: Position): string[] => {
    const { wants, issue } = position;
    if (wants === undefined) return [];
    if (typeof wants === "string") return [words(issue, wants)];
    if (typeof wants === "number") return [String(wants)];
    if (Array.isArray(wants)) return wants.map((option) => words(issue, option));
    return [wants.low === wants.high ? String(pointOf(wants)) : `${wants.low} to ${wants.high}`];
  };
  const shownAt = new Map<string, Position[]>();
  const cells = parties.flatMap((party) =>
    issues.map((issue): PositionCell => {
      const shown = byCell.get(`${party} ${issue}`) ?? [];
      const pictured = shown.some((p) => p.seenBy !== undefined);
      shownAt.set(issue, [...(shownAt.get(issue) ?? []), ...shown]);
      return {
        party,
        issue,
        pictured,
        positions: shown.map((p) => ({
          id: p.id,
          wants: wanted(p),
          rejects: (p.rejects ?? []).map((option) => words(issue, option)),
          firmness: p.firmness,
          standing: p.standing,
          ...(p.about === undefined ? {} : { about: p.about }),
          ...(p.salience === undefined ? {} : { salience: p.salience }),
        })),
      };
    }),
  );
  const disputes = Object.fromEntries(issues.map((issue) => [issue, disputeAt(shownAt.get(issue) ?? [])]));
  return { parties, issues, cells, disputes };
}

/** How far an issue is disputed by these positions on it. */
function disputeAt(positions: readonly Position[]): Dispute {
  const onScale = positions.flatMap(({ of, wants }) =>
    typeof wants === "number"
      ? [{ party: of, low: wants, high: wants }]
      : typeof wants === "object" && !Array.isArray(wants)
        ? [{ party: of, low: wants.low, high: wants.high }]
        : [],
  );
  if (onScale.length > 0) return disputeOnScale(onScale);
  return disputeOf(
    positions.map(({ of, wants, rejects, firmness }) => ({
      party: of,
      wants: typeof wants === "string" ? [wants] : Array.isArray(wants) ? wants : [],
      rejects: rejects ?? [],
      redLine: firmness === "red line",
    })),
  );
}
