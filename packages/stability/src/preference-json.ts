import type { Payoffs } from "./core/payoffs.ts";
import { GraphError } from "./graph-error.ts";
import { asList, asNumber, asText, type Json, onlyKeys } from "./json-reader.ts";
import { expected } from "./messages.ts";
import { fromRanking, fromSeed, fromStatements, fromWeights, type Ground } from "./preferences.ts";
import { MAX_STATEMENTS, parseStatement, StatementError } from "./statement.ts";

const FORMS = ["ranking", "statements", "weights", "random"] as const;

/** Read one decision maker's preference in any of its four forms. */
export function readPreference(
  value: Json,
  path: string,
  ground: Ground,
  options: readonly string[] | undefined,
  isTaken: ((slot: number, option: number) => boolean) | undefined,
): { payoffs: Payoffs; seed?: number } {
  onlyKeys(value, FORMS, path);
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
  return { payoffs: fromStatements(statements, ground, isTaken) };
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
