import { type Case, DEFAULT_LEVEL, type Level, levelOf, type Ref, stricter } from "@parley/case";
import { baseRateResults } from "./analyses/base-rates.ts";
import { coalitionResults } from "./analyses/coalitions.ts";
import { deadlocksResult } from "./analyses/deadlocks.ts";
import { inclusionResult } from "./analyses/inclusion.ts";
import { plansResult } from "./analyses/plans.ts";
import { recordResult } from "./analyses/record.ts";
import { settlementResult } from "./analyses/settlement.ts";
import { stabilityResult } from "./analyses/stability.ts";
import type { Result } from "./result.ts";

export interface AnalyseOptions {
  seed?: number;
  /** Worlds drawn for robustness. */
  worlds?: number;
  onProgress?: (done: number, all: number) => void;
  shouldStop?: () => boolean;
}

/**
 * Everything the case can be asked today. An analysis whose inputs are incomplete says what is missing and computes
 * nothing; one about which the case says nothing at all is left out.
 */
export function analyse(held: Case, options: AnalyseOptions = {}): Result[] {
  const parts: (() => Omit<Result, "level">[])[] = [
    () => [recordResult(held)],
    () => (held.inForce("precondition").length === 0 ? [] : [deadlocksResult(held)]),
    () =>
      held.inForce("issue").some((issue) => issue.options !== undefined)
        ? [settlementResult(held, options)]
        : [],
    () => [plansResult(held), inclusionResult(held)].filter((one) => one !== undefined),
    () => coalitionResults(held, options),
    () => [stabilityResult(held)].filter((one) => one !== undefined),
    () => baseRateResults(held),
  ];
  const results: Result[] = [];
  for (const [done, part] of parts.entries()) {
    if (options.shouldStop?.() === true) break;
    results.push(...part().map((one) => ({ ...one, level: strictestOf(held, one.inputs) })));
    options.onProgress?.(done + 1, parts.length);
  }
  return results;
}

/** The strictest level among the objects a result was computed from. */
function strictestOf(held: Case, inputs: readonly Ref[]): Level {
  let level: Level | undefined;
  for (const ref of inputs) {
    const object = held.at(ref);
    const own = object === undefined ? DEFAULT_LEVEL : levelOf(held, object);
    level = level === undefined ? own : stricter(level, own);
  }
  return level ?? "public";
}
