import { type Case, compareWords } from "./case.ts";
import { type Id, type Ref, refOf } from "./id.ts";
import type { Instrument } from "./objects/process.ts";
import type { Claim, Stance } from "./objects/record.ts";
import { partyOrder } from "./parties.ts";
import { type ClaimStatus, statusOfVoices } from "./status.ts";
import { attestationsOf, dayOf, isAgainst, saysNo, type Until, type Voice, voicesOn } from "./voices.ts";

/** What a party's people have said, taken together. */
export interface PartyVoice {
  party: Id;
  voices: Voice[];
  /** Somebody of it stands to the thing, and somebody denies or doubts it. */
  split: boolean;
  /** Where the party stands by the last words of its named people; unknown where there are none, or where its people differ. */
  stance: Stance;
}

/** A claim, or a text that is said to exist, with all who spoke of it. Nothing here decides who is right. */
export interface Dispute {
  ref: Ref;
  on: Claim | Instrument;
  status: ClaimStatus;
  /** Some stand to it and others deny or doubt it. */
  contested: boolean;
  voices: Voice[];
  /** By name of the party; speakers on no known side are in `voices` alone. */
  parties: PartyVoice[];
  /** The days on which something was said of it, in order. What has no day is said on all of them. */
  days: string[];
}

/** Who said what of a claim or an instrument, up to a day (that day included). */
export function disputeOver(held: Case, on: Claim | Instrument, until: Until = {}): Dispute {
  const voices = voicesOn(held, on, until);
  const byParty = new Map<Id, Voice[]>();
  for (const voice of voices) {
    if (voice.party === undefined) continue;
    const own = byParty.get(voice.party);
    if (own === undefined) byParty.set(voice.party, [voice]);
    else own.push(voice);
  }
  const parties =
    byParty.size === 0
      ? []
      : partyOrder(held).flatMap((id) => {
          const own = byParty.get(id);
          return own === undefined ? [] : [partyVoice(id, own)];
        });
  const status = statusOn(held, on, voices, until);
  return {
    ref: refOf(on.kind, on.id),
    on,
    status,
    contested: status === "contested",
    voices,
    parties,
    days: [...new Set(attestationsOf(on).map(dayOf))].filter((d) => d !== "").sort(compareWords),
  };
}

function statusOn(held: Case, on: Claim | Instrument, voices: readonly Voice[], until: Until): ClaimStatus {
  const day = until.known ?? until.said;
  if (on.kind === "claim" && on.settled !== undefined && (day === undefined || on.settled.on <= day))
    return "settled";
  return statusOfVoices(on, held, voices);
}

/** The order in which one stance of a party's people speaks for the party, where they do not differ. */
const LOUDEST = ["asserts", "denies", "doubts", "unknown", "reports", "silent"] as const;

function partyVoice(party: Id, voices: Voice[]): PartyVoice {
  const stances = new Set(voices.map((v) => v.stance));
  const split = stances.has("asserts") && voices.some((v) => isAgainst(v.stance));
  // Somebody without a name may differ from a party, but does not speak for it.
  const named = new Set(voices.filter((v) => v.actor !== undefined).map((v) => v.stance));
  const loudest = LOUDEST.find((stance) => named.has(stance)) ?? "unknown";
  return { party, voices, split, stance: split ? "unknown" : loudest };
}

/** What only its maker stands to, in words that are not lost, is none: most of a record. */
function mayBeDispute(on: Claim | Instrument): boolean {
  return (
    on.kind === "instrument" ||
    on.attestations !== undefined ||
    on.act === "unknown" ||
    on.polarity === "unknown" ||
    saysNo(on)
  );
}

/** Whether the record tells of a dispute over it, or cannot tell whether there is one. */
export function isDispute({ on, contested, voices }: Dispute): boolean {
  return (
    contested ||
    voices.some((v) => v.stance === "unknown" || isAgainst(v.stance)) ||
    voices.some((v) => v.earlier.some((e) => e.stance !== v.stance)) ||
    (on.kind === "claim" && on.settled !== undefined && on.attestations !== undefined) ||
    (on.kind === "instrument" && on.rung === "alleged understanding")
  );
}

/**
 * Everything of which the record tells a dispute, or cannot tell whether there is one: claims and texts that some stand
 * to and others deny or doubt; those of which somebody's word cannot be known; texts that are only said to exist; those
 * on which a party's own people differ or a speaker changed, and what an analyst settled. Contested first, then in the
 * order of the case. Linear in all that was said.
 */
export function disputes(held: Case, until: Until = {}): Dispute[] {
  const found = [...held.inForce("claim"), ...held.inForce("instrument")]
    .filter(mayBeDispute)
    .map((on) => disputeOver(held, on, until))
    .filter(isDispute);
  return [...found.filter((d) => d.contested), ...found.filter((d) => !d.contested)];
}
