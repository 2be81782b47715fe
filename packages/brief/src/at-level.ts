import { type Case, cutToLevel, type Level, mayRead } from "@parley/case";
import { type AnalyseOptions, analyse } from "./analyse.ts";
import type { Result } from "./result.ts";

/** A case as the readers of one level get it, with its results: made once, and then any brief is written from it. */
export interface CaseAtLevel {
  level: Level;
  held: Case;
  results: readonly Result[];
  /** Names of those taken out; they may stand in words that were not, and are looked for there. */
  hiddenNames: readonly string[];
}

/**
 * Cut a case to a level and compute its results from what is left, so that nothing of what was taken out can shine
 * through. Analysing is the long part: keep what this returns for as long as the case and the level stay the same.
 *
 * @param results of the whole case, where they are known; used where the level takes nothing out
 */
export function atLevel(
  full: Case,
  level: Level,
  results?: readonly Result[],
  options: AnalyseOptions = {},
): CaseAtLevel {
  const { held, hidden, hiddenNames } = cutToLevel(full, level);
  const own = hidden.size === 0 && results !== undefined ? results : analyse(held, options);
  return { level, held, results: own.filter((one) => mayRead(one.level, level)), hiddenNames };
}
