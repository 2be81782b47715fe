import type { Case } from "./case.ts";
import { type Id, type Ref, refOf } from "./id.ts";
import type { Position } from "./objects/process.ts";
import type { Attestation, Claim } from "./objects/record.ts";
import { isAgainst, saysNo, type Until, type Voice, voicesOn } from "./voices.ts";

/** How two things that were said do not go together. */
export const CONTRADICTION_RULES = [
  "stances",
  "figure",
  "changed",
  "opposite",
  "itself",
  "position",
] as const;
export type ContradictionRule = (typeof CONTRADICTION_RULES)[number];

/** Two things said that cannot both stand as they are said, or one that was said and then unsaid. */
export interface Contradiction {
  rule: ContradictionRule;
  /** The one claim or text, or the two claims or positions. */
  on: Ref[];
  /** Who is on one side, and who on the other; where one speaker contradicts itself, the speaker and nobody. */
  sides: [Id[], Id[]];
  /** The one document that holds both; absent: they stand in different ones. */
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

/** Whether a sentence gives a figure: a number with a unit, a share or a decimal part, not a date or a count of days. */
function givesFigure(says: string): boolean {
  return /\d[\d.,\u00a0 ]*\s?(%|percent|per cent|million|billion|trillion|[€$£¥₽])|[€$£¥₽]\s?\d|\d[.,]\d/iu.test(
    says,
  );
}

/**
 * What contradicts what, as far as a rule can tell. A contradiction is a finding for a reader, never a correction: two
 * that differ may both be right of their own part.
 *
 * - `stances`: of one claim or text, some stand to it and others deny or doubt it.
 * - `figure`: against what somebody stands to, an attestation sets a claim that gives a figure.
 * - `changed`: one speaker's later word on it turns an earlier one round, or a party's later position rules out what its
 *   earlier one wanted (or the other way round).
 * - `opposite`: two claims about the same act on the same issue, in nearly the same words (two words of matter at least,
 *   and half of the shorter one's), one saying yes and one no. Claims whose polarity is not known contradict nothing.
 * - `itself`: the same, and one speaker makes both.
 * - `position`: one party wants and rules out the same option of an issue, and nothing says which came later.
 */
export function contradictions(held: Case, until: Until = {}): Contradiction[] {
  return [...ofStances(held, until), ...oppositeClaims(held, held.inForce("claim")), ...ofPositions(held)];
}

function ofStances(held: Case, until: Until): Contradiction[] {
  const found: Contradiction[] = [];
  const cache = new Map<Attestation, ReadonlySet<Id>>();
  const sourcesOf = (word: Attestation): ReadonlySet<Id> => {
    let sources = cache.get(word);
    if (sources === undefined) {
      sources = sourcesIn(held, word.basis?.passages);
      cache.set(word, sources);
    }
    return sources;
  };
  for (const on of [...held.inForce("claim"), ...held.inForce("instrument")]) {
    // Who makes a claim speaks of it alone until somebody else does.
    if (on.attestations === undefined) continue;
    const ref = refOf(on.kind, on.id);
    const voices = voicesOn(held, on, until);
    const pro = voices.filter((v) => v.stance === "asserts");
    const contra = voices.filter((v) => isAgainst(v.stance));
    if (pro.length > 0 && contra.length > 0) {
      const within = common([...pro, ...contra].flatMap((v) => v.standing).map(sourcesOf));
      found.push({ rule: "stances", on: [ref], sides: [named(pro), named(contra)], ...one(within) });
      const figures = contra
        .flatMap((v) => v.standing)
        .filter((a) => isAgainst(a.stance))
        .flatMap((a) => a.basis?.claims ?? []);
      for (const id of new Set(figures)) {
        const figure = held.get("claim", id);
        if (figure === undefined || !givesFigure(figure.says)) continue;
        found.push({ rule: "figure", on: [ref, refOf("claim", id)], sides: [named(pro), named(contra)] });
      }
    }
    for (const voice of voices) {
      const before = voice.earlier.filter(
        (e) =>
          (e.stance === "asserts" && isAgainst(voice.stance)) ||
          (isAgainst(e.stance) && voice.stance === "asserts"),
      );
      if (before.length === 0) continue;
      const within = common([...before, ...voice.standing].map(sourcesOf));
      found.push({ rule: "changed", on: [ref], sides: [named([voice]), []], ...one(within) });
    }
  }
  return found;
}

/** A claim with its words of matter. */
interface Worded {
  claim: Claim;
  words: ReadonlySet<string>;
  place: number;
}

/** Pairs of claims, among those given, of which the rules `opposite` and `itself` find that one says yes and one no. */
export function oppositeClaims(held: Case, claims: readonly Claim[]): Contradiction[] {
  const groups = new Map<string, { yes: Worded[]; no: Worded[] }>();
  for (const [place, claim] of claims.entries()) {
    if (claim.issue === undefined || claim.polarity === "unknown") continue;
    const key = JSON.stringify([claim.issue, claim.about ?? null]);
    let group = groups.get(key);
    if (group === undefined) {
      group = { yes: [], no: [] };
      groups.set(key, group);
    }
    group[saysNo(claim) ? "no" : "yes"].push({ claim, words: matter(claim.says), place });
  }
  const pairs = [...groups.values()].flatMap(({ yes, no }) => pairsOfOneMatter(yes, no));
  pairs.sort((a, b) => a[0].place - b[0].place || a[1].place - b[1].place);
  return pairs.map(([a, b]) => {
    const itself = a.claim.by !== undefined && a.claim.by === b.claim.by;
    const side = (claim: Claim): Id[] => (claim.by === undefined ? [] : [claim.by]);
    const within = common([a, b].map(({ claim }) => sourcesIn(held, claim.basis?.passages)));
    return {
      rule: itself ? ("itself" as const) : ("opposite" as const),
      on: [refOf("claim", a.claim.id), refOf("claim", b.claim.id)],
      sides: [side(a.claim), itself ? [] : side(b.claim)] as [Id[], Id[]],
      ...one(within),
    };
  });
}

/** Pairs of a yes and a no that share words enough. Only those that share any word are looked at. */
function pairsOfOneMatter(yes: readonly Worded[], no: readonly Worded[]): [Worded, Worded][] {
  const holding = new Map<string, Worded[]>();
  for (const worded of no) {
    for (const word of worded.words) {
      const list = holding.get(word);
      if (list === undefined) holding.set(word, [worded]);
      else list.push(worded);
    }
  }
  const pairs: [Worded, Worded][] = [];
  for (const one of yes) {
    const shared = new Map<Worded, number>();
    for (const word of one.words)
      for (const other of holding.get(word) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, count] of shared) {
      if (count < 2 || count * 2 < Math.min(one.words.size, other.words.size)) continue;
      pairs.push(one.place < other.place ? [one, other] : [other, one]);
    }
  }
  return pairs;
}

function ofPositions(held: Case): Contradiction[] {
  const groups = new Map<string, Position[]>();
  for (const position of held.inForce("position")) {
    const key = JSON.stringify([
      position.of,
      position.issue,
      position.about ?? null,
      position.seenBy ?? null,
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [position]);
    else group.push(position);
  }
  const found: Contradiction[] = [];
  for (const group of groups.values()) {
    for (const [i, a] of group.entries()) {
      for (const b of group.slice(i + 1)) {
        if (!turns(a, b) && !turns(b, a)) continue;
        const on = [refOf("position", a.id), refOf("position", b.id)];
        found.push({
          rule: isLater(a, b) || isLater(b, a) ? "changed" : "position",
          on,
          sides: [[a.of], []],
        });
      }
    }
  }
  return found;
}

/** Whether one position rules out everything that the other wants. */
function turns(a: Position, b: Position): boolean {
  const wants = typeof a.wants === "string" ? [a.wants] : Array.isArray(a.wants) ? a.wants : [];
  return wants.length > 0 && wants.every((option) => b.rejects?.includes(option) ?? false);
}

function isLater(a: Position, b: Position): boolean {
  if (b.replaces === a.id) return true;
  const [end, start] = [a.during?.latest, b.during?.earliest];
  return end !== undefined && start !== undefined && end < start;
}

function sourcesIn(held: Case, passages: readonly Id[] | undefined): ReadonlySet<Id> {
  return new Set((passages ?? []).flatMap((id) => held.get("passage", id)?.source ?? []));
}

/** A document that all of them stand in. */
function common(sets: readonly ReadonlySet<Id>[]): Id | undefined {
  return [...(sets[0] ?? [])].find((id) => sets.every((set) => set.has(id)));
}

const one = (within: Id | undefined): { within?: Id } => (within === undefined ? {} : { within });
const named = (voices: readonly Voice[]): Id[] => voices.flatMap((v) => v.actor ?? []);
