import { resolve } from "node:path";
import { UserError } from "@parley/server/casework";
import {
  analyse,
  countsOf,
  type GraphFile,
  graphFromJson,
  resultOf,
  type StabilityCounts,
  type StabilityResult,
  stabilityOf,
  statusQuoAnalysis,
} from "@parley/stability";
import { type CaseOptions, isJsonInput, load, readJsonInput } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, progress, table } from "../output.ts";

interface Options extends CaseOptions {
  statusQuo?: string;
  table: boolean;
}

/** `parley stability`: a case, or a model by itself. */
export async function run(input: string, options: Options): Promise<Outcome> {
  return isJsonInput(input) ? await ofModel(input, options) : await ofCase(input, options);
}

async function ofModel(input: string, options: Options): Promise<Outcome> {
  const value = await readJsonInput(input);
  if (typeof value !== "object" || value === null || !("parley-graph" in value))
    throw new UserError("not-a-graph", say.notACaseOr("parley-graph"), { where: input });
  let model: GraphFile;
  try {
    model = graphFromJson(value);
  } catch (error) {
    const { message, name } = error as Error;
    throw new UserError(name, message, { where: input, cause: error });
  }
  const watch = { progress: (share: number) => progress(`${Math.round(share * 100)}%`) };
  const analysis = analyse(model, process.stderr.isTTY ? (watch as object) : {});
  if (!options.table) {
    const counts = countsOf(analysis);
    return { json: counts, text: countsText(counts) };
  }
  const result = resultOf(analysis);
  const from = options.statusQuo === undefined ? undefined : statusQuoAnalysis(model, options.statusQuo);
  const json = from === undefined ? result : { ...result, statusQuo: from };
  const parts = [...(model.title === undefined ? [] : [model.title, ""]), resultText(result)];
  if (from !== undefined) {
    const rows = from.reachable.map(({ id, anyMoves, improvements }) => [
      id,
      String(anyMoves.moves),
      improvements === undefined
        ? "no"
        : improvements.path.map((step) => `${step.by} to ${step.to}`).join(", "),
    ]);
    parts.push("", `From ${from.statusQuo}:`, table(["state", "moves", "by improvements"], rows));
  }
  return { json, text: parts.join("\n") };
}

async function ofCase(input: string, options: Options): Promise<Outcome> {
  const loaded = await load(input, options);
  try {
    const found = stabilityOf(loaded.held);
    if (found.result === undefined) {
      const [first] = found.problems;
      const message = first?.message ?? "The case has no moves.";
      throw new UserError("not-computed", message, { where: first?.on.join(", ") ?? resolve(input) });
    }
    const { truth, believed, difference } = found.result;
    const json = { ...truth, believed, difference, views: found.result.views, inputs: found.inputs };
    const name = (id: string): string => loaded.held.nameOf(`actor:${id}`);
    const lines = [resultText(truth, name)];
    for (const [concept, { onlyBelieved, onlyTrue }] of Object.entries(difference)) {
      if (onlyBelieved.length > 0)
        lines.push(`${concept}: believed stable, but not so: ${onlyBelieved.join(", ")}`);
      if (onlyTrue.length > 0) lines.push(`${concept}: stable, but not believed so: ${onlyTrue.join(", ")}`);
    }
    return { json, text: lines.join("\n") };
  } finally {
    loaded.close();
  }
}

/** One line a state: for whom it is stable by each concept; a star where for all. */
function resultText(result: StabilityResult, name: (id: string) => string = (id) => id): string {
  const concepts = Object.keys(result.stable) as (keyof StabilityResult["stable"])[];
  const { decisionMakers } = result;
  const numbers = decisionMakers.map((id, i) => `${i + 1} ${name(id)}`).join(", ");
  const rows = result.states.map(({ id, label }) => [
    id,
    ...concepts.map((concept) => {
      const own = decisionMakers.flatMap((who, i) =>
        result.stable[concept]?.[who]?.includes(id) ? [i + 1] : [],
      );
      return own.length === decisionMakers.length ? "all" : own.join(" ") || "-";
    }),
    label ?? "",
  ]);
  const equilibria = concepts.map((concept) => {
    const ids = result.equilibria[concept] ?? [];
    return `${concept}: ${ids.join(", ") || say.nothing()}`;
  });
  const head = ["state", ...concepts, "meaning"];
  return [
    `Stable for: ${numbers}`,
    table(head, rows),
    "",
    `Stable for all (${result.status}):`,
    ...equilibria,
  ].join("\n");
}

function countsText(counts: StabilityCounts): string {
  const concepts = Object.keys(counts.stable) as (keyof StabilityCounts["stable"])[];
  const rows = concepts.map((concept) => [
    concept,
    ...counts.decisionMakers.map((who) => String(counts.stable[concept]?.[who] ?? 0)),
    String(counts.equilibria[concept] ?? 0),
  ]);
  return `${counts.states} states\n${table(["concept", ...counts.decisionMakers, "all"], rows)}`;
}
