import type { Level, Ref, ResultLink } from "@parley/case";

/** A plain sentence of a result. `detail`: a reader of two pages can do without it; it stands in the annex. */
export interface ResultSentence {
  text: string;
  on: Ref[];
  detail?: true;
}

/** Which analysis made a result. */
export type ResultType =
  | "settlement"
  | "plans"
  | "inclusion"
  | "coalition"
  | "deadlocks"
  | "stability"
  | "base-rate"
  | "record";

/**
 * What one analysis makes of a case. Results are computed, never stored in the case as facts: they name their method
 * and every object they were computed from, and can be thrown away and made again.
 *
 * `ref` is `result:` and a path that stays the same as long as the case asks the same question:
 * `result:settlement`, `result:plans`, `result:inclusion`, `result:coalition/<coalition>`, `result:deadlocks`, `result:stability`, `result:base-rate/<question>/<class>`, `result:record`.
 */
export interface Result extends ResultLink {
  ref: Ref;
  type: ResultType;
  /** In plain words: "Which packages could everybody accept?" */
  title: string;
  /** The method's name as the field has it, for one click away. */
  method: string;
  inputs: Ref[];
  /** How far the result is exact. */
  status: "proved" | "heuristic" | `capped at ${number}` | "not computed";
  seed?: number;
  /** The strictest level of what it was computed from: it may not be shown below that. */
  level: Level;
  /** The numbers and names, as JSON; sentences quote them by path. */
  value: unknown;
  /** Plain sentences that say the outcome, each standing on objects of the case. Without outcome: why there is none. */
  sentences: ResultSentence[];
}
