import { type Case, compareWords } from "./case.ts";
import type { Id } from "./id.ts";
import type { Instrument } from "./objects/process.ts";
import type { Attestation, Claim, Stance } from "./objects/record.ts";
import { partyOf } from "./parties.ts";
import type { WorldTime } from "./time.ts";

/** Up to which day words count: the day on which they were said, and the day on which the record knew of them. */
export interface Until {
  said?: string | undefined;
  known?: string | undefined;
}

/** One who said something of a claim or text. Nothing said is lost: what is not the last word stands beside it. */
export interface Voice {
  /** Absent: somebody without a name. */
  actor?: Id;
  /** On whose side the speaker stands; absent: on none, or not known. */
  party?: Id;
  /** Where the speaker stands by the last word. */
  stance: Stance;
  /** The words that no later word of the same speaker has replaced, as far as their days tell. */
  standing: Attestation[];
  /** Words that a later one replaced, oldest first. */
  earlier: Attestation[];
  /** The speaker stood to it and spoke against it, and the days do not tell which came last: `stance` is unknown. */
  unordered: boolean;
}

/** Whether somebody speaks against a thing. */
export const isAgainst = (stance: Stance): boolean => stance === "denies" || stance === "doubts";
/** Takes a stand that replaces an earlier one. To report, to be silent, or words that are lost take nothing back. */
const isStand = (stance: Stance): boolean => stance === "asserts" || isAgainst(stance);

/** Whether a claim says that something is not so: by its act or by its polarity. */
export function saysNo(claim: Claim): boolean {
  return claim.act === "denies" || claim.polarity === "no";
}

/**
 * All that was said of a claim or a text. Whoever makes a claim stands to it: where no attestation of theirs says more,
 * their own claim counts as one, resting on what the claim rests on. A claim of which nobody knows who makes it, but which
 * stands in a source, is somebody's all the same.
 */
export function attestationsOf(on: Claim | Instrument): readonly Attestation[] {
  const said = on.attestations ?? [];
  if (on.kind !== "claim" || said.some((a) => a.actor === on.by)) return said;
  if (on.by === undefined && !on.basis?.passages?.length && !on.statements?.length) return said;
  const own: Attestation = {
    ...(on.by === undefined ? {} : { actor: on.by }),
    stance: on.act === "unknown" || on.polarity === "unknown" ? "unknown" : saysNo(on) ? "denies" : "asserts",
  };
  if (on.basis !== undefined) own.basis = on.basis;
  return [own, ...said];
}

/** Whether one word was surely said before another. Days are compared as days, instants as instants. */
function surelyBefore(a: WorldTime | undefined, b: WorldTime | undefined): boolean {
  const [last, first] = [a?.latest, b?.earliest];
  if (last === undefined || first === undefined) return false;
  if (last.length === 10 && first.length === 10) return last < first;
  const moment = (text: string, end: boolean): number =>
    Date.parse(text.length === 10 ? `${text}T${end ? "23:59:59.999" : "00:00:00.000"}Z` : text);
  return moment(last, true) < moment(first, false);
}

/** The first day on which something can have been said; empty where no day is known. */
export function dayOf(attestation: Attestation): string {
  return (attestation.when?.earliest ?? "").slice(0, 10);
}

/**
 * The day from which the record knew of a word: the first on which anything it rests on was known. A passage is known
 * when its document is, and a document of which nothing else is said, from its publication. Undefined: always known.
 */
export function knownFrom(held: Case, attestation: Attestation): string | undefined {
  const days: (string | undefined)[] = [];
  const { passages = [], claims = [], assumption } = attestation.basis ?? {};
  for (const id of passages) {
    const passage = held.get("passage", id);
    const source = passage === undefined ? undefined : held.get("source", passage.source);
    days.push(
      passage?.knownAt ??
        passage?.reportedAt ??
        source?.knownAt ??
        source?.reportedAt ??
        source?.published?.latest,
    );
  }
  for (const id of claims) {
    const claim = held.get("claim", id);
    days.push(claim?.knownAt ?? claim?.reportedAt);
  }
  if (assumption !== undefined) days.push(assumption.on);
  if (days.length === 0 || days.includes(undefined)) return undefined;
  return (days as string[]).map((day) => day.slice(0, 10)).sort(compareWords)[0];
}

/** What was said of a claim or text up to a day (that day included), oldest first; what has no day always counts. */
export function wordsUntil(held: Case, on: Claim | Instrument, until: Until = {}): Attestation[] {
  const { said, known } = until;
  return attestationsOf(on)
    .filter((a) => said === undefined || dayOf(a) <= said.slice(0, 10))
    .filter((a) => known === undefined || (knownFrom(held, a) ?? "") <= known.slice(0, 10))
    .map((attestation, place) => ({ attestation, place, day: dayOf(attestation) }))
    .sort((a, b) => compareWords(a.day, b.day) || a.place - b.place)
    .map(({ attestation }) => attestation);
}

/** Who said what of a claim or text up to a day, one voice a speaker; each who has no name is one of their own. */
export function voicesOn(held: Case, on: Claim | Instrument, until: Until = {}): Voice[] {
  const bySpeaker = new Map<Id | Attestation, Attestation[]>();
  for (const word of wordsUntil(held, on, until)) {
    const own = bySpeaker.get(word.actor ?? word);
    if (own === undefined) bySpeaker.set(word.actor ?? word, [word]);
    else own.push(word);
  }
  return [...bySpeaker.values()].map((words) => voiceOf(held, words));
}

function voiceOf(held: Case, words: readonly Attestation[]): Voice {
  const isReplaced = (word: Attestation): boolean =>
    words.length > 1 && words.some((later) => isStand(later.stance) && surelyBefore(word.when, later.when));
  const earlier = words.filter(isReplaced);
  const standing = earlier.length === 0 ? [...words] : words.filter((word) => !isReplaced(word));
  const stances = standing.map(({ stance }) => stance);
  const unordered = stances.includes("asserts") && stances.some(isAgainst);
  const order = ["asserts", "denies", "doubts", "reports", "unknown", "silent"] as const;
  const last = standing.at(-1) ?? (words[0] as Attestation);
  const day = dayOf(last);
  const { actor } = last;
  const party =
    last.party ?? (actor === undefined ? undefined : partyOf(held, actor, day === "" ? undefined : day));
  return {
    ...(actor === undefined ? {} : { actor }),
    ...(party === undefined ? {} : { party }),
    stance: unordered ? "unknown" : (order.find((stance) => stances.includes(stance)) ?? "unknown"),
    standing,
    earlier,
    unordered,
  };
}
