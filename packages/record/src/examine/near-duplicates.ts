import type { Id } from "@parley/case";

/*
 * Near duplicates by shingles (A. Z. Broder, "On the resemblance and containment of documents", 1997): two texts are
 * compared by the stretches of eight words they share. Exact, not sampled: a case has thousands of documents, not millions.
 */

/** Words of one shingle. Eight in a row are hardly ever shared by chance. */
const WORDS = 8;
/** Shared by so many documents, a shingle is boilerplate and tells nothing of two of them. */
const COMMON = 20;
/** From here on two texts are nearly the same. */
const NEAR = 0.8;
/** From here on the shorter text stands in the longer one. */
const WITHIN = 0.8;
/** From here on so much is shared that it is worth a look. */
const PART = 0.3;

/** Two documents that share their words. */
export interface Likeness {
  a: Id;
  b: Id;
  /** Shared shingles over all shingles of both, 0 to 1. */
  resemblance: number;
  /** Shared shingles over those of the shorter. */
  containment: number;
  /** `near`: nearly the same; `within`: one stands in the other; `part`: much is shared. */
  type: "near" | "within" | "part";
}

function shinglesOf(text: string): Set<string> {
  const words =
    text
      .toLowerCase()
      .normalize("NFKC")
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const found = new Set<string>();
  for (let i = 0; i + WORDS <= words.length; i++) found.add(words.slice(i, i + WORDS).join(" "));
  return found;
}

/** Pairs of documents that share much of their words, most alike first. Texts of fewer than eight words are like nothing. */
export function nearDuplicates(texts: readonly { source: Id; text: string }[]): Likeness[] {
  const all = texts.map(({ source, text }) => ({ source, shingles: shinglesOf(text) }));
  const holders = new Map<string, number[]>();
  for (const [i, { shingles }] of all.entries()) {
    for (const shingle of shingles) {
      const list = holders.get(shingle);
      if (list === undefined) holders.set(shingle, [i]);
      else list.push(i);
    }
  }
  const shared = new Map<number, number>();
  for (const list of holders.values()) {
    if (list.length < 2 || list.length > COMMON) continue;
    for (const [n, i] of list.entries())
      for (const j of list.slice(n + 1)) {
        const key = i * all.length + j;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
  }
  const found: Likeness[] = [];
  for (const [key, count] of shared) {
    const [a, b] = [all[Math.floor(key / all.length)], all[key % all.length]];
    if (a === undefined || b === undefined) continue;
    const [x, y] = [a.shingles.size, b.shingles.size];
    const resemblance = count / (x + y - count);
    const containment = count / Math.min(x, y);
    const type =
      resemblance >= NEAR
        ? "near"
        : containment >= WITHIN
          ? "within"
          : containment >= PART
            ? "part"
            : undefined;
    if (type !== undefined) found.push({ a: a.source, b: b.source, resemblance, containment, type });
  }
  return found.sort((p, q) => q.resemblance - p.resemblance || (p.a < q.a ? -1 : 1));
}
