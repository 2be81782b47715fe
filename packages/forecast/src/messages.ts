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

/** Files of positions, questions, forecasts and durations. */
export const format = {
  notClosed: (quote: string): string => `a quotation opened with ${quote} is not closed.`,
  badNumber: (what: string, value: string): string =>
    `${what} is "${value}"; expected a number, or a range such as 40..60 or 40..60 ~ 45.`,
  badRange: (what: string, value: string): string =>
    `${what} is "${value}"; a range goes from low to high, with its likeliest value between.`,
  negative: (what: string, value: string): string => `${what} is ${value}; it must be 0 or more.`,
  noColumn: (name: string, columns: readonly string[]): string =>
    `there is no column "${name}"; the columns are ${columns.join(", ")}.`,
  noName: (): string => "a name is missing.",
  twice: (name: string): string => `"${name}" stands there twice.`,
  unknownActor: (name: string): string => `actor "${name}" has no #A row.`,
  unknownIssue: (name: string): string => `issue "${name}" has no #P row.`,
  empty: (): string => "The file is empty.",
  noIssues: (): string =>
    "No issues were found. Known forms: CSV with actor,capability,position,salience; KTAB; DECIDE (#A #P #D); DEU III (tabs or JSON).",
  badIssue: (n: number): string => `Issue ${n + 1} lacks its number (isnr) or its actors.`,
  notJson: (why: string): string => `This is not JSON: ${why}`,
  notQuestions: (): string =>
    "No questions were found. Known forms: a Metaculus question or list of them, a ForecastBench question set, forecast set or resolution set, CSV.",
  badProbability: (value: string): string => `The probability is "${value}"; expected a number from 0 to 1.`,
  badCame: (value: string): string =>
    `The outcome is "${value}"; expected 0 or 1, or empty where it is not known.`,
  noneCame: (question: string): string => `Of the options of "${question}" exactly one must have come true.`,
  badDuration: (value: string): string => `days is "${value}"; expected a number above 0.`,
  badEnded: (value: string): string =>
    `ended is "${value}"; expected 1 or 0 (still going on when last seen).`,
} as const;

export const noSuchModel = (name: string, known: readonly string[]): string =>
  `There is no model "${name}"; there are ${known.join(", ")}.`;

export const noBasis = {
  weight: (): string => "No basis: nobody has both capability and salience on this issue.",
  reference: (): string =>
    "No basis: where things stay without agreement (the reference point) is not known.",
} as const;

const two = (x: number): string => String(Number(x.toPrecision(2)));

export const backtest = {
  noOutcomes: (): string => "No issue has an outcome, so nothing can be tested.",
  split: (folds: number): string =>
    `An issue is in the fold given by the first 32 bits of the SHA-256 of its decision's name, modulo ${folds}; issues of one decision stay together. Only the model "fitted" learns, each time from the other folds.`,
  littleBetter: (mean: number, fifty: number, difference: number, [low, high]: readonly number[]): string =>
    `The mean weighted by salience is off by ${two(mean)} points on average; saying 50 always, by ${two(fifty)}. The gain is ${two(-difference)} points (90% interval ${two(-(high as number))} to ${two(-(low as number))}).`,
  best: (name: string, mae: number, within10: number): string =>
    `The smallest mean error is that of ${name}, ${two(mae)} points. The mean weighted by salience comes within ten points in ${two(within10 * 100)}% of issues.`,
  tried: (difference: number, [low, high]: readonly number[]): string => {
    const sure = (high as number) < 0 ? "better" : (low as number) > 0 ? "worse" : "neither better nor worse";
    return `Two parameters learnt from the other folds change the error of the mean weighted by salience by ${two(difference)} points (90% interval ${two(low as number)} to ${two(high as number)}): ${sure} as far as these data tell.`;
  },
  notPeace: (): string =>
    "These are decisions of the European Union. Nothing is claimed of peace talks: no coded set of them is long enough to test on.",
  leak: (name: string, mae: number): string =>
    `${name} is off by only ${two(mae)} points. On decisions of the European Union an error under 20 points means that outcomes leaked into the inputs.`,
} as const;

export const imported = {
  kindOfQuestion: (type: string): string =>
    `Questions of the kind "${type}" are not taken; only yes or no, and one of several.`,
  noOptions: (): string => "It is a choice among several, but its options are not in the file.",
  combined: (): string => "It combines several questions; only single ones are taken.",
  partly: (to: unknown): string => `It was resolved to ${JSON.stringify(to)}, neither yes nor no.`,
  notWhole: (by: string, on: string): string => `The probabilities of ${by} on ${on} do not add up to 1.`,
  noDay: (value: string): string => `on is "${value}"; expected a day, YYYY-MM-DD.`,
  noRule: (): string =>
    "It comes without a rule by which it is resolved, and cannot be a question of a case.",
  already: (): string => "It is in the case already; nothing was overwritten.",
} as const;

export const ledger = {
  broken: (by: string, on: string): string =>
    `The forecast by ${by} of ${on} was changed after it was sealed, or the words of its question were. A changed mind is a new forecast: put the old one back and add another.`,
  noQuestion: (id: string): string => `The forecast is of a question "${id}" that is not in the case.`,
  cannotSeal: (problems: readonly string[]): string =>
    `A forecast of this question cannot be sealed: ${problems.join(" ")}`,
  count: (given: number, options: number): string =>
    `${given} ${given === 1 ? "probability was" : "probabilities were"} given; the question has ${options} options.`,
  sum: (sum: number): string => `The probabilities add up to ${Number(sum.toPrecision(4))}, not to 1.`,
} as const;

export const classFilter = {
  since: (day: string): string => `begun ${day} or later`,
  kind: (kind: string): string => `kind ${kind}`,
  outcome: (outcome: string): string => `outcome ${outcome}`,
  hindsight: (): string =>
    "It is chosen by how things ended, which nobody knows beforehand: it says how long those lasted, not how likely such an end is.",
  none: (
    name: string,
    parts: readonly string[],
    kinds: readonly string[],
    outcomes: readonly string[],
  ): string =>
    `Nothing in "${name}" is ${parts.join(" and ")}. Kinds: ${kinds.join(", ") || "none said"}. Outcomes: ${outcomes.join(", ") || "none said"}.`,
  ownTitle: (name: string): string => `Your own durations, ${name}`,
  ownCitation: (): string => "Your own file.",
  ownRule: (open: number): string =>
    open === 0
      ? "All have ended, as the file has it."
      : `${open} had not ended when last seen (censored), as the file has it.`,
} as const;

export const badRuns = (runs: number): string =>
  `${runs} runs were asked for; it must be a whole number, 1 or more.`;

export const timing = {
  badHorizon: (steps: number, days: number): string =>
    `A horizon of ${steps} steps of ${days} days is none: there must be a step at least, of more than 0 days.`,
  tooManyPackages: (count: number, most: number): string =>
    `${count.toLocaleString("en")} packages are more than the ${most.toLocaleString("en")} that are looked at in each run: leave out issues that hang on nothing else, or merge options.`,
} as const;

export const attrition = {
  bad: (x: number): string => `A cost or prize is ${x}; both must be above 0.`,
  badChance: (q: number): string => `A chance to give way at once is ${q}; it must lie from 0 to below 1.`,
  bothAtOnce: (): string => "Both sides may give way at once: in equilibrium at most one does.",
} as const;

export const likelihood = {
  noBasis: (): string => "no basis",
  word: (word: string, low: number, high: number): string => `${word} (${low}–${high}%)`,
  badShare: (share: number): string => `${share} is no share: it must lie from 0 to 1.`,
} as const;

export const timingCase = {
  nothingMoves: (): string =>
    "No basis: nothing in the case moves. Without drivers, shocks or rates in numbers the simulation says how things stand today, and is no forecast.",
  driverWithoutNumbers: (name: string): string =>
    `"${name}" has no trend or shocks in numbers: it is on record and moves nothing here.`,
  driverWithoutEffect: (name: string): string =>
    `"${name}" presses on nobody in numbers: what it does to a value of no deal is not known.`,
  effectOnOther: (name: string, party: string): string =>
    `"${name}" presses on ${party}, whose consent is not asked for here.`,
  filterUnknown: (party: string): string =>
    `How much news a filter lets through to ${party} is not known: drawn from none to all.`,
  filterNoAmount: (party: string, effect: string): string =>
    `A filter on the way to ${party} ${effect}, by an amount that is not known: it is left out.`,
  beliefUnknown: (party: string): string =>
    `How much ${party} comes to believe of what reaches it is not known: drawn from nothing to all.`,
  noTables: (): string => "The case says nothing of tables: a missing table is not counted as an obstacle.",
  noTable: (): string => "No table seats everybody whose consent is needed, and none is said to come.",
  gateNever: (what: string): string =>
    `How soon "${what}" might be met or given up is not known: it never is, here.`,
  noHorizon: (title: string): string =>
    `"${title}" has no closing day: without one there is no horizon. Add it, or give a horizon.`,
  closed: (title: string, closes: string, asOf: string): string =>
    `"${title}" closed on ${closes}, before ${asOf}: look at it from an earlier day.`,
  noLever: (text: string): string =>
    `"${text}" is no lever. Known: table; cut:PRECONDITION; filter:PARTY; belief:PARTY; driver:DRIVER=TIMES.`,
  leverNothing: (text: string): string => `"${text}" names nothing that the simulation knows.`,
} as const;
