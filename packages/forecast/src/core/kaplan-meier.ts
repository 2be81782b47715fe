import { badObservation } from "../messages.ts";

/** How long something lasted: to its end, or to when we last saw it still going on (censored). */
export interface Observation {
  /** Above 0. */
  days: number;
  ended: boolean;
}

/** A step of the curve: after `days`, the share `survival` still goes on. */
export interface SurvivalStep {
  days: number;
  /** How many were at risk just before. */
  atRisk: number;
  ended: number;
  survival: number;
  /** Greenwood's sum up to here, Σ d / (n (n − d)): variance of survival is survival² times it. Infinite at survival 0. */
  greenwood: number;
}

/**
 * The product-limit estimate of the share that lasts longer than t. Who is censored on a day still counts as at risk
 * on that day.
 *
 * Reference: E. Kaplan & P. Meier, JASA 53, 1958; variance by M. Greenwood, 1926.
 *
 * @throws RangeError when a duration is not above 0
 */
export function kaplanMeier(observations: readonly Observation[]): SurvivalStep[] {
  for (const [n, { days }] of observations.entries()) {
    if (!(Number.isFinite(days) && days > 0)) throw new RangeError(badObservation(n, days));
  }
  const sorted = [...observations].sort((a, b) => a.days - b.days);
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  let at = 0;
  while (at < sorted.length) {
    const { days } = sorted[at]!;
    const atRisk = sorted.length - at;
    let ended = 0;
    for (; at < sorted.length && sorted[at]!.days === days; at++) if (sorted[at]!.ended) ended++;
    if (ended === 0) continue;
    survival *= (atRisk - ended) / atRisk;
    greenwood += ended / (atRisk * (atRisk - ended));
    steps.push({ days, atRisk, ended, survival, greenwood });
  }
  return steps;
}

/** The last step at or before a day; undefined before the first end. */
export function stepAt(steps: readonly SurvivalStep[], day: number): SurvivalStep | undefined {
  let last: SurvivalStep | undefined;
  for (const step of steps) {
    if (step.days > day) break;
    last = step;
  }
  return last;
}
