import type { Coalition, Consent, Judgement } from "@parley/case";
import type { Numeric } from "../settlement-json.ts";
import type { CoalitionJson } from "./coalition.ts";
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
