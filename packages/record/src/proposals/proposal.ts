import type { Claim, ClaimAct, Commitment, Firmness, Range, WorldTime } from "@parley/case";
import type { CleanDocument, CleanGap } from "../document.ts";
import type { SpanUnit } from "./add-span.ts";
import type { Mention } from "./mentions.ts";
import type { Voice } from "./reading.ts";

/** What every proposal says of itself. Its words are always the source's own. */
export interface BaseProposal {
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
  rule: string;
  reason: string;
  /** 0 to 1: an order among proposals, not a probability. */
  confidence: number;
  /** Gaps that touch its sentence. */
  gapIds: string[];
}

/** Who says, wants or does it. */
export interface Spoken {
  /** Name of a known actor, or the name as written; null: unknown. */
  speaker: string | null;
  /** The words that name the speaker. */
  speakerRange?: Range;
  /** Who may be meant by words such as "the latter" or "the Kremlin". */
  speakerCandidates?: string[];
  /** The words for a source that is not named ("experts"). */
  unnamed?: string;
  cue?: { text: string; range: Range };
}

export interface QuotationProposal extends BaseProposal, Spoken {
  kind: "quotation";
  /** A term (up to three words in quotation marks) is no statement; indirect speech is not in the speaker's words. */
  mode: "direct" | "term" | "indirect";
  act?: ClaimAct;
  /** Words that soften what is said. */
  hedges?: string[];
  /** The text says that it was said before. */
  again?: boolean;
  voice?: Voice;
}

export interface ClaimProposal extends BaseProposal, Spoken {
  kind: "claim";
  act: ClaimAct;
  /** `no`: against what the sentence is about. `unknown`: a gap hides which. */
  polarity: "yes" | "no" | "unknown";
  modality?: NonNullable<Claim["modality"]>;
  hedges?: string[];
  /** What it is said to depend on, in the source's words. */
  condition?: string;
  /** Whom it came as a surprise for. */
  surprised?: string;
  /** In whose favour things are said to move. */
  favours?: string;
  /** Whose act it is about, where that is named and is not the speaker's own. */
  about?: string;
  /** What is said to have been changed little or not at all. */
  unchanged?: string;
  voice?: Voice;
}

export interface DateProposal extends BaseProposal {
  kind: "date";
  /** Null: the text does not say enough to compute it. */
  interval: WorldTime | null;
  /** Whether a weekday named beside it is the day's own. */
  weekdayAgrees?: boolean;
  /** Counted from an event: so many units from what the word names. */
  counted?: { n: number; unit: SpanUnit; from: string };
}

export interface QuantityProposal extends BaseProposal {
  kind: "quantity";
  value: number;
  unit: string;
  /** The words that give it its sign: "drop". */
  direction?: string;
  period?: WorldTime;
  periodText?: string;
}

export interface ActorProposal extends BaseProposal {
  kind: "actor";
  name: string;
  /** A guess from the words around; undefined: they do not say. */
  type?: "person" | "state" | "body";
  /** How often it is named. */
  count: number;
}

export interface PlaceProposal extends BaseProposal {
  kind: "place";
  name: string;
  /** Whether the case's own list has it. */
  listed: boolean;
}

export interface EventProposal extends BaseProposal, Spoken {
  kind: "event";
  title: string;
  occurrence: "happened" | "planned" | "expected" | "proposed";
  /** Whether it is still to come, as the text has it: planned, or expected. */
  planned: boolean;
  participants: string[];
  place?: string;
  when?: WorldTime;
  outcome?: string;
  /** Id of the proposal that this one answers. */
  replyTo?: string;
}

export interface CommitmentProposal extends BaseProposal, Spoken {
  kind: "commitment";
  strength: Commitment["strength"];
  novelty?: "new" | "restated";
  due?: WorldTime;
}

export interface PreconditionProposal extends BaseProposal, Spoken {
  kind: "precondition";
  /** What must come first, in the source's words. */
  needs: string;
  /** What waits for it, in the source's words. */
  for: string;
}

export interface PositionProposal extends BaseProposal, Spoken {
  kind: "position";
  firmness: Firmness;
  /** Whose act it is about, when it is not the speaker's own. */
  about?: string;
  aboutRange?: Range;
  polarity: "yes" | "no" | "unknown";
  again?: boolean;
}

export interface EndorsementProposal extends BaseProposal, Spoken {
  kind: "endorsement";
  /** Whose position is supported; null: not named there. */
  of: string | null;
  /** Others named as supporting it too. */
  including?: string[];
}

export interface PressureProposal extends BaseProposal, Spoken {
  kind: "pressure";
  /** On whom. */
  on: string;
  onRange: Range;
  again?: boolean;
}

/** How something stands or moves, as an order. */
export interface LevelProposal extends BaseProposal, Spoken {
  kind: "level";
  /** What stands or moves, in the text's words. */
  name: string;
  /** Whose it is; null: not named there. */
  of: string | null;
  stands?: "low" | "high";
  trend?: "rising" | "falling";
}

/** That one mistrusts another. */
export interface TrustProposal extends BaseProposal {
  kind: "trust";
  from: string;
  to: string;
}

export interface IssueProposal extends BaseProposal {
  kind: "issue";
  name: string;
  category: string;
  /** Every place in the text where it is named. */
  ranges: Range[];
}

export type Proposal =
  | QuotationProposal
  | ClaimProposal
  | DateProposal
  | QuantityProposal
  | ActorProposal
  | PlaceProposal
  | EventProposal
  | CommitmentProposal
  | PreconditionProposal
  | PositionProposal
  | EndorsementProposal
  | PressureProposal
  | LevelProposal
  | TrustProposal
  | IssueProposal;

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
): Pick<Spoken, "speaker" | "speakerRange" | "speakerCandidates" | "unnamed"> {
  if (mention === undefined) return { speaker: null };
  const { name, range, candidates, unnamed } = mention;
  return {
    speaker: name,
    speakerRange: range,
    ...(candidates === undefined ? {} : { speakerCandidates: candidates }),
    ...(unnamed === undefined ? {} : { unnamed }),
  };
}
