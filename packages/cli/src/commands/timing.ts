import {
  baseRatesOf,
  type Lever,
  likelihoodWords,
  pullLever,
  type TimingFromCase,
  type TimingResult,
  type TimingRuns,
  timing,
  timingFromCase,
  timingOfRuns,
} from "@parley/forecast";
import { UserError } from "@parley/server/casework";
import { deadlocks, deadlocksFromCase, settlementFromCase } from "@parley/settlement";
import { type CaseOptions, load } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, percent, progress, short, table } from "../output.ts";

interface Options extends CaseOptions {
  question: string;
  seed: number;
  runs: number;
  asOf?: string;
  lever?: string[];
  sensitivity: number;
  threads: number;
}

/** `parley timing`: the simulation of a case for one of its questions. */
export async function run(path: string, options: Options): Promise<Outcome> {
  const loaded = await load(path, options);
  loaded.close();
  const { held } = loaded;
  const question = held.inForce("question").find((one) => one.id === options.question);
  if (question === undefined) {
    const known = held.inForce("question").map((one) => one.id);
    throw new UserError("no-such-question", say.noSuchQuestion(options.question, known), { where: path });
  }
  const reading = options.asOf === undefined ? {} : { asOf: options.asOf };
  const { problem, missing } = settlementFromCase(held, reading);
  if (problem === undefined) throw new UserError("not-computed", missing.join(" "), { where: path });
  const { edges } = deadlocksFromCase(held, reading);
  const circles = deadlocks(edges, options.asOf ?? held.info?.asOf).circuits.map((circuit) =>
    circuit.edges.map((edge) => edge.id),
  );
  let from: TimingFromCase;
  let levers: Lever[];
  try {
    from = timingFromCase(held, question, problem, circles, reading);
    levers = (options.lever ?? []).map((lever) => pullLever(from, held, lever));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UserError("not-computed", error.message, { where: path, cause: error });
  }
  const result = await simulated(from, levers, options);
  const rates = baseRatesOf(held, options.asOf).filter((one) => one.question.id === question.id);
  const probability = 1 - result.never.share;
  const json = {
    question: { id: question.id, title: question.title, rule: question.rule, closes: question.closes },
    asOf: from.asOf,
    // Where nothing moves there is no basis for a probability.
    probability: from.moves ? probability : null,
    words: likelihoodWords(from.moves ? probability : null),
    ...result,
    inputs: from.inputs,
    notes: from.notes,
    baseRates: rates.map(({ class: name, rate, problem: why }) => ({ class: name, rate, problem: why })),
  };
  return { json, text: inWords(from, result, probability) };
}

/** The simulation, by one thread or by several: the runs are the same. */
async function simulated(
  { model }: TimingFromCase,
  scenarios: readonly Lever[],
  { runs, seed, threads, sensitivity }: Options,
): Promise<TimingResult> {
  const all = runs * (1 + scenarios.length);
  let told = 0;
  const tell = (done: number): void => {
    const tenth = Math.floor((10 * done) / all);
    if (tenth > told) progress(`${tenth * 10}% of ${all} runs`);
    told = Math.max(told, tenth);
  };
  const how = { runs, seed, scenarios, sensitivityRuns: sensitivity };
  if (threads === 1) return timing(model, { ...how, onProgress: tell });
  const { simulateInThreads } = await import("../timing-threads.ts");
  const made: TimingRuns[] = [];
  for (const [k, one] of [model, ...scenarios.map((scenario) => scenario.model)].entries())
    made.push(await simulateInThreads(one, { runs, seed, threads }, (done) => tell(k * runs + done)));
  const [base, ...changed] = made;
  return timingOfRuns(model, base as TimingRuns, changed, how);
}

const dateAt = (asOf: string, days: number): string =>
  new Date(Date.parse(`${asOf}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function inWords(from: TimingFromCase, result: TimingResult, probability: number): string {
  const { question, asOf } = from;
  const end = dateAt(asOf, (from.model.steps - 1) * from.model.stepDays);
  const quantiles = result.quantiles.map(({ share, day }) => [
    percent(share),
    day === null ? `not by ${end}` : dateAt(asOf, day),
  ]);
  // The band of causes at a few steps; the JSON has all.
  const at = [0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(share * (from.model.steps - 1)));
  const band = [...new Set(at)].map((step) => [
    dateAt(asOf, step * from.model.stepDays),
    percent(result.settled[step]),
    ...result.binds.map((bind) => percent(bind.share[step])),
  ]);
  const lines = [
    question.title,
    `Resolved by: ${question.rule}`,
    "",
    ...(from.moves ? [] : [from.notes[0] as string, ""]),
    `By ${end} it has happened in ${percent(probability)} of ${result.runs} runs: ${likelihoodWords(from.moves ? probability : null)}. In ${percent(result.never.share)} it never does (${percent(result.never.interval[0])} to ${percent(result.never.interval[1])} by chance alone).`,
    `These are the judgements of the case carried through (${result.status}, seed ${result.seed}), not a frequency: read them beside the base rate.`,
    "",
    table(["share", "by"], quantiles),
    "",
    "What keeps it from happening:",
    table(["on", "settled", ...result.binds.map((bind) => bind.cause)], band),
  ];
  if (result.scenarios.length > 0) {
    const rows = result.scenarios.map(({ words, summary, difference }) => [
      words,
      percent(1 - summary.never.share),
      points(difference.share),
      `${points(difference.interval[0])} to ${points(difference.interval[1])}`,
    ]);
    lines.push(
      "",
      "If, with the same draws:",
      table(["change", "settled", "more by points", "90% interval"], rows),
    );
  }
  if (result.tornado !== undefined && result.sobol !== undefined) {
    const held = new Map(result.tornado.map((one) => [one.factor, one]));
    const rows = result.sobol
      .slice(0, 8)
      .map(({ factor, index }) => [
        factor,
        percent(Math.max(0, index)),
        ...(held.has(factor)
          ? [percent(held.get(factor)?.low), percent(held.get(factor)?.high)]
          : ["–", "–"]),
      ]);
    lines.push(
      "",
      "What it hangs on (chance: when a thing comes, whatever its rate):",
      table(["judgement", "share of variance", "settled at its low end", "at its high end"], rows),
    );
  }
  const notes = from.notes.slice(from.moves ? 0 : 1);
  if (notes.length > 0) lines.push("", ...notes);
  return lines.join("\n");
}

const points = (share: number): string => `${share < 0 ? "−" : "+"}${short(Math.abs(share) * 100)}`;
