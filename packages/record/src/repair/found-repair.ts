import type { Range, RepairClass } from "@parley/case";

/** A repair found in the extracted text: what stands there, what could, and why. */
export interface FoundRepair {
  class: RepairClass;
  range: Range;
  from: string;
  to: string;
  candidates?: string[];
  confidence: number;
  reason: string;
}
