import type { Change } from "./core/option-moves.ts";
import { OptionMoves } from "./core/option-moves.ts";
import { rankGroups } from "./core/payoffs.ts";
import { GraphError } from "./graph-error.ts";
import { type GraphFile, graphFromJson, type ReadOptions } from "./graph-json.ts";
import { asList, asNumber, asObject, asText } from "./json-reader.ts";
import { expected, gmcrNeedsOptions } from "./messages.ts";
import type { GraphModel } from "./model.ts";

/*
 * The file of GMCR+ (`.gmcr`, JSON). States are numbered from 1 by the ascending number their options make, the
 * first option least significant, infeasible ones left out; options stand in the order of their decision makers.
 * Format: O. Petersons and others, gmcr-py; R. Kinsara, *A Simple Guide to GMCR+*, 2014.
 */

const DIRECTION: Readonly<Record<string, Change>> = { both: "both", fwd: "take-only", back: "drop-only" };
const BACK: Readonly<Record<Change, string>> = { both: "both", "take-only": "fwd", "drop-only": "back" };

/** A decision maker's coalition partners in a `.gmcr` file, and the model. */
export interface GmcrFile extends GraphFile {
  /** Coalitions of two or more, by name; empty where everybody acts alone. */
  coalitions: string[][];
}

/** Whether JSON looks like a file of GMCR+. */
export function isGmcr(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    !("parley-graph" in value) &&
    "decisionMakers" in value &&
    "infeasibles" in value
  );
}

/**
 * Read a file of GMCR+. Labels of the states are its numbers.
 *
 * @throws GraphError with the JSON path, the value and what was expected; MemoryError when the model is too large
 */
export function gmcrFromJson(value: unknown, options: ReadOptions = {}): GmcrFile {
  const file = asObject(value, "$");
  const listed = asList(file.options, "$.options").map((item, n) => {
    const path = `$.options[${n}]`;
    const option = asObject(item, path);
    const direction = option.permittedDirection ?? "both";
    const change = typeof direction === "string" ? DIRECTION[direction] : undefined;
    if (change === undefined)
      throw new GraphError(
        `${path}.permittedDirection`,
        direction,
        expected.direction,
        Object.keys(DIRECTION),
      );
    return { name: asText(option.name, `${path}.name`), change };
  });
  const index = (item: unknown, limit: number, path: string): number => {
    const n = asNumber(item, path);
    if (!Number.isInteger(n) || n < 0 || n >= limit) throw new GraphError(path, item, expected.index(limit));
    return n;
  };
  const makers = asList(file.decisionMakers, "$.decisionMakers").map((item, n) => {
    const path = `$.decisionMakers[${n}]`;
    const maker = asObject(item, path);
    return {
      path,
      maker,
      name: asText(maker.name, `${path}.name`),
      own: asList(maker.options, `${path}.options`).map((o, k) =>
        index(o, listed.length, `${path}.options[${k}]`),
      ),
    };
  });
  // GMCR+ puts the options in the order of their decision makers before it numbers states.
  const order = [...new Set(makers.flatMap((m) => m.own))];
  const stray = listed.findIndex((_, k) => !order.includes(k));
  if (stray >= 0) throw new GraphError(`$.options[${stray}]`, listed[stray]!.name, expected.owned);
  const place = order.map((_, k) => order.indexOf(k));
  const condition = (items: unknown, path: string): [number, boolean][] =>
    asList(items, path).map((pair, n) => {
      const at = `${path}[${n}]`;
      const [option, taken] = asList(pair, at);
      if (taken !== "Y" && taken !== "N") throw new GraphError(`${at}[1]`, taken, expected.yesNo, ["Y", "N"]);
      return [place[index(option, listed.length, `${at}[0]`)]!, taken === "Y"];
    });
  /** One condition, or several of which one is enough. */
  const conditions = (item: unknown, path: string): [number, boolean][][] => {
    if (Array.isArray(item)) return [condition(item, path)];
    const compound = asObject(item, path);
    return asList(compound.members, `${path}.members`).map((m, n) => condition(m, `${path}.members[${n}]`));
  };
  const infeasible = asList(file.infeasibles ?? [], "$.infeasibles").flatMap((item, n) =>
    conditions(item, `$.infeasibles[${n}]`).map((terms) => {
      const bits = new Array<string>(order.length).fill("-");
      for (const [k, taken] of terms) bits[k] = taken ? "1" : "0";
      return bits.join("");
    }),
  );
  const numbered = numberedStates(order.length, infeasible);
  const manual = (file.useManualPreferenceRanking ?? file.useManualPreferenceVectors) === true;
  const preferences = Object.fromEntries(
    makers.map(({ maker, name, path }) => {
      if (manual) {
        const key = maker.preferenceRanking === undefined ? "preferenceVector" : "preferenceRanking";
        const at = `${path}.${key}`;
        const ranking = asList(maker[key], at).map((group, n) =>
          (Array.isArray(group) ? group : [group]).map((state: unknown) => {
            const bits = numbered[asNumber(state, `${at}[${n}]`) - 1];
            if (bits === undefined)
              throw new GraphError(`${at}[${n}]`, state, expected.number1(numbered.length));
            return bits;
          }),
        );
        return [name, { ranking }];
      }
      const statements = asList(maker.preferences, `${path}.preferences`).map((item, n) =>
        conditions(item, `${path}.preferences[${n}]`)
          .map((terms) => terms.map(([k, taken]) => `${taken ? "" : "-"}${k + 1}`).join(" & "))
          .map((text, _, all) => (all.length > 1 ? `(${text})` : text))
          .join(" | "),
      );
      return [name, { statements }];
    }),
  );
  const model = graphFromJson(
    {
      "parley-graph": 1,
      ...(typeof file.title === "string" && file.title !== "" ? { title: file.title } : {}),
      decisionMakers: makers.map((m) => m.name),
      options: order.map((k) => ({
        name: listed[k]!.name,
        owner: makers.find((m) => m.own.includes(k))!.name,
        change: listed[k]!.change,
      })),
      states: numbered,
      labels: Object.fromEntries(numbered.map((bits, n) => [bits, String(n + 1)])),
      preferences,
    },
    options,
  );
  const coalitions = asList(file.coalitions ?? [], "$.coalitions").flatMap((item, n) =>
    Array.isArray(item) && item.length > 1
      ? [item.map((k: unknown, m) => makers[index(k, makers.length, `$.coalitions[${n}][${m}]`)]!.name)]
      : [],
  );
  return { ...model, coalitions };
}

/** Most options of a model whose states are listed one by one. */
const MAX_OPTIONS = 20;

function numberedStates(n: number, infeasible: readonly string[]): string[] {
  if (n > MAX_OPTIONS) throw new GraphError("$.options", n, expected.optionsListed(MAX_OPTIONS));
  const states: string[] = [];
  for (let code = 0; code < 2 ** n; code++) {
    const bits = Array.from({ length: n }, (_, k) => ((code >>> k) & 1).toString()).join("");
    if (!infeasible.some((p) => [...p].every((want, k) => want === "-" || want === bits[k])))
      states.push(bits);
  }
  return states;
}

/**
 * A model as a file of GMCR+, its orders as manual rankings of state numbers. The states' numbers are those GMCR+ gives them,
 * whatever ids or labels they have here.
 *
 * @throws RangeError for a model without options
 */
export function toGmcr(model: GraphModel): Record<string, unknown> {
  const { game, options, states, decisionMakers } = model;
  const { moves } = game;
  if (options === undefined || !(moves instanceof OptionMoves)) throw new RangeError(gmcrNeedsOptions());
  // GMCR+ orders options by decision maker, so that is how they are written and how states are numbered.
  const order = decisionMakers.flatMap((name) => options.flatMap((o, k) => (o.owner === name ? [k] : [])));
  const code = (slot: number): number => order.reduce((sum, k, n) => sum + ((slot >>> k) & 1) * 2 ** n, 0);
  const slots = Array.from(states.slots).sort((a, b) => code(a) - code(b));
  const number = new Map(slots.map((slot, n) => [slot, n + 1]));
  const infeasibles: [number, string][][] = [];
  if (slots.length < moves.size) {
    const real = new Set(slots.map(code));
    for (let c = 0; c < moves.size; c++) {
      if (!real.has(c)) infeasibles.push(order.map((_, n) => [n, ((c >>> n) & 1) === 1 ? "Y" : "N"]));
    }
  }
  return {
    program: "parley",
    version: "0.3.5",
    useManualPreferenceRanking: true,
    options: order.map((k) => ({ name: options[k]!.name, permittedDirection: BACK[moves.changeOf(k)] })),
    decisionMakers: decisionMakers.map((name, i) => {
      const groups = rankGroups(game.payoffs[i]!, slots).map((group) =>
        group.map((slot) => number.get(slot)!),
      );
      return {
        name,
        options: order.flatMap((k, n) => (options[k]!.owner === name ? [n] : [])),
        preferences: [],
        preferenceRanking: groups.map((group) => (group.length === 1 ? group[0] : group)),
      };
    }),
    infeasibles,
    coalitions: decisionMakers.map((_, i) => i),
  };
}
