import { coalesced, matches } from "./coalesce.ts";
import { ArcMoves } from "./core/arc-moves.ts";
import { MAX_DECIDERS } from "./core/least-reachable.ts";
import type { Moves } from "./core/moves.ts";
import type { Change } from "./core/option-moves.ts";
import { GraphError } from "./graph-error.ts";
import { asList, asObject, asText, type Json, keyPath, onlyKeys } from "./json-reader.ts";
import { expected, notJson } from "./messages.ts";
import { checkSize, type GraphModel, MEMORY_LIMIT } from "./model.ts";
import { MAX_DENSE_OPTIONS, type Option, optionForm } from "./option-form.ts";
import { readPreference } from "./preference-json.ts";
import { ListedStates, type StateNames } from "./states.ts";

const KEYS = [
  "parley-graph",
  "title",
  "note",
  "citation",
  "decisionMakers",
  "options",
  "states",
  "infeasible",
  "coalesce",
  "moves",
  "preferences",
  "labels",
  "statusQuo",
] as const;

/** What reading a file may be told. */
export interface ReadOptions {
  /** Bytes the model may take in memory; default `MEMORY_LIMIT`. */
  memoryLimit?: number;
}

/** A graph model read from a file, with what the file says about it. */
export interface GraphFile extends GraphModel {
  title?: string;
  statusQuo?: string;
}

/**
 * Read parley-graph JSON (version 1) from text.
 *
 * @throws GraphError with the JSON path, the value and what was expected; MemoryError when the model is too large
 */
export function readGraph(text: string, options: ReadOptions = {}): GraphFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new SyntaxError(notJson((error as Error).message));
  }
  return graphFromJson(value, options);
}

/** As `readGraph`, from JSON that is parsed already. */
export function graphFromJson(value: unknown, { memoryLimit = MEMORY_LIMIT }: ReadOptions = {}): GraphFile {
  const file = asObject(value, "$");
  if (file["parley-graph"] !== 1)
    throw new GraphError("$.parley-graph", file["parley-graph"], expected.version);
  onlyKeys(file, KEYS, "$");
  const deciders = readNames(file.decisionMakers);
  const options = file.options === undefined ? undefined : readOptions(file.options, deciders);
  const labels = readLabels(file.labels);

  let moves: Moves;
  let states: StateNames;
  let isTaken: ((slot: number, option: number) => boolean) | undefined;
  if (options !== undefined) {
    if (file.moves !== undefined) throw new GraphError("$.moves", "moves", expected.noMovesWithOptions);
    const given = file.states === undefined ? undefined : readBits(file.states, options.length);
    const patterns =
      file.infeasible === undefined ? [] : readPatterns(file.infeasible, options.length, "$.infeasible");
    if (given === undefined && options.length > MAX_DENSE_OPTIONS) {
      throw new GraphError("$.states", undefined, expected.optionsLimit(MAX_DENSE_OPTIONS));
    }
    for (const [n, bits] of (given ?? []).entries()) {
      if (patterns.some((p) => matches(bits, p)))
        throw new GraphError(`$.states[${n}]`, bits, expected.feasible);
    }
    ({ moves, states, isTaken } = optionForm(deciders.length, options, given, patterns, labels, memoryLimit));
    if (file.coalesce !== undefined) {
      const groups = readPatterns(file.coalesce, options.length, "$.coalesce");
      for (const [n, pattern] of groups.entries()) {
        if (groups.slice(0, n).some((other) => overlap(other, pattern)))
          throw new GraphError(`$.coalesce[${n}]`, pattern, expected.coalesced);
      }
      ({ moves, states, isTaken } = coalesced({ moves, states, isTaken }, groups, labels, memoryLimit));
    }
    if (states.slots.length === 0) throw new GraphError("$.infeasible", file.infeasible, expected.someState);
  } else {
    if (file.states === undefined || file.moves === undefined) {
      throw new GraphError("$.options", undefined, expected.optionsOrStates);
    }
    if (file.infeasible !== undefined || file.coalesce !== undefined)
      throw new GraphError("$.options", undefined, expected.optionsOrStates);
    const ids = readIds(file.states);
    checkSize(ids.length, deciders.length, 0, memoryLimit);
    states = new ListedStates(ids, false, labels);
    moves = readMoves(file.moves, deciders, ids, states, memoryLimit);
  }
  for (const id of labels.keys()) {
    if (states.slotOf(id) === undefined)
      throw new GraphError(keyPath("$.labels", id), id, expected.state, ids(states));
  }

  const preferences = asObject(file.preferences, "$.preferences");
  for (const name of Object.keys(preferences)) {
    if (!deciders.includes(name)) {
      throw new GraphError(keyPath("$.preferences", name), name, expected.decisionMaker, deciders);
    }
  }
  const ground = { size: moves.size, exists: moves.exists, states };
  const seeds: Record<string, number> = {};
  const read = deciders.map((name) => {
    const path = keyPath("$.preferences", name);
    if (!Object.hasOwn(preferences, name)) throw new GraphError(path, undefined, expected.preferenceOf);
    const own = readPreference(
      asObject(preferences[name], path),
      path,
      ground,
      options?.map((o) => o.name),
      isTaken,
    );
    if (own.seed !== undefined) seeds[name] = own.seed;
    return own;
  });
  const payoffs = read.map((own) => own.payoffs);

  const model: GraphFile = { decisionMakers: deciders, states, game: { moves, payoffs } };
  if (options !== undefined) {
    model.options = options.map((o) => ({ name: o.name, owner: deciders[o.owner]! }));
  }
  if (read.some((own) => own.variants !== undefined)) model.variants = read.map((own) => own.variants);
  if (read.some((own) => own.relation !== undefined)) {
    model.relations = read.map((own) => own.relation ?? { payoffs: own.payoffs });
  }
  if (Object.keys(seeds).length > 0) model.seeds = seeds;
  if (file.title !== undefined) model.title = asText(file.title, "$.title");
  if (file.statusQuo !== undefined) {
    model.statusQuo = asText(file.statusQuo, "$.statusQuo");
    if (states.slotOf(model.statusQuo) === undefined) {
      throw new GraphError("$.statusQuo", model.statusQuo, expected.state, ids(states));
    }
  }
  return model;
}

/** Ids to look for a nearest name in; of very many states the first ten thousand. */
function* ids(states: StateNames): Generator<string> {
  for (const slot of states.slots.subarray(0, 10_000)) yield states.id(slot);
}

function readNames(value: unknown): string[] {
  const path = "$.decisionMakers";
  const names = asList(value, path).map((name, n) => asText(name, `${path}[${n}]`));
  if (names.length === 0 || names.length > MAX_DECIDERS) {
    throw new GraphError(path, names, expected.decisionMakers(MAX_DECIDERS));
  }
  refuseTwice(names, path, expected.different);
  return names;
}

function refuseTwice(values: readonly string[], path: string, wanted: string): void {
  const seen = new Set<string>();
  for (const [n, value] of values.entries()) {
    if (seen.has(value)) throw new GraphError(`${path}[${n}]`, value, wanted);
    seen.add(value);
  }
}

function readOptions(value: unknown, deciders: readonly string[]): (Option & { name: string })[] {
  const list = asList(value, "$.options");
  return list.map((item, n) => {
    const path = `$.options[${n}]`;
    const option = asObject(item, path);
    onlyKeys(option, ["name", "owner", "change"], path);
    const name = asText(option.name, `${path}.name`);
    const owner = deciders.indexOf(asText(option.owner, `${path}.owner`));
    if (owner < 0) throw new GraphError(`${path}.owner`, option.owner, expected.decisionMaker, deciders);
    const change = option.change ?? "both";
    if (change !== "both" && change !== "take-only" && change !== "drop-only") {
      throw new GraphError(`${path}.change`, change, expected.change, ["both", "take-only", "drop-only"]);
    }
    return { name, owner, change: change as Change };
  });
}

function readBits(value: unknown, options: number): string[] {
  const states = asList(value, "$.states").map((bits, n) => {
    if (typeof bits !== "string" || bits.length !== options || !/^[01]*$/.test(bits)) {
      throw new GraphError(`$.states[${n}]`, bits, expected.bits(options));
    }
    return bits;
  });
  if (states.length === 0) throw new GraphError("$.states", states, expected.someState);
  refuseTwice(states, "$.states", expected.notTwice);
  return states;
}

function overlap(a: string, b: string): boolean {
  return [...a].every((bit, k) => bit === "-" || b[k] === "-" || bit === b[k]);
}

function readPatterns(value: unknown, options: number, path: string): string[] {
  return asList(value, path).map((pattern, n) => {
    if (typeof pattern !== "string" || pattern.length !== options || !/^[01-]*$/.test(pattern)) {
      throw new GraphError(`${path}[${n}]`, pattern, expected.pattern(options));
    }
    return pattern;
  });
}

function readIds(value: unknown): string[] {
  const states = asList(value, "$.states").map((id, n) => asText(id, `$.states[${n}]`));
  if (states.length === 0) throw new GraphError("$.states", states, expected.someState);
  refuseTwice(states, "$.states", expected.notTwice);
  return states;
}

function readLabels(value: unknown): Map<string, string> {
  if (value === undefined) return new Map();
  const labels = asObject(value, "$.labels");
  return new Map(Object.entries(labels).map(([id, label]) => [id, asText(label, keyPath("$.labels", id))]));
}

function readMoves(
  value: unknown,
  deciders: readonly string[],
  known: readonly string[],
  states: StateNames,
  memoryLimit: number,
): ArcMoves {
  const moves: Json = asObject(value, "$.moves");
  for (const name of Object.keys(moves)) {
    if (!deciders.includes(name)) {
      throw new GraphError(keyPath("$.moves", name), name, expected.decisionMaker, deciders);
    }
  }
  const arcs = deciders.map((name) => {
    const path = keyPath("$.moves", name);
    const seen = new Set<string>();
    const list = Object.hasOwn(moves, name) ? asList(moves[name], path) : [];
    return list.map((pair, n): [number, number] => {
      const at = `${path}[${n}]`;
      const ends = asList(pair, at);
      if (ends.length !== 2) throw new GraphError(at, pair, expected.pair);
      const [from, to] = ends.map((id, k) => {
        const slot = states.slotOf(asText(id, `${at}[${k}]`));
        if (slot === undefined) throw new GraphError(`${at}[${k}]`, id, expected.state, known);
        return slot;
      }) as [number, number];
      if (from === to) throw new GraphError(at, pair, expected.otherState);
      if (seen.has(`${from} ${to}`)) throw new GraphError(at, pair, expected.notTwice);
      seen.add(`${from} ${to}`);
      return [from, to];
    });
  });
  const count = arcs.reduce((sum, own) => sum + own.length, 0);
  checkSize(known.length, deciders.length, count, memoryLimit);
  return ArcMoves.fromPairs(known.length, arcs);
}
