import type { Range } from "@parley/case";
import type { CleanDocument } from "../document.ts";
import { gapsTouching } from "./proposal.ts";

/** Longest clause that is looked at, in characters. */
const CLAUSE = 300;
/** Where a clause begins: gaps before it say nothing of its verb. */
const CLAUSE_BEGINS = /[,;:–—]|(?<!\p{L})(?:and|but|that|which|who|while)(?!\p{L})/gu;

/** Whether words are missing between the start of a clause and the end of its cue: then they may turn its meaning. */
export function isHidden(document: CleanDocument, start: number, cue: Range): boolean {
  const near = Math.max(start, cue[0] - CLAUSE);
  const clause = [...document.text.slice(near, cue[0]).matchAll(CLAUSE_BEGINS)].at(-1);
  const from = clause === undefined ? near : near + clause.index + clause[0].length;
  return gapsTouching(document, [from, cue[1] + 1]).some(
    (g) => g.range[0] >= from && g.range[1] <= cue[1] + 1,
  );
}
