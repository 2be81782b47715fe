import type { Case, Claim, ClaimStatus, Until } from "@parley/case";
import { claimStatus } from "@parley/case";

export type ClaimStanding = "stated" | "reported" | "inferred" | "assumed";

/**
 * How we come by a claim. Stated: its own words are direct speech of the one whose claim it is. Reported: a source
 * says so of it. Inferred: it rests on other claims only. Assumed: on nothing but somebody's assumption.
 */
export function claimStanding(claim: Claim, held: Case): ClaimStanding {
  const statements = (claim.statements ?? []).flatMap((id) => held.get("statement", id) ?? []);
  if (statements.length > 0) {
    const own = statements.some(
      (s) => (s.mode === "direct" || s.mode === "mixed") && s.speaker !== undefined && s.speaker === claim.by,
    );
    return own ? "stated" : "reported";
  }
  if ((claim.basis?.passages?.length ?? 0) > 0) return "reported";
  if ((claim.basis?.claims?.length ?? 0) > 0) return "inferred";
  return claim.basis?.assumption === undefined ? "reported" : "assumed";
}

/**
 * Up to which day words count: the chosen one, and where none is chosen the day on which the case is read, as in the brief.
 */
export function untilOf(held: Case, knownOn: string | undefined): Until {
  return { said: knownOn ?? held.info?.asOf, known: knownOn };
}

/** What the record makes of a claim on the chosen day. */
export function statusOf(claim: Claim, held: Case, knownOn: string | undefined): ClaimStatus {
  return claimStatus(claim, held, untilOf(held, knownOn));
}
