import { type ReliabilityBin, reliability } from "./core/scoring/reliability.ts";
import { ForecastFormatError } from "./formats/format-error.ts";
import { columnsOf, numberOf, rowsOf } from "./formats/rows.ts";
import { SCORE_RULES, type Scores, scoresOf } from "./ledger.ts";
import { format as say } from "./messages.ts";

/** Scores of a table of forecasts. Means are over the questions whose outcome is known. */
export interface ScoredFile {
  /** Questions with an outcome. */
  questions: number;
  /** Questions that are still open. */
  open: number;
  brier: number | null;
  log: number | null;
  /** How many outcomes had been called impossible; they are left out of `log`. */
  impossible: number;
  rps?: number | null;
  each: ({ question: string; options: number; outcome: string } & Scores)[];
  reliability: ReliabilityBin[];
  rules: typeof SCORE_RULES;
}

/**
 * Score a CSV of forecasts: `question,option,p,outcome`, a row an option, outcome 1 for the one that came true, else 0,
 * empty while open. A question with one row is about yes or no.
 *
 * @param ordered the options of a question stand in their order: rank them
 * @throws ForecastFormatError with the line
 */
export function scoreFile(text: string, ordered = false): ScoredFile {
  const [header, ...rows] = rowsOf(text);
  if (header === undefined) throw new ForecastFormatError(say.empty());
  const at = columnsOf(header, ["question", "option", "p", "outcome"]);
  const questions = new Map<
    string,
    { line: number; option: string; p: number; came: boolean | undefined }[]
  >();
  for (const { line, cells } of rows) {
    const name = cells[at.question] ?? "";
    if (name === "") throw new ForecastFormatError(say.noName(), line);
    const p = numberOf(cells[at.p], "p", line);
    if (!(p >= 0 && p <= 1)) throw new ForecastFormatError(say.badProbability(cells[at.p] ?? ""), line);
    const outcome = cells[at.outcome] ?? "";
    if (!["", "0", "1"].includes(outcome)) throw new ForecastFormatError(say.badCame(outcome), line);
    const options = questions.get(name) ?? [];
    options.push({
      line,
      option: cells[at.option] ?? "",
      p,
      came: outcome === "" ? undefined : outcome === "1",
    });
    questions.set(name, options);
  }
  const each: ScoredFile["each"] = [];
  const said: { probability: number; came: boolean }[] = [];
  let open = 0;
  for (const [question, options] of questions) {
    if (options.some((o) => o.came === undefined)) {
      open++;
      continue;
    }
    const came = options.filter((o) => o.came);
    if (came.length > 1 || (options.length > 1 && came.length === 0))
      throw new ForecastFormatError(say.noneCame(question), options[0]!.line);
    const only = options.length === 1 ? options[0]! : undefined;
    const probabilities = only === undefined ? options.map((o) => o.p) : [only.p, 1 - only.p];
    const outcome = only === undefined ? options.findIndex((o) => o.came) : only.came ? 0 : 1;
    let scores: Scores;
    try {
      scores = scoresOf(probabilities, outcome, ordered);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new ForecastFormatError(error.message, options[0]!.line);
    }
    const name = only === undefined ? options[outcome]!.option : only.came ? only.option || "yes" : "no";
    each.push({ question, options: probabilities.length, outcome: name, ...scores });
    for (const o of options) said.push({ probability: o.p, came: o.came === true });
  }
  const mean = (values: readonly number[]): number | null =>
    values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
  const logs = each.flatMap((e) => (e.log === null ? [] : [e.log]));
  const scored: ScoredFile = {
    questions: each.length,
    open,
    brier: mean(each.map((e) => e.brier)),
    log: mean(logs),
    impossible: each.length - logs.length,
    each,
    reliability: reliability(said),
    rules: SCORE_RULES,
  };
  if (ordered) scored.rps = mean(each.map((e) => e.rps as number));
  return scored;
}
