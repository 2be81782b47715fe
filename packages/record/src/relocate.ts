import search from "approx-string-match";
import { LIMITS } from "./limits.ts";
import * as say from "./messages.ts";

/*
 * Finding a passage again in another version of its text, after the W3C Web Annotation Data Model's quote and
 * position selectors (REC-annotation-model-20170223) and the quote matching of Hypothesis, but stricter: a passage in
 * the wrong place is worse than one that asks. Approximate matching by G. Myers, J. ACM 46 (1999) 395-415.
 */

/** Characters kept before and after a passage. */
export const CONTEXT = 32;

/** A passage by its characters, what stands around them, and where they were. */
export interface Anchor {
  exact: string;
  /** Up to 32 characters before. */
  prefix: string;
  /** Up to 32 characters after. */
  suffix: string;
  start: number;
  end: number;
}

/**
 * Where a passage is in another text: at the same place, elsewhere, in changed words (with how like they are,
 * 0 to 1), or nowhere that is certain.
 */
export type Relocated =
  | { state: "exact" | "moved"; start: number; end: number }
  | { state: "fuzzy"; start: number; end: number; score: number }
  | { state: "orphan" };

/** Share of a passage's characters that may differ. */
const ERRORS = 0.2;
/** Lowest likeness of words and surroundings together. */
const LEAST_SCORE = 0.8;
/** Lead that the best of several places needs over the second. */
const LEAD = 0.1;
/** A passage this long is not in a text twice by chance: it needs no surroundings. */
const TELLING = 40;
/** Least likeness of the surroundings of a shorter passage. */
const LEAST_AROUND = 0.55;
/** Shortest passage that is looked for approximately. */
const SHORTEST_FUZZY = 12;
/** Words that turn a sentence round, and figures: a match in which they differ is another passage. */
const TURNS =
  /(?<!\p{L})(?:not?|never|nor|none|neither|without|refus\p{L}*|reject\p{L}*|den(?:y|ies|ied))(?!\p{L})|n[’']t(?!\p{L})|\d+(?:[.,]\d+)*/giu;

/** The selectors of a range of a text. */
export function anchorAt(text: string, start: number, end: number): Anchor {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    start,
    end,
  };
}

/**
 * Find a passage in `text`. Where two places are as good as each other, or none is good enough, the answer is
 * orphan.
 *
 * @throws RecordError for an empty passage.
 */
export function relocate(anchor: Anchor, text: string): Relocated {
  const { exact, start, end } = anchor;
  if (exact === "") throw say.badPassage("it has no characters");
  const places = occurrences(text, exact);
  if (places.length > 0) {
    const best = choose(places.map((at) => ({ at, ...around(anchor, text, at, at + exact.length) })));
    if (best === undefined) return { state: "orphan" };
    const surely = places.length === 1 && exact.length >= TELLING;
    if (!surely && best.around < LEAST_AROUND) return { state: "orphan" };
    const same = best.at === start && best.at + exact.length === end;
    return { state: same ? "exact" : "moved", start: best.at, end: best.at + exact.length };
  }
  return fuzzy(anchor, text);
}

function occurrences(text: string, exact: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) places.push(at);
  return places;
}

/** How like the surroundings of a place are, 0 to 1: both sides together, and the better of the two. */
interface Around {
  around: number;
  side: number;
}

interface Candidate extends Around {
  at: number;
}

/**
 * The best candidate, if it leads clearly. An edit beside a passage spoils one side of it and leaves the other: a
 * place that is half like on both sides does not lead before one with a side that is more like.
 */
function choose<T extends Candidate>(candidates: readonly T[]): T | undefined {
  const sorted = [...candidates].sort((a, b) => b.around - a.around);
  const [first, second] = sorted;
  if (first === undefined) return undefined;
  if (second !== undefined && first.around - second.around < LEAD) return undefined;
  return sorted.some(({ side }) => side > first.side) ? undefined : first;
}

/** Likeness of the surroundings; 1 where there were none and are none. */
function around({ prefix, suffix }: Anchor, text: string, start: number, end: number): Around {
  // No surroundings are known: they speak for no place, unless the passage is the whole text.
  if (prefix === "" && suffix === "") {
    const whole = start === 0 && end === text.length ? 1 : 0.5;
    return { around: whole, side: whole };
  }
  const before = alike(
    reversed(prefix),
    reversed(text.slice(Math.max(0, start - prefix.length), start)),
    start === 0,
  );
  const after = alike(suffix, text.slice(end, end + suffix.length), end === text.length);
  return { around: (before + after) / 2, side: Math.max(before, after) };
}

/** How much of `wanted` stands in `found` from its start on, changes of a few characters allowed. */
function alike(wanted: string, found: string, edge: boolean): number {
  if (wanted === "") return edge ? 1 : 0.5;
  const [best] = search(found, wanted, Math.floor(wanted.length / 2)).sort(
    (a, b) => a.errors - b.errors || a.start - b.start,
  );
  if (best === undefined) return 0;
  return Math.max(0, 1 - (best.errors + best.start) / wanted.length);
}

const reversed = (text: string): string => [...text].reverse().join("");

function fuzzy(anchor: Anchor, text: string): Relocated {
  const { exact } = anchor;
  if (exact.length < SHORTEST_FUZZY || exact.length > LIMITS.fuzzyPattern) return { state: "orphan" };
  const matches = search(text, exact, Math.floor(exact.length * ERRORS));
  const candidates = bestOfEach(matches)
    .filter(({ start, end }) => sameTurns(exact, text.slice(start, end)))
    .map(({ start, end, errors }) => {
      const likeness = 1 - errors / exact.length;
      const near = around(anchor, text, start, end);
      return { at: start, end, around: (2 * likeness + near.around) / 3, side: near.side, near: near.around };
    });
  const best = choose(candidates);
  if (best === undefined || best.around < LEAST_SCORE || best.near < LEAST_AROUND) return { state: "orphan" };
  return { state: "fuzzy", start: best.at, end: best.end, score: Math.round(best.around * 1000) / 1000 };
}

/** Of matches that overlap, the one with the fewest errors. */
function bestOfEach<T extends { start: number; end: number; errors: number }>(matches: readonly T[]): T[] {
  const kept: T[] = [];
  for (const match of [...matches].sort(
    (a, b) => a.errors - b.errors || b.end - b.start - (a.end - a.start),
  )) {
    if (!kept.some((other) => other.start < match.end && match.start < other.end)) kept.push(match);
  }
  return kept;
}

function sameTurns(a: string, b: string): boolean {
  const turns = (text: string): string => (text.toLowerCase().match(TURNS) ?? []).join(" ");
  return turns(a) === turns(b);
}
