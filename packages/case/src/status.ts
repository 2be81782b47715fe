import type { Case } from "./case.ts";
import type { Id } from "./id.ts";
import type { Instrument } from "./objects/process.ts";
import type { Attestation, Claim } from "./objects/record.ts";
import { partyOf } from "./parties.ts";
import { isAgainst, type Until, type Voice, voicesOn } from "./voices.ts";

/** What the record makes of a claim. It is derived from attestations and sources, never typed in. */
export type ClaimStatus =
  | "settled"
  | "contested"
  | "conceded"
  | "denied"
  | "corroborated"
  | "single source"
  | "no source";

/** The last words of all who spoke of a claim or text, up to a day. */
export function standingAttestations(held: Case, on: Claim | Instrument, until: Until = {}): Attestation[] {
  return voicesOn(held, on, until).flatMap((voice) => voice.standing);
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
  /** The speaker's party, else the speaker; a source that speaks in its own voice is a voice of its own. */
  voice: string;
  /** Through whom the word came, where it did not come straight. */
  via: Id | undefined;
  root: Id;
}

/** Who bears a claim out, and where: the words of those who stand to it, and the claim's own basis if its maker does. */
function supportsOf(on: Claim | Instrument, held: Case, voices: readonly Voice[]): Support[] {
  const found: Support[] = [];
  const add = (passages: readonly Id[] | undefined, speaker: Id | undefined, via?: Id): void => {
    for (const id of passages ?? []) {
      const source = held.get("passage", id)?.source;
      if (source === undefined) continue;
      const root = rootOf(held, source);
      found.push({ voice: speaker === undefined ? `source:${root}` : `actor:${speaker}`, via, root });
    }
  };
  const by = on.kind === "claim" ? on.by : undefined;
  const maker = by === undefined ? undefined : voices.find((v) => v.actor === by);
  if (maker === undefined || !isAgainst(maker.stance))
    add(on.basis?.passages, maker?.party ?? (by === undefined ? undefined : (partyOf(held, by) ?? by)));
  // Who reports it without a stand bears out that it was said, not that it is so.
  for (const { standing, actor, party } of voices)
    for (const { stance, basis, via } of standing)
      if (stance === "asserts") add(basis?.passages, party ?? actor, via);
  return found;
}

/** The status of a claim up to a day. Contested claims are never folded into one truth. */
export function claimStatus(claim: Claim, held: Case, until: Until = {}): ClaimStatus {
  const day = until.known ?? until.said;
  if (claim.settled !== undefined && (day === undefined || claim.settled.on <= day)) return "settled";
  return statusOfVoices(claim, held, voicesOn(held, claim, until));
}

/** The status of a text that is said to exist, by what was said of it. Whether anybody has seen it, it says itself. */
export function instrumentStatus(on: Instrument, held: Case, until: Until = {}): ClaimStatus {
  return statusOfVoices(on, held, voicesOn(held, on, until));
}

/** The status by voices that are at hand; a settled claim is told apart before. */
export function statusOfVoices(on: Claim | Instrument, held: Case, voices: readonly Voice[]): ClaimStatus {
  const asserts = voices.filter((v) => v.stance === "asserts");
  const against = voices.some((v) => isAgainst(v.stance));
  if (asserts.length > 0 && against) return "contested";
  if (asserts.some((v) => v.earlier.some((a) => a.stance === "denies"))) return "conceded";
  if (against) return "denied";
  const supports = supportsOf(on, held, voices);
  if (supports.length === 0) {
    // Anything in the record that speaks of it, be it to leave it open, is a source of a kind.
    const some = voices.some((v) => v.standing.some((a) => (a.basis?.passages ?? []).length > 0));
    return some ? "single source" : "no source";
  }
  // Two papers that print one party's word bear out that it was said, not that it is so; nor do two through one mouth.
  const independent = supports.some((a) =>
    supports.some(
      (b) => a.voice !== b.voice && a.root !== b.root && (a.via === undefined || a.via !== b.via),
    ),
  );
  return independent ? "corroborated" : "single source";
}
