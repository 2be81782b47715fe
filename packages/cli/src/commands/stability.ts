import { resolve } from "node:path";
import type { Case } from "@parley/case";
import { UserError } from "@parley/server/casework";
import {
  countsOf,
  GraphError,
  type GraphFile,
  gmcrFromJson,
  graphFromJson,
  isGmcr,
  resultOf,
  type StabilityCounts,
  type StabilityResult,
  stabilityOf,
  surprisesOf,
  withoutFilters,
} from "@parley/stability";
import { type CaseOptions, isJsonInput, load, readJsonInput } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, progress, table } from "../output.ts";
import { analyseInThreads } from "../stability-threads.ts";
import { type Answers, answer, type Questions } from "./stability-questions.ts";

interface Options extends CaseOptions, Questions {
  unfiltered?: string;
  threads: number;
  memory: number;
  table: boolean;
}

/** `parley stability`: a case, or a model by itself. */
export async function run(input: string, options: Options): Promise<Outcome> {
  return isJsonInput(input) ? await ofModel(input, options) : await ofCase(input, options);
}

async function ofModel(input: string, options: Options): Promise<Outcome> {
  const value = await readJsonInput(input);
  const gmcr = isGmcr(value);
  if (!gmcr && (typeof value !== "object" || value === null || !("parley-graph" in value)))
    throw new UserError("not-a-graph", say.notACaseOr("parley-graph"), { where: input });
  if (options.unfiltered !== undefined) throw new UserError("usage", say.needsCase("--unfiltered"));
  return asUserError(input, async () => {
    const limits = { memoryLimit: options.memory * 2 ** 30 };
    const model: GraphFile = gmcr ? gmcrFromJson(value, limits) : graphFromJson(value, limits);
    const watch = process.stderr.isTTY
      ? { progress: (share: number) => progress(`${Math.round(share * 100)}%`) }
      : {};
    const analysis = await analyseInThreads(model, options.threads, { ...watch, ...limits });
    const { json, text } = answer(model, options, (name) => name);
    const title = model.title === undefined ? [] : [model.title, ""];
    const more = text.length === 0 ? [] : ["", ...text];
    if (!options.table) {
      const counts = countsOf(analysis);
      return { json: { ...counts, ...json }, text: [countsText(counts), ...more].join("\n") };
    }
    const result = resultOf(analysis);
    return { json: { ...result, ...json }, text: [...title, resultText(result), ...more].join("\n") };
  });
}

/** What is wrong with a model or a question, with the input's name. */
async function asUserError(where: string, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { message, name } = error as Error;
    if (error instanceof RangeError || error instanceof GraphError || error instanceof SyntaxError)
      throw new UserError(name, message, { where, cause: error });
    throw error;
  }
}

async function ofCase(input: string, options: Options): Promise<Outcome> {
  const loaded = await load(input, options);
  try {
    const { held } = loaded;
    const found = stabilityOf(held);
    const { models } = found;
    if (found.result === undefined || models === undefined) {
      const [first] = found.problems;
      const message = first?.message ?? "The case has no moves.";
      throw new UserError("not-computed", message, { where: first?.on.join(", ") ?? resolve(input) });
    }
    const { truth, believed, difference } = found.result;
    const name = (id: string): string => held.nameOf(`actor:${id}`);
    const lines = [resultText(truth, name)];
    for (const [concept, { onlyBelieved, onlyTrue }] of Object.entries(difference)) {
      if (onlyBelieved.length > 0)
        lines.push(`${concept}: believed stable, but not so: ${onlyBelieved.join(", ")}`);
      if (onlyTrue.length > 0) lines.push(`${concept}: stable, but not believed so: ${onlyTrue.join(", ")}`);
    }
    return await asUserError(input, async () => {
      const { json, text } = answer(models.truth, options, name);
      const beliefs = ofBeliefs(held, options, name);
      lines.push(...(text.length === 0 ? [] : ["", ...text]), ...beliefs.text);
      return {
        json: {
          ...truth,
          believed,
          difference,
          views: found.result?.views,
          ...json,
          ...beliefs.json,
          inputs: found.inputs,
        },
        text: lines.join("\n"),
      };
    });
  } finally {
    loaded.close();
  }
}

/** Moves an actor does not see coming, and what changes without the filters on the way to one. */
function ofBeliefs(held: Case, { unfiltered, concept }: Options, name: (id: string) => string): Answers {
  const surprises = surprisesOf(held);
  const json: Record<string, unknown> = surprises.length === 0 ? {} : { surprises };
  const text = surprises.map((s) => say.surprise(name(s.who), name(s.by), s.to, s.mover, s.effect));
  if (unfiltered !== undefined) {
    const off = withoutFilters(held, unfiltered);
    if (off === undefined) throw new RangeError(say.noFilters(unfiltered));
    json.unfiltered = off;
    const list = (ids: readonly string[] = []): string => (ids.length === 0 ? say.nothing() : ids.join(", "));
    const change = off.change[concept];
    text.push(
      say.unfiltered(name(unfiltered), concept, list(change.kept), list(change.gained), list(change.lost)),
      say.givesWay(name(unfiltered), off.givesWay),
    );
  }
  return { json, text: text.length === 0 ? [] : ["", ...text] };
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
