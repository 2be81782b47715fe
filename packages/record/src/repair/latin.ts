import type { Range } from "@parley/case";
import { fix_encoding, is_bad } from "ftfy-js";
import { LIMITS } from "../limits.ts";
import * as say from "../messages.ts";
import type { FoundRepair } from "./found-repair.ts";

/*
 * L: UTF-8 read as a Latin or Cyrillic single-byte encoding. The judgement is ftfy's (R. Speer, "ftfy", Zenodo 2019,
 * doi:10.5281/zenodo.2591652), of which only the re-decoding is used; its repairs are proposed, never applied.
 */

/** Propose repairs for lines that ftfy finds damaged and that hold none of the repairs already found. */
export function latinRepairs(text: string, others: readonly FoundRepair[]): FoundRepair[] {
  const result: FoundRepair[] = [];
  let o = 0;
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    while (o < others.length && others[o]!.range[1] <= start) o += 1;
    const taken = o < others.length && others[o]!.range[0] < end;
    if (!taken && end - start <= LIMITS.latinLine) result.push(...repairLine(text.slice(start, end), start));
    start = end + 1;
  }
  return result;
}

/** Line ends, marks, private characters and control characters but the tab: no repair puts them into a line. */
const NOT_IN_A_LINE = /[^\P{Cc}\t]|[\u2028\u2029\ufeff]|\p{Co}/u;

function repairLine(line: string, at: number): FoundRepair[] {
  if (!/[\u0080-\uffff]/.test(line) || !is_bad(line)) return [];
  const fixed = fix_encoding(line);
  if (fixed === line || NOT_IN_A_LINE.test(fixed)) return [];
  return wordByWord(line, fixed, at) ?? [whole(line, fixed, at)];
}

/** One repair a word, when repairing each word alone gives the same line. */
function wordByWord(line: string, fixed: string, at: number): FoundRepair[] | undefined {
  const result: FoundRepair[] = [];
  let together = "";
  for (const match of line.matchAll(/[^ \t]+|[ \t]+/g)) {
    const word = match[0];
    const to = word.trim() === "" ? word : fix_encoding(word);
    together += to;
    if (to !== word) result.push(op(word, to, at + match.index));
  }
  return together === fixed ? result : undefined;
}

/** One repair from the first to the last character that differs. */
function whole(line: string, fixed: string, at: number): FoundRepair {
  const shorter = Math.min(line.length, fixed.length);
  let head = 0;
  while (head < shorter && line.charAt(head) === fixed.charAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && line.at(-1 - tail) === fixed.at(-1 - tail)) tail += 1;
  // The repaired side may not be empty, nor may a pair of surrogates be cut.
  if (head > 0 && /[\ud800-\udbff]/.test(line.charAt(head - 1))) head -= 1;
  if (tail > 0 && /[\udc00-\udfff]/.test(line.charAt(line.length - tail))) tail -= 1;
  return op(line.slice(head, line.length - tail), fixed.slice(head, fixed.length - tail), at + head);
}

function op(from: string, to: string, start: number): FoundRepair {
  const range: Range = [start, start + from.length];
  return { class: "L", range, from, to, candidates: [to], confidence: 0.8, reason: say.repairReason.L };
}
