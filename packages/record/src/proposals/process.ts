import type { Range } from "@parley/case";
import { proposalReason } from "../messages.ts";
import { type EventRule, PROCESS_RULES, type ProcessRule, RESTATED } from "../rules/en/process-rules.ts";
import { PEOPLES } from "../rules/states.ts";
import { saysAgain } from "./hedges.ts";
import { isHidden } from "./hidden.ts";
import { holderOf, mentionOf, type Statements } from "./holder.ts";
import { PASSIVE_OR_NOUN } from "./indirect.ts";
import type { Mention } from "./mentions.ts";
import {
  baseOf,
  type CommitmentProposal,
  type DateProposal,
  type EndorsementProposal,
  type EventProposal,
  type PositionProposal,
  type PreconditionProposal,
  type PressureProposal,
  spokenBy,
} from "./proposal.ts";
import { placeOf, type Reading, type Sentence } from "./reading.ts";

export type ProcessProposal =
  | PreconditionProposal
  | PositionProposal
  | CommitmentProposal
  | PressureProposal
  | EndorsementProposal
  | EventProposal;

/** One match of a rule in a sentence, with offsets in the text. */
interface Match {
  rule: ProcessRule;
  sentence: Sentence;
  range: Range;
  cue: Range;
  groups: Record<string, string | undefined>;
  /** Range of a group, without blanks around. */
  at(group: string): Range;
}

/**
 * What a text tells of the process: preconditions, red lines and demands, promises, pressure, support, and events met and
 * planned. By the patterns of English; other languages have none yet.
 */
export function processIn(
  reading: Reading,
  statements: Statements,
  dates: readonly DateProposal[],
): ProcessProposal[] {
  if (reading.pack?.code !== "en") return [];
  const result: ProcessProposal[] = [];
  for (const sentence of reading.sentences) {
    for (const rule of PROCESS_RULES) {
      if (!hintOf(rule).test(sentence.text)) continue;
      const match = matchOf(rule, sentence);
      if (match === undefined) continue;
      const made = propose(reading, statements, dates, match);
      if (made === undefined) continue;
      // A narrower rule has the say where two of a kind find the same words.
      const twin = result.some(
        (one) => one.kind === made.kind && one.range[0] < made.range[1] && one.range[1] > made.range[0],
      );
      if (!twin) result.push(made);
    }
  }
  return mergedEvents(reading, result);
}

const hints = new Map<ProcessRule, RegExp>();

/** The words of a rule's cue alone: where they do not stand, the whole pattern need not be tried. */
function hintOf(rule: ProcessRule): RegExp {
  let hint = hints.get(rule);
  if (hint === undefined) {
    const { source } = rule.pattern;
    const from = source.indexOf("(?<cue>") + "(?<cue>".length;
    let depth = 1;
    let to = from;
    for (; depth > 0 && to < source.length; to++) {
      const c = source.charAt(to);
      if (c === "\\") to += 1;
      else if (c === "(") depth += 1;
      else if (c === ")") depth -= 1;
    }
    hint = new RegExp(source.slice(from, to - 1), "u");
    hints.set(rule, hint);
  }
  return hint;
}

function matchOf(rule: ProcessRule, sentence: Sentence): Match | undefined {
  const pattern = new RegExp(rule.pattern.source, `${rule.pattern.flags}d`);
  const found = pattern.exec(sentence.text);
  if (found === null) return undefined;
  const [start] = sentence.range;
  const trim = ([a, b]: Range): Range => {
    const words = sentence.text.slice(a, b);
    const lead = words.length - words.trimStart().replace(/^[,“”"]+ ?/u, "").length;
    const tail = words.length - words.replace(/[\s,.;:“”"]+$/u, "").length;
    return [start + a + lead, start + Math.max(a + lead, b - tail)];
  };
  const indices = found.indices!;
  return {
    rule,
    sentence,
    range: trim(indices[0] as Range),
    cue: trim(indices.groups!.cue as Range),
    groups: found.groups as Record<string, string | undefined>,
    at: (group) => trim(indices.groups![group] as Range),
  };
}

function propose(
  reading: Reading,
  statements: Statements,
  dates: readonly DateProposal[],
  match: Match,
): ProcessProposal | undefined {
  const { rule, sentence, cue, groups } = match;
  const { document } = reading;
  const words = (group: string): string => document.text.slice(...match.at(group));
  const who = groups.who === undefined ? undefined : namedIn(reading, match.at("who"));
  const holder = groups.who === undefined ? holderOf(reading, statements, sentence, cue) : who;
  const cueText = document.text.slice(...cue);
  const spoken = { ...spokenBy(holder), cue: { text: cueText, range: cue } };
  const hidden = isHidden(document, sentence.range[0], cue);
  const confidence = rule.confidence * (hidden ? 0.5 : 1) * (holder === undefined ? 0.7 : 1);
  const base = (range: Range) => baseOf(document, placeOf(sentence, range), `${rule.kind}-${rule.name}`);
  switch (rule.kind) {
    case "precondition": {
      const [needs, waits] = [complement(words("needs")), complement(words("for"))];
      // "No deal until there is a deal": nothing waits for itself; what it says of the whole is a claim.
      if (isItself(needs, waits)) return undefined;
      return {
        kind: "precondition",
        ...base(match.range),
        ...spoken,
        needs,
        for: waits,
        reason: proposalReason.precondition(cueText),
        confidence,
      };
    }
    case "position": {
      // What will not be done is a position only where somebody is seen to hold it.
      if (holder === undefined || isNoun(document.text.slice(sentence.range[0], cue[0]))) return undefined;
      const range: Range = [Math.min(cue[0], match.at("what")[0]), Math.max(cue[1], match.at("what")[1])];
      const about = groups.about === undefined ? undefined : namedIn(reading, match.at("about"));
      // "says that it should …": about itself, a demand all the same.
      const other = about !== undefined && about.name !== holder.name;
      const proposal: PositionProposal = {
        kind: "position",
        ...base(range),
        ...spoken,
        firmness: rule.firmness,
        polarity: hidden ? "unknown" : rule.polarity,
        reason: hidden
          ? proposalReason.hidden(proposalReason.redLine(cueText))
          : groups.about !== undefined
            ? proposalReason.demand(cueText, words("about"))
            : rule.firmness === "red line"
              ? proposalReason.redLine(cueText)
              : proposalReason.demand(cueText, "somebody"),
        confidence,
      };
      if (groups.about !== undefined && other) {
        proposal.about = about.name ?? words("about");
        proposal.aboutRange = match.at("about");
      } else if (groups.about !== undefined && about === undefined) {
        proposal.about = words("about");
        proposal.aboutRange = match.at("about");
      }
      // What is said again stays one position, with another utterance.
      if (saysAgain(reading.pack!, sentence.text)) proposal.again = true;
      return proposal;
    }
    case "commitment": {
      const range: Range = [cue[0], match.at("what")[1]];
      const proposal: CommitmentProposal = {
        kind: "commitment",
        ...base(range),
        ...spoken,
        strength: rule.strength,
        reason: proposalReason.commitment(cueText),
        confidence,
      };
      if (RESTATED.test(sentence.text)) proposal.novelty = "restated";
      return proposal;
    }
    case "pressure": {
      if (holder === undefined) return undefined;
      const on = namedIn(reading, match.at("on"));
      const proposal: PressureProposal = {
        kind: "pressure",
        ...base([cue[0], match.at("on")[1]]),
        ...spoken,
        on: on?.name ?? words("on"),
        onRange: match.at("on"),
        reason: proposalReason.pressure(cueText),
        confidence,
      };
      if (saysAgain(reading.pack!, sentence.text)) proposal.again = true;
      return proposal;
    }
    case "endorsement":
      return holder === undefined ? undefined : endorsement(reading, statements, match, holder, confidence);
    case "event":
      return eventOf(reading, statements, dates, match, rule);
  }
}

/** "their key demand for …", "the war, which demands …": nobody's demand. */
const isNoun = (before: string): boolean =>
  /(?<!\p{L})(?:which|that) $/u.test(before) || PASSIVE_OR_NOUN.test(before);

/** "… should accept land transfers before any …": the demand within what stands before. */
const complement = (words: string): string =>
  words.replace(/^.*(?:(?<!\p{L})that|by placing [^,]*? to|(?<!\p{L})said) /u, "");

const EMPTY =
  /^(?:there|is|are|has|have|been|was|were|will|be|a|an|the|on|of|everything|all|it|we|nothing|any|s|re)$/u;

/** Whether two wordings come to one thing once the small words are left out. */
function isItself(needs: string, waits: string): boolean {
  const bare = (words: string): string =>
    (words.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !EMPTY.test(word)).join(" ");
  return bare(needs) === bare(waits);
}

/** Who a few words name. */
function namedIn({ finder, document }: Reading, range: Range): Mention | undefined {
  return finder.find(document.text.slice(...range), range[0]).findLast((m) => m.name !== null);
}

function endorsement(
  reading: Reading,
  statements: Statements,
  match: Match,
  holder: Mention,
  confidence: number,
): EndorsementProposal {
  const { document, finder } = reading;
  const { sentence, cue, rule } = match;
  const what = match.at("what");
  const words = document.text.slice(...what);
  // "this demand": whoever spoke last before, in the same paragraph.
  const pointed = /^(?:this|that|the same|these|those)(?!\p{L})/u.test(words)
    ? statements.before(sentence.range[0], sentence.block[0])
    : undefined;
  const named =
    pointed === undefined ? finder.find(words, what[0]).find((m) => m.name !== null) : mentionOf(pointed);
  const including = finder
    .find(document.text.slice(sentence.range[0], cue[0]), sentence.range[0])
    .filter((m) => m.name !== null && m.known && m.range[0] > holder.range[1])
    .map((m) => m.name!);
  // "…, including UK Prime Minister Keir Starmer,": a name that no actor has counts as well.
  const told = /, including ([^,]+),/u.exec(document.text.slice(sentence.range[0], cue[0]));
  if (told !== null && including.length === 0) {
    for (const m of finder.find(told[1]!)) if (m.name !== null) including.push(m.name);
  }
  const cueText = document.text.slice(...cue);
  const proposal: EndorsementProposal = {
    kind: "endorsement",
    ...baseOf(document, placeOf(sentence, [cue[0], what[1]]), `endorsement-${rule.name}`),
    ...spokenBy(holder),
    cue: { text: cueText, range: cue },
    of: named?.name ?? null,
    reason: proposalReason.endorsement(cueText),
    confidence,
  };
  if (including.length > 0) proposal.including = including;
  return proposal;
}

function eventOf(
  reading: Reading,
  statements: Statements,
  dates: readonly DateProposal[],
  match: Match,
  rule: EventRule,
): EventProposal | undefined {
  const { document, finder } = reading;
  const { sentence, cue } = match;
  const range = match.range;
  const claimant = statements.around(cue);
  const subject =
    claimant === undefined && (rule.occurrence === "planned" || rule.occurrence === "expected")
      ? holderOf(reading, statements, sentence, cue)
      : undefined;
  const what = document.text.slice(...match.at("what"));
  const participants = new Set<string>();
  for (const m of finder.find(what, match.at("what")[0])) {
    const lead = document.text.slice(Math.max(0, m.range[0] - 8), m.range[0]);
    if (m.name === null || m.name.length < 3 || /(?:(?<!\p{L})(?:in|at|[Tt]he) |[–-])$/u.test(lead)) continue;
    participants.add(m.name);
  }
  // "U.S. and Russian foreign ministers": states by the words for their people.
  for (const [word] of what.matchAll(/(?<!\p{L})(?:U\.S\.|\p{Lu}[\p{L}]+)(?!\p{L})/gu)) {
    const state = PEOPLES.get(word.toLowerCase());
    if (state !== undefined) participants.add(finder.find(state).find((m) => m.known)?.name ?? state);
  }
  if (rule.name === "plans-to-meet" && subject?.name != null) participants.add(subject.name);
  if (match.groups.who !== undefined) {
    const who = namedIn(reading, match.at("who"))?.name;
    if (who != null) participants.add(who);
  }
  const proposal: EventProposal = {
    kind: "event",
    ...baseOf(document, placeOf(sentence, range), `event-${rule.name}`),
    ...(claimant === undefined ? spokenBy(subject) : { ...spokenBy(mentionOf(claimant)) }),
    cue: { text: document.text.slice(...cue), range: cue },
    title: titleOf(
      rule.name === "plans-to-meet" && subject !== undefined
        ? `${subject.name ?? document.text.slice(...subject.range)} ${what}`
        : what,
    ),
    occurrence: rule.occurrence,
    planned: rule.occurrence === "planned" || rule.occurrence === "expected",
    participants: [...participants],
    reason: proposalReason.event(document.text.slice(...cue)),
    confidence: rule.confidence,
  };
  const where =
    match.groups.where ??
    /(?<!\p{L})(?:in|at) ((?:\p{Lu}[\p{L}\p{M}’–-]*(?: (?=\p{Lu}))?)+)/u.exec(
      document.text.slice(range[0], Math.min(sentence.range[1], range[1] + 40)),
    )?.[1];
  if (where !== undefined) proposal.place = where.trim();
  if (match.groups.outcome !== undefined) proposal.outcome = document.text.slice(...match.at("outcome"));
  const when = dates
    .filter((d) => d.interval !== null && d.range[0] >= sentence.range[0] && d.range[1] <= sentence.range[1])
    .sort((a, b) => away(a.range, range) - away(b.range, range))[0];
  if (when?.interval != null && away(when.range, range) <= 40) proposal.when = when.interval;
  return proposal;
}

const away = (a: Range, b: Range): number => Math.max(0, a[0] - b[1], b[0] - a[1]);

const titleOf = (words: string): string => {
  const plain = words.replace(/\s+/gu, " ").replace(/^(?:the|a|an) /iu, "");
  const first = plain.charAt(0).toUpperCase() + plain.slice(1);
  return first.length <= 120 ? first : `${first.slice(0, 117)}…`;
};

/** "The Anchorage summit" named three times is one event; a title "A–B Summit" names who met at the only one. */
function mergedEvents({ document, finder }: Reading, all: readonly ProcessProposal[]): ProcessProposal[] {
  const seen = new Map<string, EventProposal>();
  const kept = all.filter((one) => {
    if (one.kind !== "event" || one.rule !== "event-named-summit") return true;
    const key = `${one.place} ${one.cue?.text}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, one);
      return true;
    }
    if (first.when === undefined && one.when !== undefined) first.when = one.when;
    return false;
  });
  const title = document.blocks.find((block) => block.type === "title");
  const met = kept.filter(
    (one): one is EventProposal => one.kind === "event" && one.occurrence === "happened",
  );
  if (title !== undefined && met.length === 1 && met[0]!.participants.length === 0) {
    const pair = /(\p{Lu}[\p{L}\p{M}’]+)[–-](\p{Lu}[\p{L}\p{M}’]+) (?:[Ss]ummit|[Mm]eeting|[Tt]alks)/u.exec(
      document.text.slice(...title.range),
    );
    if (pair !== null)
      met[0]!.participants = [pair[1]!, pair[2]!].map(
        (name) => finder.find(name).find((m) => m.name !== null)?.name ?? name,
      );
  }
  return kept;
}
