import type { Payoffs } from "./core/payoffs.ts";
import { pairKey, type Relation } from "./core/relation.ts";
import { GraphError } from "./graph-error.ts";
import { asList, asNumber, asText, type Json, onlyKeys } from "./json-reader.ts";
import { expected } from "./messages.ts";
import {
  fromRanking,
  fromSeed,
  fromStatements,
  fromWeights,
  type Ground,
  statementVariants,
} from "./preferences.ts";
import { MAX_STATEMENTS, parseStatement, StatementError } from "./statement.ts";
import type { Variants } from "./variants.ts";

const FORMS = ["ranking", "statements", "weights", "random"] as const;
const KEYS = [...FORMS, "strongAfter", "unknown"] as const;

/** A preference as read. */
export interface ReadPreference {
  payoffs: Payoffs;
  seed?: number;
  /** Its strengths and what is not known of it, where the file says so. */
  relation?: Relation;
  /** Its statements as judgements that could be the other way round. */
  variants?: Variants;
}

/** Read one decision maker's preference in any of its four forms, with strengths and unknown pairs. */
export function readPreference(
  value: Json,
  path: string,
  ground: Ground,
  options: readonly string[] | undefined,
  isTaken: ((slot: number, option: number) => boolean) | undefined,
): ReadPreference {
  onlyKeys(value, KEYS, path);
  const read = readOrder(value, path, ground, options, isTaken);
  const relation = readRelation(value, path, ground, read.payoffs);
  return relation === undefined ? read : { ...read, relation };
}

function readRelation(value: Json, path: string, ground: Ground, payoffs: Payoffs): Relation | undefined {
  if (value.strongAfter === undefined && value.unknown === undefined) return undefined;
  const relation: Relation = { payoffs };
  if (value.strongAfter !== undefined) {
    const at = `${path}.strongAfter`;
    const groups = payoffs.reduce((most, p) => Math.max(most, p), 0) + 1;
    const steps = asList(value.strongAfter, at).map((item, n) => {
      const step = asNumber(item, `${at}[${n}]`);
      if (!Number.isInteger(step) || step < 1 || step >= groups)
        throw new GraphError(`${at}[${n}]`, item, expected.strongAfter(groups - 1));
      return step;
    });
    // A group's place counts from 1, the most preferred; its level is how many strong steps lie below it.
    relation.levels = payoffs.map((p) => steps.filter((step) => groups - p <= step).length);
  }
  if (value.unknown !== undefined) {
    const at = `${path}.unknown`;
    const slotAt = (id: unknown, where: string): number => {
      const slot = ground.states.slotOf(asText(id, where));
      if (slot === undefined) throw new GraphError(where, id, expected.state, someIds(ground));
      return slot;
    };
    relation.unknown = new Set(
      asList(value.unknown, at).map((pair, n) => {
        const ends = asList(pair, `${at}[${n}]`);
        if (ends.length !== 2) throw new GraphError(`${at}[${n}]`, pair, expected.unknownPair);
        const [a, b] = ends.map((id, k) => slotAt(id, `${at}[${n}][${k}]`)) as [number, number];
        if (a === b) throw new GraphError(`${at}[${n}]`, pair, expected.unknownPair);
        return pairKey(ground.size, a, b);
      }),
    );
  }
  return relation;
}

/** Read the order in any of its four forms. */
function readOrder(
  value: Json,
  path: string,
  ground: Ground,
  options: readonly string[] | undefined,
  isTaken: ((slot: number, option: number) => boolean) | undefined,
): ReadPreference {
  const forms = FORMS.filter((form) => value[form] !== undefined);
  if (forms.length !== 1) throw new GraphError(path, value, expected.preference);
  const form = forms[0]!;
  const at = `${path}.${form}`;
  if (form === "ranking") return { payoffs: fromRanking(readRanking(value.ranking, at, ground), ground) };
  if (form === "random") {
    const seed = asNumber(value.random, at);
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
      throw new GraphError(at, seed, expected.seed);
    return { payoffs: fromSeed(seed, ground), seed };
  }
  if (options === undefined || isTaken === undefined)
    throw new GraphError(at, form, expected.onlyWithOptions);
  if (form === "weights") {
    const weights = asList(value.weights, at).map((w, n) => asNumber(w, `${at}[${n}]`));
    if (weights.length !== options.length)
      throw new GraphError(at, weights, expected.weights(options.length));
    return { payoffs: fromWeights(weights, ground, isTaken) };
  }
  const list = asList(value.statements, at);
  if (list.length > MAX_STATEMENTS) throw new GraphError(at, list, expected.statementsLimit(MAX_STATEMENTS));
  const statements = list.map((item, n) => {
    const text = asText(item, `${at}[${n}]`);
    try {
      return parseStatement(
        text,
        (word) => optionNumber(word, options.length),
        expected.option(options.length),
      );
    } catch (error) {
      if (!(error instanceof StatementError)) throw error;
      throw new GraphError(`${at}[${n}]`, text, `${expected.statement} (${error.message})`);
    }
  });
  const texts = list as string[];
  return {
    payoffs: fromStatements(statements, ground, isTaken),
    variants: statementVariants(texts, statements, ground, isTaken),
  };
}

function optionNumber(word: string, options: number): number | undefined {
  const n = /^\d+$/.test(word) ? Number(word) : 0;
  return n >= 1 && n <= options ? n - 1 : undefined;
}

function readRanking(value: unknown, path: string, ground: Ground): number[][] {
  const seen = new Set<number>();
  const groups = asList(value, path).map((group, n) =>
    asList(group, `${path}[${n}]`).map((id, k) => {
      const at = `${path}[${n}][${k}]`;
      const slot = ground.states.slotOf(asText(id, at));
      if (slot === undefined) throw new GraphError(at, id, expected.state, someIds(ground));
      if (seen.has(slot)) throw new GraphError(at, id, expected.rankedOnce);
      seen.add(slot);
      return slot;
    }),
  );
  const { slots } = ground.states;
  if (seen.size < slots.length) {
    const first = slots.find((slot) => !seen.has(slot))!;
    throw new GraphError(path, value, expected.allRanked(slots.length - seen.size, ground.states.id(first)));
  }
  return groups;
}

function* someIds({ states }: Ground): Generator<string> {
  for (const slot of states.slots.subarray(0, 10_000)) yield states.id(slot);
}
