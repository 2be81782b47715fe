import type { ClaimAct, Range } from "@parley/case";
import type { CleanDocument, CleanGap } from "../document.ts";
import type { Mention } from "./mentions.ts";

/** What every proposal says of itself. Its words are always the source's own. */
interface BaseProposal {
  /** By rule and raw place: the same whatever is decided about repairs, so that a rejected one stays rejected. */
  id: string;
  /** In `text`. */
  range: Range;
  /** In `raw`. */
  raw: Range;
  /** The characters of `range`. */
  text: string;
  /** The sentence or sentences it stands in, in `text`. */
  sentence: Range;
  /** Number of the paragraph, where it is one. */
  paragraph?: number;
  /** Name of a known actor, or the name as written; null: unknown. */
  speaker: string | null;
  /** The words that name the speaker. */
  speakerRange?: Range;
  /** Who may be meant by words such as "the latter". */
  speakerCandidates?: string[];
  cue?: { text: string; range: Range };
  rule: string;
  reason: string;
  /** 0 to 1: an order among proposals, not a probability. */
  confidence: number;
  /** Gaps that touch its sentence. */
  gapIds: string[];
}

export interface QuotationProposal extends BaseProposal {
  kind: "quotation";
  /** A term (up to three words in quotation marks) is no statement. */
  mode: "direct" | "term";
}

export interface ClaimProposal extends BaseProposal {
  kind: "claim";
  act: ClaimAct;
  /** `no`: against what the sentence is about. `unknown`: a gap hides which. */
  polarity: "yes" | "no" | "unknown";
  /** The words for a source that is not named ("experts"). */
  unnamed?: string;
}

export type Proposal = QuotationProposal | ClaimProposal;

/** For each gap of a document, the furthest end of the gaps up to it: they lie in order of their starts. */
const furthestEnds = new WeakMap<CleanDocument, number[]>();

/** Gaps that touch a range of the text, in order of place. */
export function gapsTouching(document: CleanDocument, [start, end]: Range): CleanGap[] {
  const { gaps } = document;
  let ends = furthestEnds.get(document);
  if (ends === undefined) {
    let furthest = -1;
    ends = gaps.map((gap) => {
      furthest = Math.max(furthest, gap.range[1]);
      return furthest;
    });
    furthestEnds.set(document, ends);
  }
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (gaps[middle]!.range[0] <= end) low = middle + 1;
    else high = middle;
  }
  let first = low;
  while (first > 0 && ends[first - 1]! >= start) first -= 1;
  return gaps.slice(first, low).filter((gap) => gap.range[1] >= start);
}

/** The fields that every proposal has. */
export function baseOf(
  document: CleanDocument,
  at: { range: Range; sentence: Range; paragraph?: number },
  rule: string,
): Pick<BaseProposal, "id" | "range" | "raw" | "text" | "sentence" | "paragraph" | "rule" | "gapIds"> {
  const raw = document.map.toRaw(at.range);
  const base = {
    id: `${rule}@${raw[0]}-${raw[1]}`,
    range: at.range,
    raw,
    text: document.text.slice(...at.range),
    sentence: at.sentence,
    rule,
    gapIds: gapsTouching(document, at.sentence).map((gap) => gap.id),
  };
  return at.paragraph === undefined ? base : { ...base, paragraph: at.paragraph };
}

/** The fields about the speaker. */
export function spokenBy(
  mention: Mention | undefined,
): Pick<BaseProposal, "speaker" | "speakerRange" | "speakerCandidates"> {
  if (mention === undefined) return { speaker: null };
  const { name, range, candidates } = mention;
  return candidates === undefined
    ? { speaker: name, speakerRange: range }
    : { speaker: name, speakerRange: range, speakerCandidates: candidates };
}
