import type { Case } from "./case.ts";
import type { Id } from "./id.ts";
import type { Instrument } from "./objects/process.ts";
import type { Attestation, Claim } from "./objects/record.ts";

/** What the record makes of a claim. It is derived from attestations and sources, never typed in. */
export type ClaimStatus =
  | "settled"
  | "contested"
  | "conceded"
  | "corroborated"
  | "single source"
  | "no source";

/** Whether a claim says that something is not so: by its act or by its polarity. */
export function saysNo(claim: Claim): boolean {
  return claim.act === "denies" || claim.polarity === "no";
}

/**
 * All that was said of a claim or a text. Whoever makes a claim stands to it: where no attestation of theirs says more,
 * their own claim counts as one, resting on what the claim rests on.
 */
export function attestationsOf(on: Claim | Instrument): Attestation[] {
  const said = on.attestations ?? [];
  if (on.kind !== "claim" || on.by === undefined || said.some((a) => a.actor === on.by)) return said;
  const own: Attestation = {
    actor: on.by,
    stance: on.act === "unknown" || on.polarity === "unknown" ? "unknown" : saysNo(on) ? "denies" : "asserts",
  };
  if (on.basis !== undefined) own.basis = on.basis;
  return [own, ...said];
}

/** The attestations of a claim by its last word up to a day, one an actor: a later one replaces an earlier one. */
export function standingAttestations(claim: Claim | Instrument, day?: string): Attestation[] {
  const last = new Map<Id | undefined, Attestation>();
  const unnamed: Attestation[] = [];
  for (const attestation of attestationsOf(claim)) {
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

/** The source that a source goes back to: one derived from or nearly the same as another counts as that one. */
function rootOf(held: Case, id: Id, seen: Set<Id> = new Set()): Id {
  if (seen.has(id)) return id;
  seen.add(id);
  const source = held.get("source", id);
  const origin = [...(source?.derivedFrom ?? []), ...(source?.nearDuplicateOf ?? [])][0];
  return origin === undefined ? id : rootOf(held, origin, seen);
}

/** Somebody who bears a claim out, in a source that goes back to no other here. */
interface Support {
  /** The speaker; a source that speaks in its own voice is a voice of its own. */
  voice: string;
  root: Id;
}

/** Who bears a claim out, and where: its basis, and the attestations of those who stand to it. */
function supportsOf(on: Claim | Instrument, held: Case): Support[] {
  const found: Support[] = [];
  const add = (passages: readonly Id[] | undefined, speaker: Id | undefined): void => {
    for (const id of passages ?? []) {
      const source = held.get("passage", id)?.source;
      if (source === undefined) continue;
      const root = rootOf(held, source);
      found.push({ voice: speaker === undefined ? `source:${root}` : `actor:${speaker}`, root });
    }
  };
  add(on.basis?.passages, on.kind === "claim" ? on.by : undefined);
  for (const { actor, stance, basis } of on.attestations ?? [])
    if (stance === "asserts" || stance === "reports")
      add(basis?.passages, stance === "asserts" ? actor : undefined);
  return found;
}

/** The status of a claim as known on a day. Contested claims are never folded into one truth. */
export function claimStatus(claim: Claim, held: Case, day?: string): ClaimStatus {
  if (claim.settled !== undefined && (day === undefined || claim.settled.on <= day)) return "settled";
  return statusOfVoices(claim, held, day);
}

/** The status of a text that is said to exist, by what was said of it. Whether anybody has seen it, it says itself. */
export function instrumentStatus(on: Instrument, held: Case, day?: string): ClaimStatus {
  return statusOfVoices(on, held, day);
}

function statusOfVoices(claim: Claim | Instrument, held: Case, day?: string): ClaimStatus {
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
  const supports = supportsOf(claim, held);
  if (supports.length === 0) return anyPassage(claim) ? "single source" : "no source";
  // Two papers that print one speaker's word bear out that it was said, not that it is so.
  const independent = supports.some((a) => supports.some((b) => a.voice !== b.voice && a.root !== b.root));
  return independent ? "corroborated" : "single source";
}

/** Whether anything at all in the record speaks of it, be it to doubt it or to leave it open. */
function anyPassage(on: Claim | Instrument): boolean {
  return (on.attestations ?? []).some((a) => (a.basis?.passages ?? []).length > 0);
}
