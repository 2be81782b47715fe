import type { Case } from "./case.ts";
import type { Id } from "./id.ts";
import type { Attestation, Claim } from "./objects/record.ts";

/** What the record makes of a claim. It is derived from attestations and sources, never typed in. */
export type ClaimStatus =
  | "settled"
  | "contested"
  | "conceded"
  | "corroborated"
  | "single source"
  | "no source";

/** The attestations of a claim by its last word up to a day, one an actor: a later one replaces an earlier one. */
export function standingAttestations(claim: Claim, day?: string): Attestation[] {
  const last = new Map<Id | undefined, Attestation>();
  const unnamed: Attestation[] = [];
  for (const attestation of claim.attestations ?? []) {
    const when = attestation.when?.earliest;
    if (day !== undefined && when !== undefined && when.slice(0, 10) > day.slice(0, 10)) continue;
    if (attestation.actor === undefined) {
      unnamed.push(attestation);
      continue;
    }
    const before = last.get(attestation.actor);
    if (before === undefined || (before.when?.latest ?? "") <= (attestation.when?.latest ?? "")) {
      last.set(attestation.actor, attestation);
    }
  }
  return [...last.values(), ...unnamed];
}

/**
 * Independent sources behind a claim: a source derived from or nearly the same as another one here counts with it.
 */
export function independentSources(claim: Claim, held: Case): Id[] {
  const passages = [
    ...(claim.basis?.passages ?? []),
    ...(claim.attestations ?? []).flatMap((a) => a.basis?.passages ?? []),
  ];
  const sources = new Set<Id>();
  for (const id of passages) {
    const source = held.get("passage", id)?.source;
    if (source !== undefined) sources.add(source);
  }
  const root = (id: Id, seen: Set<Id>): Id => {
    if (seen.has(id)) return id;
    seen.add(id);
    const source = held.get("source", id);
    const origin = [...(source?.derivedFrom ?? []), ...(source?.nearDuplicateOf ?? [])][0];
    return origin === undefined ? id : root(origin, seen);
  };
  return [...new Set([...sources].map((id) => root(id, new Set())))].sort();
}

/** The status of a claim as known on a day. Contested claims are never folded into one truth. */
export function claimStatus(claim: Claim, held: Case, day?: string): ClaimStatus {
  if (claim.settled !== undefined && (day === undefined || claim.settled.on <= day)) return "settled";
  const now = standingAttestations(claim, day);
  const asserts = now.some((a) => a.stance === "asserts");
  const against = now.some((a) => a.stance === "denies" || a.stance === "doubts");
  if (asserts && against) return "contested";
  const deniedBefore = (claim.attestations ?? []).some(
    (a) =>
      a.stance === "denies" &&
      now.some((b) => b.actor !== undefined && b.actor === a.actor && b.stance === "asserts"),
  );
  if (deniedBefore) return "conceded";
  const sources = independentSources(claim, held).length;
  return sources === 0 ? "no source" : sources === 1 ? "single source" : "corroborated";
}
