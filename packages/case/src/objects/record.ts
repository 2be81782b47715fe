import type { Basis } from "../basis.ts";
import type { Id } from "../id.ts";
import type { WorldTime } from "../time.ts";
import type { BaseObject } from "./object.ts";

/** Start and end offsets in UTF-16 units; the end is not included. */
export type Range = [start: number, end: number];

/** A document as it came: its bytes by hash, and what is known of where it is from. */
export interface Source extends BaseObject {
  kind: "source";
  title?: string;
  /** SHA-256 of the raw bytes, hex. */
  sha256: string;
  /** File name it came with. */
  file?: string;
  mediaType?: string;
  size?: number;
  byline?: string;
  publisher?: string;
  /** Where this copy was found; may differ from the publisher and is then flagged. */
  host?: string;
  firstPublisher?: string;
  published?: WorldTime;
  language?: string;
  charset?: string;
  /** Of the source, A (reliable) to F (cannot be judged). */
  reliability?: "A" | "B" | "C" | "D" | "E" | "F";
  /** Of the item, 1 (confirmed) to 6 (cannot be judged). */
  credibility?: "1" | "2" | "3" | "4" | "5" | "6";
  derivedFrom?: Id[];
  nearDuplicateOf?: Id[];
  /** The stance its author takes, in words. */
  stance?: string;
  series?: Id[];
  topics?: Id[];
}

/**
 * Repair classes: A to E are UTF-8 read as GBK (`docs/methods/repair.md`), L is the Latin family.
 * A is applied by itself; B, C and D wait for the analyst; E is only flagged.
 */
export const REPAIR_CLASSES = ["A", "B", "C", "D", "E", "L"] as const;
export type RepairClass = (typeof REPAIR_CLASSES)[number];

/** One change from raw to canonical text, made or offered. */
export interface RepairOp {
  /** Stable within the source: `r1`, `r2` … in order of place. */
  id: string;
  class: RepairClass;
  /** The damaged characters. */
  from: string;
  /** What stands (or would stand) in their place. */
  to: string;
  /** Where in the raw characters. */
  raw: Range;
  /** Where in the canonical text, as it now stands. */
  range: Range;
  candidates?: string[];
  confidence: number;
  applied: boolean;
  /** Set when a person decided. */
  decided?: "accepted" | "rejected";
  reason: string;
}

/** A stretch of the page that is not the document: kept in the raw, left out of the canonical text. */
export interface Furniture {
  raw: Range;
  reason: string;
  text: string;
  /** Set when the analyst took it back into the text. */
  restored?: boolean;
}

/** A heading, paragraph or the like of the canonical text. Paragraphs of the body carry their number. */
export interface TextBlock {
  range: Range;
  type: "title" | "byline" | "heading" | "paragraph" | "list-item" | "quote" | "caption";
  /** 1, 2, 3 … for what `source#p3` names. */
  number?: number;
  /** Page it begins on, where the document has pages. */
  page?: number;
}

/**
 * How the raw characters were got where they are not the file's own characters: offsets count the characters of this
 * layer, and the file's bytes are kept by the source's hash.
 */
export interface TextLayer {
  /** Text layer of a PDF; text of a word-processor document; text of a message; the page of a saved web page. */
  of: "pdf" | "docx" | "message" | "saved-page";
  /** What was taken and what was left out, in sentences. */
  said: string[];
}

/** The canonical text of a source with all that was done to get it, and the way back to the raw characters. */
export interface TextVersion extends BaseObject {
  kind: "text";
  source: Id;
  text: string;
  ops: RepairOp[];
  furniture: Furniture[];
  blocks: TextBlock[];
  /**
   * The exact map between canonical and raw characters: five numbers a segment (text start, text end, raw start,
   * raw end, 1 if copied character by character or 0 if replaced), in order of place.
   */
  map: number[];
  /** Length of the raw characters. */
  rawLength: number;
  /** Absent: the raw characters are the file's own, decoded. */
  layer?: TextLayer;
  /** Where metadata was read: field → raw range. */
  metadataAt?: Record<string, Range>;
}

/** A place where words are missing. A guess may be noted; no result ever uses it. */
export interface Gap extends BaseObject {
  kind: "gap";
  source: Id;
  type: "lost-link" | "lost-quotation" | "replaced-name" | "truncated" | "paywall" | "ocr" | "other";
  /** Where in the canonical text: the place (start = end) or the characters that stand there instead. */
  range: Range;
  /** The words around it. */
  context: string;
  guess?: string;
  /** The words that were lost, looked up by somebody: the gap is closed. The text stays as it came. */
  found?: { words: string; by: string; on: string; basis: Basis };
}

/** Exact characters of a source, with what stands before and after so that they are found again. */
export interface Passage extends BaseObject {
  kind: "passage";
  source: Id;
  start: number;
  end: number;
  exact: string;
  /** Up to 32 characters before. */
  prefix: string;
  /** Up to 32 characters after. */
  suffix: string;
  /** How it was found in the present text; absent means exact. */
  anchor?: { state: "exact" | "moved" | "fuzzy" | "orphan"; score?: number };
}

/** Who acts or speaks: a person, a state, a body, a bloc, a group, or people without a name. */
export interface Actor extends BaseObject {
  kind: "actor";
  name: string;
  type: "person" | "state" | "body" | "bloc" | "group" | "anonymous";
  /** Whether it is a party to the negotiation. */
  party?: boolean;
  aliases?: (string | { name: string; language?: string; during?: WorldTime })[];
  offices?: { title: string; of?: Id; during?: WorldTime }[];
  spokespersonFor?: Id[];
  members?: Id[];
  wikidata?: string;
}

/** What somebody said or is said to have said, at one passage. */
export interface Statement extends BaseObject {
  kind: "statement";
  passage: Id;
  mode: "direct" | "indirect" | "mixed" | "term" | "paraphrase" | "author";
  /** Absent: unknown. */
  speaker?: Id;
  /** The words of the source that name the speaker. */
  speakerText?: string;
  cue?: string;
  addressee?: Id;
  onBehalfOf?: Id;
  said?: WorldTime;
  where?: string;
  reportedBy?: string[];
  hedges?: string[];
}

export const CLAIM_ACTS = [
  "asserts",
  "denies",
  "demands",
  "offers",
  "threatens",
  "warns",
  "commits",
  "expects",
  "assesses",
  "unknown",
] as const;
export type ClaimAct = (typeof CLAIM_ACTS)[number];

export const STANCES = ["asserts", "denies", "doubts", "reports", "silent", "unknown"] as const;
export type Stance = (typeof STANCES)[number];

/** How one actor stands to a claim, from when. */
export interface Attestation {
  /** Absent: somebody without a name. */
  actor?: Id;
  /** On whose side a speaker stands of whom nothing else says so ("even some in the capital concede"). */
  party?: Id;
  stance: Stance;
  when?: WorldTime;
  /** Who passed the word on, where it did not come from the speaker straight. */
  via?: Id;
  basis?: Basis;
  note?: string;
}

/** One thing said, in one sentence of the analyst's or the source's words. Its status is derived, never typed. */
export interface Claim extends BaseObject {
  kind: "claim";
  says: string;
  /** Whose claim it is; absent: unknown. */
  by?: Id;
  act: ClaimAct;
  /** Whose act it is about. */
  about?: Id;
  issue?: Id;
  polarity: "yes" | "no" | "unknown";
  modality?: "certain" | "likely" | "possible" | "conditional" | "unlikely";
  hedges?: string[];
  valid?: WorldTime;
  /** Gaps of the sources that touch it. */
  gaps?: Id[];
  statements?: Id[];
  attestations?: Attestation[];
  /** Claims for which, and against which, this one is given as a reason. */
  supports?: Id[];
  opposes?: Id[];
  /** An analyst's closing word: on a contested claim, or on whether what was expected came about. */
  settled?: { as: "holds" | "does not hold"; by: string; on: string; why: string };
}
