import {
  ForecastFormatError,
  type Outcome as Landing,
  landingModel,
  outcomes,
  readIssues,
  type ScaledIssue,
} from "@parley/forecast";
import { UserError } from "@parley/server/casework";
import { readText } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, percent, readStdin, short, table } from "../output.ts";

interface Options {
  model: string;
  seed: number;
  issue?: string;
  rounds?: number;
  reference?: number;
  failureCost?: number;
  draws?: number;
}

/** The issues of a file, in any of the forms that are read. */
export async function issuesFrom(path: string): Promise<ScaledIssue[]> {
  const text = path === "-" ? new TextDecoder().decode(await readStdin()) : readText(path);
  try {
    return readIssues(text).issues;
  } catch (error) {
    if (!(error instanceof ForecastFormatError)) throw error;
    throw new UserError("issues-format", error.message, { where: path, cause: error });
  }
}

/** `parley outcome`: where issues land. */
export async function run(path: string, options: Options): Promise<Outcome> {
  const { model: name, seed, issue, rounds, reference, failureCost, draws } = options;
  let model: Landing["model"];
  try {
    model = landingModel(name);
  } catch (error) {
    throw new UserError("usage", (error as Error).message);
  }
  const all = (await issuesFrom(path)).map((one) => (reference === undefined ? one : { ...one, reference }));
  const found = outcomes(model, all, {
    seed,
    ...(rounds === undefined ? {} : { rounds }),
    ...(failureCost === undefined ? {} : { failureCost }),
    ...(draws === undefined ? {} : { draws }),
  }).filter((one) => issue === undefined || one.issue === issue);
  if (found.length === 0)
    throw new UserError(
      "no-such-issue",
      say.noSuchIssue(
        issue ?? "",
        all.map((i) => i.id),
      ),
      {
        where: path,
      },
    );
  const only = found.length === 1 ? found[0] : undefined;
  const text = only === undefined ? several(model, found) : alone(only);
  return { json: only ?? { model, issues: found }, text };
}

const rangeOf = ({ range }: Landing): string =>
  range === undefined ? "" : `${short(range.low)} to ${short(range.high)}`;
const forecastOf = (one: Landing): string => (one.forecast === null ? "no basis" : short(one.forecast));

function alone(one: Landing): string {
  const lines = [`${one.issue} by ${one.model}: ${forecastOf(one)}`];
  if (one.problem !== undefined) lines.push(one.problem);
  if (one.range !== undefined)
    lines.push(
      `nine of ten draws lie from ${rangeOf(one)} (${one.range.draws} draws, seed ${one.range.seed})`,
    );
  if (one.rounds.length > 0)
    lines.push(
      "",
      table(
        ["round", "mean", "median"],
        one.rounds.map(({ round, mean, median }) => [String(round), short(mean), short(median)]),
      ),
    );
  if (one.spread !== null) lines.push("", `Actors stand ${short(one.spread)} from it on average.`);
  if (one.coalition !== null)
    lines.push(
      `Behind it: ${one.coalition.actors.join(", ") || "nobody"} (${percent(one.coalition.share)} of the weight).`,
    );
  return lines.join("\n");
}

function several(model: string, found: readonly Landing[]): string {
  const ranged = found.some((one) => one.range !== undefined);
  const rows = found.map((one) => [
    one.issue,
    forecastOf(one),
    ...(ranged ? [rangeOf(one)] : []),
    one.spread === null ? (one.problem ?? "") : short(one.spread),
  ]);
  return `${model}\n${table(["issue", "forecast", ...(ranged ? ["nine of ten draws"] : []), "mean distance"], rows)}`;
}
