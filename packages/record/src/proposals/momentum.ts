import { proposalReason } from "../messages.ts";
import { MOMENTUM } from "../rules/en/process-rules.ts";
import { isHidden } from "./hidden.ts";
import { mentionOf, type Statements } from "./holder.ts";
import { baseOf, type ClaimProposal, spokenBy } from "./proposal.ts";
import { placeOf, type Reading, type Sentence } from "./reading.ts";

const MEETING = /(?<!\p{L})(?:meetings?|summit|talks|conference)(?!\p{L})/gu;

/**
 * That things move in somebody's favour, as a claim of whoever says so. A passive ("described as …") names nobody: those of
 * the meeting that the paragraph told of last are offered as candidates, and nobody is made its speaker.
 */
export function momentumIn(
  reading: Reading,
  sentence: Sentence,
  statements: Statements,
): ClaimProposal | undefined {
  const match = MOMENTUM.exec(sentence.text);
  if (match === null) return undefined;
  const { document } = reading;
  const start = sentence.range[0] + match.index;
  const end = start + match[0].length;
  const passive = /^(?:described|portrayed|presented|seen|said)/.test(match[0]);
  const statement = statements.around([start, start + 1]);
  const spoken = spokenBy(statement === undefined ? undefined : mentionOf(statement));
  const candidates = passive && spoken.speaker === null ? metBefore(reading, sentence, start) : [];
  return {
    kind: "claim",
    ...baseOf(document, placeOf(sentence), "momentum"),
    act: "assesses",
    polarity: isHidden(document, sentence.range[0], [start, end]) ? "unknown" : "yes",
    ...spoken,
    ...(candidates.length === 0 ? {} : { speakerCandidates: candidates }),
    cue: { text: match[0], range: [start, end] },
    ...(match.groups?.who === undefined ? {} : { favours: match.groups.who }),
    reason: proposalReason.momentum(match[0], candidates.length > 0),
    confidence: 0.55,
  };
}

/** Who is named after "with" at the last meeting told of before, in the same paragraph. */
function metBefore({ document, finder }: Reading, { block }: Sentence, before: number): string[] {
  const from = block[0];
  const told = document.text.slice(from, before);
  for (const one of [...told.matchAll(MEETING)].reverse()) {
    const stop = told.slice(one.index).search(/[.!?;](?:\s|$)|, described/u);
    const words = told.slice(one.index, stop < 0 ? undefined : one.index + stop);
    const joined = /(?<!\p{L})with(?!\p{L})/u.exec(words);
    if (joined === null) continue;
    const at = from + one.index + joined.index;
    const names = finder.find(words.slice(joined.index), at).flatMap((m) => m.name ?? []);
    if (names.length > 0) return [...new Set(names)];
  }
  return [];
}
