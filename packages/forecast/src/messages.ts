/** Everything the package says to people. */

const days = (n: number): string => `${n.toLocaleString("en")} ${n === 1 ? "day" : "days"}`;

export const badDays = (what: string, value: number): string =>
  `${what} is ${value}; it must be a whole number of days, 0 or more.`;

export const badObservation = (n: number, value: number): string =>
  `Observation ${n + 1} lasted ${value} days; a duration must be a finite number above 0.`;

export const badCounts = (k: number, n: number): string =>
  `${k} of ${n} is no share: both must be whole numbers, with 0 ≤ k ≤ n and n at least 1.`;

export const badLevel = (level: number): string =>
  `A confidence level of ${level} is out of range; it must lie between 0 and 1, ends excluded.`;

export const noSuchClass = (name: string, known: readonly string[], nearest: string | undefined): string =>
  `There is no reference class "${name}"; there are ${known.join(", ")}.` +
  (nearest === undefined ? "" : ` Did you mean "${nearest}"?`);

export const atRiskInWords = (atRisk: number, n: number, elapsed: number, unit: string): string => {
  if (atRisk === 0) {
    return `None of the ${n} ${unit} of this class lasted longer than ${days(elapsed)}: it gives no base rate.`;
  }
  const which = atRisk === n ? `All ${n} ${unit}` : `${atRisk} of ${n} ${unit}`;
  const caution = atRisk < 20 ? " With so few, the share says little: read the interval." : "";
  return `${which} lasted longer than ${days(elapsed)}.${caution}`;
};

export const badProbabilities = (probabilities: readonly number[]): string =>
  `The probabilities ${probabilities.join(", ")} must each lie from 0 to 1 and add up to 1 (within 0.02, for rounding).`;

export const badOutcome = (outcome: number, options: number): string =>
  `Outcome number ${outcome} does not exist: there are ${options} options, counted from 0.`;

export const question = {
  noTitle: "The question has no title.",
  noEvent: "It is not said what counts as the event.",
  noRule: "There is no rule by which the question is resolved.",
  noSources: "The rule names no sources: say who or what decides.",
  fewOptions: (n: number): string =>
    `There ${n === 1 ? "is 1 option" : `are ${n} options`}; a question needs two or more.`,
  sameOption: (option: string): string => `The option "${option}" stands there twice.`,
  badDay: (field: string, value: string): string => `${field} is "${value}"; expected a day, YYYY-MM-DD.`,
  closesFirst: (opens: string, closes: string): string =>
    `It closes on ${closes}, before it opens on ${opens}.`,
} as const;

export const noSince = (title: string): string =>
  `"${title}" does not say since when the state lasts whose end is asked about, so no base rate can be conditional on it.`;

export const noAsOf = (): string => "The case does not say on which day it is read, and no day was given.";

export const sinceInFuture = (since: string, asOf: string): string =>
  `The state whose end is asked about begins on ${since}, after ${asOf}.`;

export const badDistribution = (): string =>
  "This is no distribution: values must be finite, weights not negative and not all 0, shares rising from 0 to 1 in order of time.";

export const badStake = (what: string, at: number, value: number): string =>
  `${what}, entry ${at}: ${value}. Positions must be finite, salience and capability finite and not below 0, and all three equally many.`;
