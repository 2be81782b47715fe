import { bootstrapMean } from "./core/bootstrap.ts";
import { crpsOfSample } from "./core/scoring/crps.ts";
import { sha256 } from "./core/sha256.ts";
import { middleOf, streamSeed } from "./core/xoshiro.ts";
import { backtest as say } from "./messages.ts";
import { landingModel, outcomes } from "./outcome.ts";
import type { ScaledIssue } from "./scaled-issue.ts";

/** Folds of the cross-validation. */
export const FOLDS = 5;
/** Draws of the bootstrap. */
export const BOOTSTRAP_DRAWS = 2000;
const LEVEL = 0.9;

/** How far one model was off. Errors are in units of the scale. */
export interface ModelError {
  name: string;
  /** Issues on which it had a basis. */
  n: number;
  mae: number;
  medianError: number;
  within5: number;
  within10: number;
  within20: number;
  /** Of the forecast with the errors that the model made in the other folds laid round it. */
  crps: number;
}

export interface Backtest {
  /** Issues with an outcome. */
  issues: number;
  /** Decisions they belong to. */
  groups: number;
  split: { rule: string; folds: number; sizes: number[] };
  models: ModelError[];
  /** Mean absolute error of `a` less that of `b` on the issues where both have a basis, with its interval. */
  differences: { a: string; b: string; n: number; mae: number; interval: [number, number] }[];
  level: number;
  draws: number;
  seed: number;
  /** What the fitted model learnt on all folds but one, fold by fold. */
  fitted: { fold: number; awayFromReference: number; institutions: number }[];
  words: string[];
}

type Predictions = (number | null)[];

/**
 * How well models of where issues land would have done on issues whose outcome is known. Nothing is fitted but the model
 * `fitted`, which predicts each fold from the others; folds keep the issues of one decision together, and which decision
 * is in which fold follows from its name alone.
 *
 * @throws RangeError when no issue has an outcome
 */
export function backtest(all: readonly ScaledIssue[], options: { seed?: number } = {}): Backtest {
  const seed = options.seed ?? 1;
  const issues = all.filter((issue) => issue.outcome !== undefined && issue.actors.length > 0);
  if (issues.length === 0) throw new RangeError(say.noOutcomes());
  const truth = issues.map((issue) => issue.outcome as number);
  const names = [...new Set(issues.map(groupOf))].sort();
  const group = issues.map((issue) => names.indexOf(groupOf(issue)));
  const fold = issues.map((issue) => foldOf(groupOf(issue)));
  const { predictions: fittedTo, learnt } = fitted(issues, truth, fold);
  const capable = new Set(issues.flatMap((i) => i.actors.map((a) => middleOf(a.capability)))).size > 1;
  const predictions: [string, Predictions][] = [
    ["always-50", issues.map(() => 50)],
    ["mean", weighted(issues, () => 1)],
    ["salience-mean", weighted(issues, (a) => middleOf(a.salience))],
    ["median", static_("median", issues.map(evenly))],
    ["salience-median", static_("median", issues.map(equallyAble))],
    ["condorcet-probabilistic", static_("condorcet-probabilistic", issues.map(equallyAble))],
    ["exchange", static_("exchange", issues.map(equallyAble))],
    ["challenge-code", static_("challenge-code", issues)],
    ["challenge-text", static_("challenge-text", issues)],
    ["nash", static_("nash", issues.map(equallyAble))],
    ["fitted", fittedTo],
  ];
  if (capable)
    predictions.splice(3, 0, [
      "capability-salience-mean",
      weighted(issues, (a) => middleOf(a.salience) * middleOf(a.capability)),
    ]);
  const base = predictions.find(([name]) => name === "salience-mean")!;
  const others = [...predictions.filter((p) => p !== base).map((p) => [p, base] as const)];
  const half = predictions[0]!;
  const models = predictions.map(([name, made]) => errorsOf(name, made, truth, fold));
  const differences = others.map(([[a, of], [b, than]]) => difference(a, of, b, than, truth, group, seed));
  differences.push(difference("salience-mean", base[1], half[0], half[1], truth, group, seed));
  return {
    issues: issues.length,
    groups: names.length,
    split: {
      rule: say.split(FOLDS),
      folds: FOLDS,
      sizes: Array.from({ length: FOLDS }, (_, f) => fold.filter((at) => at === f).length),
    },
    models,
    differences,
    level: LEVEL,
    draws: BOOTSTRAP_DRAWS,
    seed,
    fitted: learnt,
    words: inWords(models, differences),
  };
}

const groupOf = (issue: ScaledIssue): string => issue.group ?? issue.id;

/** The fold of a decision: the first 32 bits of the SHA-256 of its name, modulo the number of folds. */
export function foldOf(group: string): number {
  return Number.parseInt(sha256(group).slice(0, 8), 16) % FOLDS;
}

const evenly = (issue: ScaledIssue): ScaledIssue => ({
  ...issue,
  actors: issue.actors.map((a) => ({ ...a, salience: 1, capability: 1 })),
});
const equallyAble = (issue: ScaledIssue): ScaledIssue => ({
  ...issue,
  actors: issue.actors.map((a) => ({ ...a, capability: 1 })),
});

function static_(model: string, issues: readonly ScaledIssue[]): Predictions {
  return outcomes(landingModel(model), issues).map((one) => one.forecast);
}

/** Mean of the positions by a weight; where nobody weighs anything, the plain mean. */
function weighted(
  issues: readonly ScaledIssue[],
  weight: (actor: ScaledIssue["actors"][number]) => number,
): number[] {
  return issues.map(({ actors }) => {
    let [sum, total, plain] = [0, 0, 0];
    for (const a of actors) {
      const x = middleOf(a.position);
      sum += weight(a) * x;
      total += weight(a);
      plain += x / actors.length;
    }
    return total > 0 ? sum / total : plain;
  });
}

function errorsOf(
  name: string,
  made: Predictions,
  truth: readonly number[],
  fold: readonly number[],
): ModelError {
  const known = made.flatMap((p, i) => (p === null ? [] : [i]));
  const errors = known.map((i) => Math.abs((made[i] as number) - truth[i]!)).sort((a, b) => a - b);
  const n = errors.length;
  const within = (limit: number): number => errors.filter((e) => e <= limit + 1e-9).length / n;
  const crps = known.map((i) => {
    const residuals = known.filter((j) => fold[j] !== fold[i]).map((j) => truth[j]! - (made[j] as number));
    // Outcomes lie on the scale; so does what is predicted of them.
    const cloud = (residuals.length === 0 ? [0] : residuals).map((r) =>
      Math.min(100, Math.max(0, (made[i] as number) + r)),
    );
    return crpsOfSample(cloud, truth[i]!);
  });
  const mean = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0) / of.length;
  return {
    name,
    n,
    mae: mean(errors),
    medianError: n % 2 === 1 ? errors[(n - 1) / 2]! : (errors[n / 2 - 1]! + errors[n / 2]!) / 2,
    within5: within(5),
    within10: within(10),
    within20: within(20),
    crps: mean(crps),
  };
}

function difference(
  a: string,
  of: Predictions,
  b: string,
  than: Predictions,
  truth: readonly number[],
  group: readonly number[],
  seed: number,
): Backtest["differences"][number] {
  const both = of.flatMap((p, i) => (p === null || than[i] === null ? [] : [i]));
  const values = both.map((i) => Math.abs(of[i]! - truth[i]!) - Math.abs(than[i]! - truth[i]!));
  const names = [...new Set(both.map((i) => group[i]!))];
  return {
    a,
    b,
    n: both.length,
    mae: values.reduce((x, y) => x + y, 0) / values.length,
    interval: bootstrapMean(
      values,
      both.map((i) => names.indexOf(group[i]!)),
      LEVEL,
      BOOTSTRAP_DRAWS,
      streamSeed(seed, `${a}\n${b}`),
    ),
  };
}

/** Shares of the way from the reference point to the salience mean that are gone further. */
const AWAY = [0, 0.05, 0.1, 0.15, 0.2, 0.3];
/** Weights of the two institutions against a member state. */
const INSTITUTIONS = [1, 1.5, 2, 3, 4];
/** Keys of the Commission and the Parliament in the data. */
const INSTITUTION_KEYS = new Set(["com", "ep"]);

/**
 * The one model with parameters, two of them, tried in order to do better than the mean weighted by salience: the mean with
 * a weight of its own for Commission and Parliament, moved on away from the reference point where that is known.
 */
function fitted(
  issues: readonly ScaledIssue[],
  truth: readonly number[],
  fold: readonly number[],
): { predictions: number[]; learnt: Backtest["fitted"] } {
  const means = INSTITUTIONS.map((w) =>
    weighted(issues, (a) => middleOf(a.salience) * (INSTITUTION_KEYS.has(a.actor) ? w : 1)),
  );
  const candidates = INSTITUTIONS.flatMap((institutions, k) =>
    AWAY.map((awayFromReference) => ({
      institutions,
      awayFromReference,
      made: issues.map(({ reference }, i) => {
        const mean = means[k]![i]!;
        const moved = reference === undefined ? mean : mean + awayFromReference * (mean - reference);
        return Math.min(100, Math.max(0, moved));
      }),
    })),
  );
  const predictions = new Array<number>(issues.length).fill(0);
  const learnt: Backtest["fitted"] = [];
  for (let f = 0; f < FOLDS; f++) {
    let best: { loss: number; candidate: (typeof candidates)[number] } | undefined;
    for (const candidate of candidates) {
      let loss = 0;
      for (const [i, p] of candidate.made.entries()) if (fold[i] !== f) loss += Math.abs(p - truth[i]!);
      if (best === undefined || loss < best.loss - 1e-9) best = { loss, candidate };
    }
    const { institutions, awayFromReference, made } = best!.candidate;
    learnt.push({ fold: f, awayFromReference, institutions });
    for (const [i, p] of made.entries()) if (fold[i] === f) predictions[i] = p;
  }
  return { predictions, learnt };
}

function inWords(models: readonly ModelError[], differences: Backtest["differences"]): string[] {
  const of = (name: string): ModelError => models.find((m) => m.name === name)!;
  const better = differences.find((d) => d.a === "salience-mean" && d.b === "always-50")!;
  const tried = differences.find((d) => d.a === "fitted")!;
  const full = models.filter((m) => m.n === of("mean").n);
  const best = full.reduce((a, b) => (b.mae < a.mae ? b : a));
  const words = [
    say.littleBetter(of("salience-mean").mae, of("always-50").mae, better.mae, better.interval),
    say.best(best.name, best.mae, of("salience-mean").within10),
    say.tried(tried.mae, tried.interval),
    say.notPeace(),
  ];
  if (best.mae < 20) words.push(say.leak(best.name, best.mae));
  return words;
}
