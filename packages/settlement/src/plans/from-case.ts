import {
  asKnownOn,
  Case,
  formatTime,
  type Id,
  type Judgement,
  type Plan,
  type Position,
  type Ref,
  refOf,
} from "@parley/case";
import { deadlocks } from "../deadlocks/deadlocks.ts";
import { deadlocksFromCase } from "../from-case.ts";
import { positionsHeld } from "../positions/from-case.ts";
import { type CoherenceContext, coherence, type Incoherence } from "./coherence.ts";
import type { PlanJson, PlanValue, SlotJson, TermJson } from "./compare.ts";
import { type Distance, distances, type Wish } from "./distance.ts";

/** One plan of a case, read against the rest of it. */
export interface PlanOfCase {
  id: Id;
  name: string;
  /** Day of the plan as far as it is known. */
  when?: string;
  json: PlanJson;
  incoherences: Incoherence[];
  distances: Distance[];
  /** The plan can no longer be taken up: its last day has passed (S90). */
  expired: boolean;
}

/** The plans of a case, oldest first, with the issues any of them speaks of and everything they were read against. */
export interface PlansOfCase {
  plans: PlanOfCase[];
  issues: Id[];
  inputs: Ref[];
  /** Whether a rule of the case forbids two options together, each `[issue, option]`. */
  excludes(one: readonly [string, string], other: readonly [string, string]): boolean;
}

/** Read the plans of a case on a day: what each says, whether it holds together, how far it is from whom. */
export function plansFromCase(whole: Case, asOf?: string): PlansOfCase {
  const held = asOf === undefined ? whole : new Case(asKnownOn(whole.objects(), asOf));
  const day = asOf ?? held.info?.asOf;
  const found = [...held.inForce("plan")].sort(byDay);
  const issues = held
    .inForce("issue")
    .map((issue) => issue.id)
    .filter((id) => found.some((plan) => Object.hasOwn(plan.slots, id)));
  const links = held.inForce("link");
  const positions = positionsHeld(held);
  const circles = deadlocks(deadlocksFromCase(held).edges, day).circuits.flatMap((circuit) =>
    circuit.edges.map((edge) => edge.to),
  );
  const context: CoherenceContext = {
    links: links.flatMap((link): CoherenceContext["links"][number][] => {
      if (link.forbid !== undefined)
        return [{ id: link.id, type: "forbid", first: link.forbid[0], second: link.forbid[1] }];
      if (link.require !== undefined)
        return [{ id: link.id, type: "require", first: link.require[0], second: link.require[1] }];
      return [];
    }),
    redLines: positions
      .filter((one) => one.firmness === "red line")
      .flatMap((one) =>
        (one.rejects ?? []).map((option) => ({ position: one.id, party: one.of, issue: one.issue, option })),
      ),
    closed: circles,
    ...(day === undefined ? {} : { day: day.slice(0, 10) }),
  };
  const parties = held.parties().map((party) => party.id);
  const scales = Object.fromEntries(
    held
      .inForce("issue")
      .flatMap((issue) => (issue.scale === undefined ? [] : [[issue.id, issue.scale] as const])),
  );
  const wishes = positions.map(wishOf);
  const excluded = new Set(
    links.flatMap(({ forbid }) =>
      forbid === undefined ? [] : [pairOf(forbid[0], forbid[1]), pairOf(forbid[1], forbid[0])],
    ),
  );
  return {
    plans: found.map((plan) => {
      const json = planJson(plan);
      const when = plan.when === undefined ? undefined : formatTime(plan.when);
      return {
        id: plan.id,
        name: plan.name,
        ...(when === undefined ? {} : { when }),
        json,
        incoherences: coherence(json, issues, context),
        distances: distances(json, parties, issues, wishes, scales),
        expired: plan.expires !== undefined && day !== undefined && plan.expires < day.slice(0, 10),
      };
    }),
    issues,
    inputs: [
      ...found.map((one) => refOf("plan", one.id)),
      ...issues.map((id) => refOf("issue", id)),
      ...positions.filter((one) => issues.includes(one.issue)).map((one) => refOf("position", one.id)),
      ...links.map((one) => refOf("link", one.id)),
    ],
    excludes: (one, other) =>
      excluded.has(pairOf({ issue: one[0], option: one[1] }, { issue: other[0], option: other[1] })),
  };
}

interface Chosen {
  issue: string;
  option: string;
}
const pairOf = (one: Chosen, other: Chosen): string =>
  [one.issue, one.option, other.issue, other.option].join("\n");

/** Oldest first; without a day last, by name. */
function byDay(a: Plan, b: Plan): number {
  const day = (plan: Plan): string => plan.when?.earliest ?? plan.when?.latest ?? "~";
  return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.name < b.name ? -1 : 1;
}

const rangeOf = ({ low, high }: Judgement): PlanValue => ({ low, high });

function planJson(plan: Plan): PlanJson {
  const slots = Object.entries(plan.slots).map(([issue, slot]): [string, SlotJson] => [
    issue,
    {
      ...(slot.option === undefined ? {} : { option: slot.option }),
      ...(slot.value === undefined ? {} : { value: rangeOf(slot.value) }),
      ...(slot.wording === undefined ? {} : { wording: slot.wording }),
      ...(slot.gaps?.length ? { gap: true } : {}),
      ...(slot.terms === undefined
        ? {}
        : {
            terms: slot.terms.map(({ value, when, gaps, ...rest }): TermJson => {
              const said = when === undefined ? undefined : (formatTime(when) ?? when.text);
              return {
                ...rest,
                ...(value === undefined ? {} : { value: rangeOf(value) }),
                ...(said === undefined ? {} : { when: said }),
                ...(gaps?.length ? { gap: true } : {}),
              };
            }),
          }),
    },
  ]);
  return { id: plan.id, slots: Object.fromEntries(slots) };
}

function wishOf(position: Position): Wish {
  const { wants } = position;
  const value =
    typeof wants === "number"
      ? { low: wants, high: wants }
      : typeof wants === "object" && !Array.isArray(wants)
        ? rangeOf(wants)
        : undefined;
  return {
    party: position.of,
    issue: position.issue,
    position: position.id,
    wants: typeof wants === "string" ? [wants] : Array.isArray(wants) ? wants : [],
    rejects: position.rejects ?? [],
    redLine: position.firmness === "red line",
    ...(value === undefined ? {} : { value }),
  };
}
