import type { Range } from "@parley/case";
import type { CleanDocument } from "../document.ts";
import { proposalReason } from "../messages.ts";
import { sentences } from "../sentences.ts";
import { resolved } from "./former-latter.ts";
import type { KnownActor } from "./mentions.ts";
import { baseOf, type QuotationProposal, spokenBy } from "./proposal.ts";
import { damagedClosings, type Quoted, quotedIn } from "./quotation-marks.ts";
import { type Reading, read } from "./reading.ts";
import { type Speaker, speakerAfter, speakerBefore } from "./speaker.ts";

/** Words in quotation marks up to this number are a term and not a statement. */
export const TERM_WORDS = 3;

/**
 * Direct quotations and terms of a document, with their speakers where the words around name them. A speaker that is
 * not named there stays unknown.
 */
export function quotations(document: CleanDocument, actors: readonly KnownActor[] = []): QuotationProposal[] {
  return quotationsIn(read(document, { actors }));
}

/** The same for a document that was read already. */
export function quotationsIn(reading: Reading): QuotationProposal[] {
  const { document } = reading;
  const language = document.language?.code ?? "en";
  const closings = damagedClosings(document);
  const result: QuotationProposal[] = [];
  for (const block of document.blocks) {
    if (block.type === "title" || block.type === "heading" || block.type === "byline") continue;
    const [start, end] = block.range;
    const text = document.text.slice(start, end);
    const quoted = quotedIn(document.text, block.range, closings);
    if (quoted.length === 0) continue;
    const split = sentences(text, language).map(([a, b]): Range => [start + a, start + b]);
    for (const one of quoted) {
      const made = propose(document, one, spanOf(split, one.outer, block.range), block.number, reading);
      if (made !== undefined) result.push(made);
    }
  }
  return result;
}

/** From the start of the sentence a range begins in to the end of the one it ends in. */
export function spanOf(split: readonly Range[], [start, end]: Range, whole: Range): Range {
  let low = 0;
  let high = split.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (split[middle]![0] <= start) low = middle + 1;
    else high = middle;
  }
  let last = Math.max(0, low - 1);
  while (last < split.length && split[last]![1] < end) last += 1;
  return [split[low - 1]?.[0] ?? whole[0], split[last]?.[1] ?? whole[1]];
}

function propose(
  document: CleanDocument,
  { outer, inner }: Quoted,
  sentence: Range,
  paragraph: number | undefined,
  reading: Reading,
): QuotationProposal | undefined {
  const { text } = document;
  const words = text.slice(...inner).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)?.length ?? 0;
  if (words === 0) return undefined;
  const place = paragraph === undefined ? { range: inner, sentence } : { range: inner, sentence, paragraph };
  if (words <= TERM_WORDS) {
    const base = baseOf(document, place, "term-in-quotation-marks");
    return {
      kind: "quotation",
      mode: "term",
      ...base,
      speaker: null,
      reason: proposalReason.term(words),
      confidence: 0.9,
    };
  }
  const before = speakerBefore(text.slice(sentence[0], outer[0]), sentence[0], reading);
  const after = speakerAfter(text.slice(outer[1], sentence[1]), outer[1], reading);
  const found = better(before, after);
  if (found === undefined) {
    const base = baseOf(document, place, "marks-without-cue");
    return {
      kind: "quotation",
      mode: "direct",
      ...base,
      speaker: null,
      reason: proposalReason.noCue,
      confidence: 0.3,
    };
  }
  const base = baseOf(document, place, found.rule);
  return {
    kind: "quotation",
    mode: "direct",
    ...base,
    ...spokenBy(resolved(document, found.mention, sentence, reading.finder)),
    cue: found.cue,
    reason: proposalReason.cue(
      found.cue.text,
      found.mention === undefined ? undefined : text.slice(...found.mention.range),
    ),
    confidence: found.confidence,
  };
}

function better(a: Speaker | undefined, b: Speaker | undefined): Speaker | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.confidence > a.confidence ? b : a;
}
