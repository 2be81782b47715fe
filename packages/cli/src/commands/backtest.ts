import { type Backtest, backtest } from "@parley/forecast";
import { UserError } from "@parley/server/casework";
import { type Outcome, percent, short, table } from "../output.ts";
import { issuesFrom } from "./outcome.ts";

/** `parley backtest`: models against outcomes that are known. */
export async function run(path: string, options: { seed: number }): Promise<Outcome> {
  const issues = await issuesFrom(path);
  let done: Backtest;
  try {
    done = backtest(issues, { seed: options.seed });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UserError("no-outcomes", error.message, { where: path, cause: error });
  }
  const errors = done.models.map((m) => [
    m.name,
    String(m.n),
    m.mae.toFixed(1),
    m.medianError.toFixed(1),
    percent(m.within5),
    percent(m.within10),
    percent(m.within20),
    m.crps.toFixed(1),
  ]);
  const differences = done.differences.map(({ a, b, n, mae, interval: [low, high] }) => [
    `${a} − ${b}`,
    String(n),
    signed(mae),
    `${signed(low)} to ${signed(high)}`,
  ]);
  const text = [
    `${done.issues} issues of ${done.groups} decisions`,
    `Split: ${done.split.rule} Sizes: ${done.split.sizes.join(", ")}.`,
    "",
    table(["model", "issues", "mean error", "median", "within 5", "within 10", "within 20", "crps"], errors),
    "",
    table(["difference of mean errors", "issues", "points", `${percent(done.level)} interval`], differences),
    `(bootstrap over decisions, ${done.draws} draws, seed ${done.seed})`,
    "",
    ...done.words,
    `Learnt by fitted, fold by fold: ${done.fitted.map((f) => `institutions × ${short(f.institutions)}, ${short(f.awayFromReference)} away from the reference point`).join("; ")}.`,
  ];
  return { json: done, text: text.join("\n") };
}

const signed = (x: number): string => `${x < 0 ? "−" : "+"}${Math.abs(x).toFixed(1)}`;
