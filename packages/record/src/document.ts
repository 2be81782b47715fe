import type { Furniture, Gap, Range, RepairOp, TextBlock, TextLayer } from "@parley/case";
import type { Charset } from "./decode.ts";
import type { Language } from "./language.ts";
import type { MediaType } from "./media-type.ts";
import type { Metadata } from "./metadata.ts";
import type { Plan } from "./plan.ts";
import type { TextMap } from "./text-map.ts";

/** What `applyDecisions` works from. A symbol: it is left out when a document is written as JSON. */
export const PLAN: unique symbol = Symbol("plan");

/** A place where words are missing, or stand in for others. */
export interface CleanGap {
  /** `gap1`, `gap2` … in order of place; the same whatever is decided about repairs. */
  id: string;
  kind: Gap["type"];
  /** In `text`: where the range starts. */
  at: number;
  /** In `text`; empty where nothing stands in the hole. */
  range: Range;
  /** In `raw`. */
  raw: Range;
  /** The characters of `text` around it, as they stand. */
  context: string;
  rule: string;
  /** 0 to 1: an order among gaps, not a probability. */
  confidence: number;
  reason: string;
}

/** A document as it was read: its canonical text, all that was done to get it, and the way back. */
export interface CleanDocument {
  /** The decoded characters. All offsets are in UTF-16 units. */
  raw: string;
  /** The canonical text: applied repairs made, furniture left out, one blank line between blocks. */
  text: string;
  map: TextMap;
  ops: RepairOp[];
  gaps: CleanGap[];
  furniture: Furniture[];
  blocks: TextBlock[];
  metadata: Metadata;
  charset: Charset;
  /** Null: too little text, or no language fits. */
  language: Language | null;
  mediaType: MediaType;
  /** How `raw` was got, where it is not the file's own characters. */
  layer?: TextLayer;
  readonly [PLAN]: Plan;
}
