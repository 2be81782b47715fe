import { type Case, compareWords } from "./case.ts";
import { type Id, type Ref, refOf } from "./id.ts";
import type { Instrument } from "./objects/process.ts";
import type { Attestation, Claim, Stance } from "./objects/record.ts";
import { partyOf } from "./parties.ts";
import { attestationsOf, type ClaimStatus, claimStatus, instrumentStatus, saysNo } from "./status.ts";

/** One who said something of a claim or text: the last word up to a day, and what was said before it. */
export interface Voice {
  /** Absent: somebody without a name. */
  actor?: Id;
  /** On whose side the speaker stands; absent: on none, or not known. */
  party?: Id;
  stance: Stance;
  last: Attestation;
  /** Earlier words of the same speaker, oldest first: kept beside the last one, never replaced by it. */
  earlier: Attestation[];
}

/** What a party's people have said, taken together. */
export interface PartyVoice {
  party: Id;
  voices: Voice[];
  /** Somebody of it stands to the thing, and somebody denies or doubts it. */
  split: boolean;
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

const isAgainst = (stance: Stance): boolean => stance === "denies" || stance === "doubts";

/** Who said what of a claim or an instrument, up to a day (that day included). */
export function disputeOver(held: Case, on: Claim | Instrument, day?: string): Dispute {
  const all = attestationsOf(on);
  const dayOf = (a: Attestation): string => (a.when?.earliest ?? "").slice(0, 10);
  const said = all
    .filter((a) => day === undefined || dayOf(a) <= day.slice(0, 10))
    .map((attestation, place) => ({ attestation, place }))
    .sort((a, b) => compareWords(dayOf(a.attestation), dayOf(b.attestation)) || a.place - b.place)
    .map(({ attestation }) => attestation);
  const voices: Voice[] = [];
  for (const attestation of said) {
    const before = voices.find((v) => v.actor !== undefined && v.actor === attestation.actor);
    if (before !== undefined) {
      before.earlier.push(before.last);
      before.last = attestation;
      before.stance = attestation.stance;
      continue;
    }
    const { actor } = attestation;
    const when = dayOf(attestation);
    const party =
      attestation.party ??
      (actor === undefined ? undefined : partyOf(held, actor, when === "" ? undefined : when));
    voices.push({
      ...(actor === undefined ? {} : { actor }),
      ...(party === undefined ? {} : { party }),
      stance: attestation.stance,
      last: attestation,
      earlier: [],
    });
  }
  const byParty = new Map<Id, Voice[]>();
  for (const voice of voices) {
    if (voice.party === undefined) continue;
    byParty.set(voice.party, [...(byParty.get(voice.party) ?? []), voice]);
  }
  const parties = held
    .parties()
    .flatMap(({ id }) => byParty.get(id) ?? [])
    .reduce<PartyVoice[]>((list, voice) => {
      const party = voice.party as Id;
      if (!list.some((one) => one.party === party)) {
        const own = byParty.get(party) ?? [];
        list.push({
          party,
          voices: own,
          split: own.some((v) => v.stance === "asserts") && own.some((v) => isAgainst(v.stance)),
        });
      }
      return list;
    }, []);
  const status = on.kind === "claim" ? claimStatus(on, held, day) : instrumentStatus(on, held, day);
  return {
    ref: refOf(on.kind, on.id),
    on,
    status,
    contested: status === "contested",
    voices,
    parties,
    days: [...new Set(all.map(dayOf))].filter((d) => d !== "").sort(),
  };
}

/**
 * Everything of which the record tells a dispute, or cannot tell whether there is one: claims and texts that some stand
 * to and others deny or doubt; those of which somebody's word cannot be known; texts that are only said to exist; and
 * those on which a party's own people differ or a speaker changed. Contested first, then in the order of the case.
 */
export function disputes(held: Case, day?: string): Dispute[] {
  const found = [...held.inForce("claim"), ...held.inForce("instrument")]
    .map((on) => disputeOver(held, on, day))
    .filter(
      (dispute) =>
        dispute.contested ||
        dispute.voices.some((v) => v.stance === "unknown" || isAgainst(v.stance)) ||
        dispute.voices.some((v) => v.earlier.some((e) => e.stance !== v.stance)) ||
        (dispute.on.kind === "instrument" && dispute.on.rung === "alleged understanding"),
    );
  return [...found.filter((d) => d.contested), ...found.filter((d) => !d.contested)];
}

/** Two things said that cannot both stand as they are said, or one that was said and then unsaid. */
export interface Contradiction {
  rule: "stances" | "changed" | "opposite";
  /** The one claim or text, or the two claims. */
  on: Ref[];
  /** Who is on one side, and who on the other; with `changed` the one who changed. */
  sides: [Id[], Id[]];
  /** Whether one source alone holds both. */
  within?: Id;
}

/** Words that carry no matter of their own, in the languages of the claims we have seen; others count in full. */
const SMALL = new Set(
  "a an and are as at be been by for from has have in is it its no not of on or so that the their there this to was were will with".split(
    " ",
  ),
);

function matter(says: string): Set<string> {
  const words =
    says
      .toLowerCase()
      .normalize("NFKC")
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return new Set(words.filter((word) => !SMALL.has(word)));
}

/** At least half of the words of the shorter of two sentences must be in the other: less is another matter. */
function sameMatter(a: Set<string>, b: Set<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= 2 && shared * 2 >= Math.min(a.size, b.size);
}

/**
 * What contradicts what, as far as a rule can tell. A contradiction is a finding for a reader, never a correction: two
 * that differ may both be right of their own part.
 *
 * - `stances`: of one claim or text, some stand to it and others deny or doubt it.
 * - `changed`: one speaker's later word on it turns an earlier one round.
 * - `opposite`: two claims about the same act on the same issue, in nearly the same words, one saying yes and one no.
 *   Claims whose polarity is not known contradict nothing.
 */
export function contradictions(held: Case, day?: string): Contradiction[] {
  const found: Contradiction[] = [];
  const all = [...held.inForce("claim"), ...held.inForce("instrument")].map((on) =>
    disputeOver(held, on, day),
  );
  const sourcesOf = (voice: Voice): Set<Id> =>
    new Set((voice.last.basis?.passages ?? []).flatMap((id) => held.get("passage", id)?.source ?? []));
  for (const { ref, voices } of all) {
    const pro = voices.filter((v) => v.stance === "asserts");
    const contra = voices.filter((v) => isAgainst(v.stance));
    if (pro.length > 0 && contra.length > 0) {
      const common = [...sourcesOf(pro[0] as Voice)].find((s) =>
        [...pro, ...contra].every((v) => sourcesOf(v).has(s)),
      );
      found.push({
        rule: "stances",
        on: [ref],
        sides: [named(pro), named(contra)],
        ...(common === undefined ? {} : { within: common }),
      });
    }
    for (const voice of voices) {
      const turned = voice.earlier.some(
        (e) =>
          (e.stance === "asserts" && isAgainst(voice.stance)) ||
          (isAgainst(e.stance) && voice.stance === "asserts"),
      );
      if (turned) found.push({ rule: "changed", on: [ref], sides: [named([voice]), []] });
    }
  }
  const byIssue = new Map<Id, { claim: Claim; words: Set<string> }[]>();
  for (const claim of held.inForce("claim")) {
    if (claim.issue === undefined || claim.polarity === "unknown") continue;
    byIssue.set(claim.issue, [...(byIssue.get(claim.issue) ?? []), { claim, words: matter(claim.says) }]);
  }
  for (const group of byIssue.values()) {
    for (const [i, a] of group.entries()) {
      for (const b of group.slice(i + 1)) {
        if (saysNo(a.claim) === saysNo(b.claim) || a.claim.about !== b.claim.about) continue;
        if (!sameMatter(a.words, b.words)) continue;
        found.push({
          rule: "opposite",
          on: [refOf("claim", a.claim.id), refOf("claim", b.claim.id)],
          sides: [a.claim.by === undefined ? [] : [a.claim.by], b.claim.by === undefined ? [] : [b.claim.by]],
        });
      }
    }
  }
  return found;
}

const named = (voices: readonly Voice[]): Id[] => voices.flatMap((v) => v.actor ?? []);
