import { type Case, type Coalition, type Consent, channels, type Judgement } from "@parley/case";
import type { Numeric } from "../settlement-json.ts";
import type { CoalitionJson } from "./coalition.ts";
import { type Route, routes, type TieJson } from "./routes.ts";
import type { Voting } from "./voting.ts";

const numeric = ({ low, mode, high }: Judgement): Numeric =>
  low === high ? low : mode === undefined ? [low, high] : [low, mode, high];

/** A coalition of a case as the planner takes it. Nothing missing is filled in. */
export function coalitionFromCase(coalition: Coalition): CoalitionJson {
  return {
    members: coalition.members ?? [],
    enough: { all: coalition.all ?? [], rules: coalition.rules ?? [] },
    candidates: coalition.candidates.map((one) => ({
      id: one.actor,
      ease: one.ease ?? "unknown",
      ...(one.readiness === undefined ? {} : { readiness: numeric(one.readiness) }),
      needs: one.needs ?? [],
      asks: (one.asks ?? []).map((ask) => ({
        what: ask.what,
        status: ask.status ?? "open",
        ...(ask.worth === undefined ? {} : { worth: numeric(ask.worth) }),
        against: ask.against ?? [],
        ...(ask.cost === undefined ? {} : { cost: numeric(ask.cost) }),
      })),
      drawnBy: (one.drawnBy ?? []).map(({ actor, worth }) => ({ id: actor, worth: numeric(worth) })),
    })),
  };
}

/** Whose agreement makes a package hold: the consents of a case taken together. Undefined: it does not say. */
export function votingFromCase(consents: readonly Consent[]): Voting | undefined {
  const all = [...new Set(consents.flatMap((one) => one.all ?? []))];
  const rules = consents.flatMap((one) => one.rules ?? []);
  return all.length === 0 && rules.length === 0 ? undefined : { all, rules };
}

/** Ties along which weight or word travels; trust and consent are felt, and carry nothing to a third. */
const CARRIES: ReadonlySet<string> = new Set(["pressure", "influence", "trade"]);

/**
 * Ways from a coalition, its candidates included, to the parties outside it: along pressure, influence, trade, and channels
 * open on the day, which carry both ways.
 */
export function routesFromCase(held: Case, coalition: Coalition, day?: string): Route[] {
  const ties: TieJson[] = held
    .inForce("tie")
    .filter(({ type }) => CARRIES.has(type))
    .map(({ id, type, from, to }) => ({ id, type, from, to }));
  for (const { state, told } of channels(held, day)) {
    if (state !== "open" || told === undefined) continue;
    const { id, type, from, to } = told;
    ties.push({ id, type, from, to }, { id, type, from: to, to: from });
  }
  const group = new Set([...(coalition.members ?? []), ...coalition.candidates.map((one) => one.actor)]);
  const outside = held.parties().flatMap(({ id }) => (group.has(id) ? [] : [id]));
  return routes(ties, group, outside);
}
