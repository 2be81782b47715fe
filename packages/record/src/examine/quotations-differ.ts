import type { Id, Range, TextVersion } from "@parley/case";
import * as say from "../messages.ts";
import { type Finding, finding } from "./finding.ts";

interface Quoted {
  source: Id;
  range: Range;
  text: string;
  words: string[];
}

const QUOTES = /[“„"«]([^“”„"«»\n]{20,400})[”“"»]/gu;
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize("NFKC")
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
/** So many words, in order, must be shared for two quotations to be of the same utterance. */
const SHARE = 0.7;
const LEAST = 5;

/** Length of the longest common subsequence of two lists of words. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = new Uint16Array(b.length + 1);
  for (const x of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++)
      next[j] =
        x === b[j - 1] ? (row[j - 1] as number) + 1 : Math.max(row[j] as number, next[j - 1] as number);
    row = next;
  }
  return row[b.length] as number;
}

/**
 * Quotations in two sources that share most of their words in order and yet are not the same words: one was shortened,
 * translated or changed. A shorter one whose words all stand in a row in the longer one is a part of it, and fits.
 */
export function differingQuotations(texts: readonly Pick<TextVersion, "source" | "text">[]): Finding[] {
  const all: Quoted[] = [];
  for (const { source, text } of texts) {
    for (const match of text.matchAll(QUOTES)) {
      const words = wordsOf(match[1] as string);
      if (words.length < LEAST || words.length > 80) continue;
      all.push({ source, range: [match.index, match.index + match[0].length], text: match[0], words });
    }
  }
  // Only those that share a rare enough word are compared at all.
  const holders = new Map<string, Set<number>>();
  for (const [i, { words }] of all.entries())
    for (const word of new Set(words))
      if (word.length > 4) holders.set(word, (holders.get(word) ?? new Set()).add(i));
  const tried = new Set<number>();
  const found: Finding[] = [];
  for (const set of holders.values()) {
    if (set.size < 2 || set.size > 50) continue;
    const list = [...set];
    for (const [n, i] of list.entries()) {
      for (const j of list.slice(n + 1)) {
        if (tried.has(i * all.length + j)) continue;
        tried.add(i * all.length + j);
        const [a, b] = [all[i] as Quoted, all[j] as Quoted];
        if (a.source === b.source) continue;
        const [x, y] = [a.words.join(" "), b.words.join(" ")];
        if (x === y || x.includes(y) || y.includes(x)) continue;
        if (common(a.words, b.words) < SHARE * Math.max(a.words.length, b.words.length)) continue;
        const places = [a, b].map(({ source, range, text }) => ({ source, range, text }));
        found.push(finding("quotation", places, say.quotationsDiffer));
      }
    }
  }
  return found;
}
