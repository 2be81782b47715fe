import { extname } from "node:path";
import { UserError } from "@parley/server/casework";
import {
  CONCEPTS,
  type Concept,
  changeOf,
  coalitionAnalysis,
  evolution,
  explain,
  explainInWords,
  GRAPH_FORMATS,
  type GraphFile,
  gradedResult,
  horizonResult,
  inverseOf,
  robustness,
  stateNaming,
  statusQuoAnalysis,
  without,
  writeGraph,
} from "@parley/stability";
import * as say from "../messages.ts";
import { percent, progress, table } from "../output.ts";
import { writeWhole } from "../write-whole.ts";

/** What can be asked of a model beside its stability. */
export interface Questions {
  statusQuo?: string;
  explain?: string;
  coalition?: string;
  inverse?: string;
  without?: string;
  horizon?: string;
  worlds?: number;
  concept: Concept;
  seed: number;
  output?: string;
}

/** Answers by key for programs, and lines for people. */
export interface Answers {
  json: Record<string, unknown>;
  text: string[];
}

type Way = { moves: number; path: { by: string; to: string }[] } | undefined;

/** The id of a state given by its id, or by a label that only one has: the number in a .gmcr file. */
function stateOf({ states }: GraphFile, given: string): string {
  if (states.slotOf(given) !== undefined) return given;
  const named = states.slots.filter((slot) => states.label(slot) === given);
  return named.length === 1 ? states.id(named[0] ?? 0) : given;
}

/**
 * Answer all that is asked.
 *
 * @param name of a decision maker, for people
 */
export function answer(model: GraphFile, asked: Questions, name: (id: string) => string): Answers {
  const json: Record<string, unknown> = {};
  const text: string[] = [];
  const { concept } = asked;
  const list = (ids: readonly string[]): string => (ids.length === 0 ? say.nothing() : ids.join(", "));
  const steps = (way: Way): string =>
    way === undefined
      ? "no"
      : way.path.length === 0
        ? "here already"
        : way.path.map((s) => `${name(s.by)} to ${s.to}`).join(", ");

  if (asked.statusQuo !== undefined) {
    const start = stateOf(model, asked.statusQuo);
    const from = statusQuoAnalysis(model, start);
    const lasting = evolution(model, start, concept);
    json.statusQuo = from;
    json.evolution = lasting;
    text.push(
      `From ${from.statusQuo}:`,
      table(
        ["state", "moves", "by improvements"],
        from.reachable.map(({ id, anyMoves, improvements }) => [
          id,
          String(anyMoves.moves),
          improvements === undefined
            ? "no"
            : steps(improvements) === "here already"
              ? ""
              : steps(improvements),
        ]),
      ),
      "",
      `To what lasts (${concept}):`,
      table(
        ["state", "by improvements", "by any moves"],
        lasting.equilibria.map((e) => [e.id, steps(e.improvements), steps(e.anyMoves)]),
      ),
      "",
    );
  }
  if (asked.explain !== undefined) {
    const id = stateOf(model, asked.explain);
    const found = model.decisionMakers.map((who) => {
      const explanation = explain(model, id, who, concept);
      return {
        ...explanation,
        words: explainInWords(explanation, { party: name, state: stateNaming(model) }),
      };
    });
    json.explanations = found;
    text.push(...found.flatMap((f) => [...f.words, ""]));
  }
  if (asked.coalition !== undefined) {
    const found = coalitionAnalysis(
      model,
      asked.coalition.split(",").map((part) => part.trim()),
    );
    json.coalition = found;
    text.push(
      `${found.coalition.map(name).join(" and ")} together:`,
      ...Object.entries(found.stable).map(([c, ids]) => `${c}: ${list(ids)}`),
      ...found.upsets.map(
        (u) =>
          `can upset ${u.state}: ${u.path.map((s) => `${name(s.by)} to ${s.to}`).join(", ")}${u.deterred.length === 0 ? "" : ` (deterred by ${u.deterred.join(", ")})`}`,
      ),
      "",
    );
  }
  if (asked.inverse !== undefined) {
    const found = inverseOf(model, stateOf(model, asked.inverse), concept);
    json.inverse = found;
    text.push(`For ${found.state} to be stable (${concept}):`);
    for (const [who, own] of Object.entries(found.decisionMakers)) {
      const orders =
        own.orders === undefined
          ? (own.notCounted ?? "")
          : `${own.orders.stable} of ${own.orders.of} strict orders make it so`;
      const change = own.stable
        ? "stable as things are"
        : `smallest change${own.proved ? "" : " found"}: ${own.lower.map((set) => `likes ${set.join(" and ")} no better`).join("; or ")}`;
      text.push(`${name(who)}: ${orders}; ${change}.`);
    }
    text.push(
      found.afterFirstChanges
        ? "With the first change of each it is stable for all."
        : "With the first change of each it is still not stable for all: under sequential concepts a change of one alters how the others answer.",
      "",
    );
  }
  if (asked.without !== undefined) {
    const changed = without(model, asked.without);
    const found = Object.fromEntries(CONCEPTS.map((c) => [c, changeOf(model, changed, c)]));
    json.without = { option: asked.without, change: found };
    const { kept, gained, lost } = changeOf(model, changed, concept);
    text.push(
      `Without ${asked.without} (${concept}): kept ${list(kept)}; new ${list(gained)}; gone ${list(lost)}`,
      "",
    );
  }
  if (asked.horizon !== undefined) {
    const ahead = asked.horizon === "non-myopic" ? asked.horizon : Number(asked.horizon);
    if (typeof ahead === "number" && (!Number.isInteger(ahead) || ahead < 1 || ahead > 1000))
      throw new UserError("usage", say.badHorizon(asked.horizon));
    const found = horizonResult(model, ahead);
    json.horizon = found;
    text.push(
      typeof ahead === "number" ? `Looking ${say.counted(ahead, "move")} ahead:` : "Non-myopic:",
      ...Object.entries(found.stable).map(([who, ids]) => `${name(who)}: ${list(ids)}`),
      `Stable for all (${found.status}): ${list(found.equilibria)}`,
      "",
    );
  }
  if (asked.worlds !== undefined) {
    const watch = process.stderr.isTTY
      ? { progress: (share: number) => progress(`${Math.round(share * 100)}%`) }
      : {};
    const found = robustness(model, { worlds: asked.worlds, seed: asked.seed, watch });
    json.robustness = found;
    const how = found.status === "proved" ? "all variants" : `sampled, seed ${found.seed}`;
    text.push(
      `In ${say.counted(found.worlds, "variant")} of the orders (${how}), ${concept}:`,
      table(
        ["state", "share", "now", "hangs on", "as given", "turned round"],
        found.equilibria[concept].map(({ id, share, now, hangsOn }) => [
          id,
          percent(share),
          now ? "yes" : "no",
          hangsOn === undefined ? "-" : `${name(hangsOn.decisionMaker)}: ${hangsOn.judgement}`,
          percent(hangsOn?.asGiven),
          percent(hangsOn?.turned),
        ]),
      ),
      "",
    );
  }
  if (model.relations !== undefined) {
    const found = gradedResult(model);
    json.graded = found;
    const rows = (["a", "b", "c", "d"] as const).map((a) => [
      a,
      list(found.general[a].equilibria[concept]),
      list(found.strong[a].equilibria[concept]),
    ]);
    text.push(
      `With strengths and unknown preferences, ${concept}:`,
      table(["attitude", "stable for all", "strongly"], rows),
      "",
    );
  }
  if (asked.output !== undefined) {
    const ending = extname(asked.output).slice(1).toLowerCase();
    const format = GRAPH_FORMATS.find((f) => f === ending);
    if (format === undefined)
      throw new UserError("usage", say.oneOf("--output", ending, GRAPH_FORMATS), { where: asked.output });
    writeWhole(asked.output, writeGraph(model, format));
    json.file = asked.output;
    text.push(`Written: ${asked.output}`, "");
  }
  return { json, text: text.slice(0, -1) };
}
