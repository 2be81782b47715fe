import { proposalReason } from "../messages.ts";
import { baseOf, type EventProposal, type QuotationProposal } from "./proposal.ts";
import type { Reading } from "./reading.ts";

/** Verbs that answer somebody: what they answer was said before. */
const ANSWERS =
  /^(?:repl(?:y|ies|ied|ying)|respond(?:s|ed|ing)?|answer(?:s|ed|ing)?|counter(?:s|ed|ing)?|retort(?:s|ed|ing)?)$/iu;

/**
 * A message and the answer to it: what somebody says with a verb of answering, and the last that somebody else says before
 * it in the same paragraph. Both are offered as events, the second as the reply to the first. Where words such as "the
 * latter" name them, whom grammar points at is offered.
 */
export function repliesIn(
  { document, pack }: Reading,
  quotations: readonly QuotationProposal[],
): EventProposal[] {
  if (pack?.code !== "en") return [];
  const said = quotations
    .filter((q) => q.mode !== "term" && whoSays(q) !== undefined)
    .sort((a, b) => a.range[0] - b.range[0]);
  const result: EventProposal[] = [];
  const made = new Map<number, EventProposal>();
  const message = (one: QuotationProposal, rule: string, reason: string): EventProposal => {
    const known = made.get(one.sentence[0]);
    if (known !== undefined) return known;
    const who = whoSays(one) as string;
    const [, end] = one.sentence;
    const from = one.speakerRange?.[0] ?? one.sentence[0];
    const words = document.text.slice(from, end).replace(/\s+/gu, " ");
    const event: EventProposal = {
      kind: "event",
      ...baseOf(
        document,
        {
          range: [from, end],
          sentence: one.sentence,
          ...(one.paragraph === undefined ? {} : { paragraph: one.paragraph }),
        },
        rule,
      ),
      speaker: null,
      ...(one.cue === undefined ? {} : { cue: one.cue }),
      title: words.length <= 120 ? words : `${words.slice(0, 117)}…`,
      occurrence: "happened",
      planned: false,
      participants: [who],
      reason:
        one.speaker === null
          ? `${reason}; ${proposalReason.candidate(one.speakerCandidates as string[])}`
          : reason,
      confidence: one.speaker === null ? 0.5 : 0.65,
    };
    made.set(one.sentence[0], event);
    result.push(event);
    return event;
  };
  for (const [i, one] of said.entries()) {
    if (one.cue === undefined || !ANSWERS.test(one.cue.text) || made.has(one.sentence[0])) continue;
    const before = said
      .slice(0, i)
      .findLast(
        (q) =>
          q.paragraph === one.paragraph && q.sentence[0] < one.sentence[0] && whoSays(q) !== whoSays(one),
      );
    if (before === undefined) continue;
    const first = message(before, "event-message", proposalReason.message(one.cue.text));
    message(one, "event-reply", proposalReason.reply(one.cue.text)).replyTo = first.id;
  }
  return result;
}

const whoSays = (q: QuotationProposal): string | undefined => q.speaker ?? q.speakerCandidates?.[0];
