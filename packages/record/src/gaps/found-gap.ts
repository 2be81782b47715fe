import type { Gap, Range } from "@parley/case";

/** A gap by its place in the extracted text. */
export interface FoundGap {
  kind: Gap["type"];
  range: Range;
  rule: string;
  confidence: number;
  reason: string;
}
