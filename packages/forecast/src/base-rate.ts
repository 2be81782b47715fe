import { type ConditionalRate, conditionalRate, SMALL_SAMPLE } from "./core/conditional-rate.ts";
import { atRiskInWords } from "./messages.ts";
import { type ReferenceClass, referenceClass } from "./reference-classes.ts";

/** Horizons of a base rate unless others are asked for, in days. */
export const HORIZONS: readonly number[] = [30, 90, 180, 365, 730];

/** Confidence of the intervals. */
export const INTERVAL_LEVEL: number = 0.9;

/** What `parley base-rate --json` prints. */
export interface BaseRate extends ConditionalRate {
  class: string;
  title: string;
  /** Size of the class. */
  n: number;
  /** Fewer than 20 at risk: `words` says so. */
  smallSample: boolean;
  /** The number at risk, in words. */
  words: string;
  level: number;
  citation: string;
  rule: string;
}

/**
 * How often members of a reference class ended within so many days more, among those that had lasted as long.
 *
 * @param className name of a class that comes with Parley, or a class of one's own
 * @param elapsedDays days since the start, whole and not negative
 * @throws UnknownClassError; RangeError on days out of range
 */
export function baseRate(
  className: string | ReferenceClass,
  elapsedDays: number,
  within: readonly number[] = HORIZONS,
): BaseRate {
  const { name, title, unit, citation, rule, observations } =
    typeof className === "string" ? referenceClass(className) : className;
  const rate = conditionalRate(observations, elapsedDays, within, INTERVAL_LEVEL);
  return {
    class: name,
    ...rate,
    title,
    n: observations.length,
    smallSample: rate.atRisk < SMALL_SAMPLE,
    words: atRiskInWords(rate.atRisk, observations.length, elapsedDays, unit),
    level: INTERVAL_LEVEL,
    citation,
    rule,
  };
}
