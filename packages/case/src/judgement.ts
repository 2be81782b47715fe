import type { Basis } from "./basis.ts";

/**
 * A number somebody judged: a range, with the likeliest value where one was given. A single value is a range of
 * no width. `basis` stands here only where it differs from the basis of the object that holds the judgement.
 */
export interface Judgement {
  low: number;
  /** The likeliest value; absent when only a range was judged, and then none is assumed. */
  mode?: number;
  high: number;
  basis?: Basis;
}

/** The value that stands for a judgement where one number is needed: its mode, else the middle of its range. */
export function pointOf(judgement: Judgement): number {
  return judgement.mode ?? (judgement.low + judgement.high) / 2;
}

/** Whether a judgement is one value rather than a range. */
export function isExact(judgement: Judgement): boolean {
  return judgement.low === judgement.high;
}

const NUMBER = String.raw`[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?`;
const RANGE = new RegExp(`^\\s*(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})(?:\\s*~\\s*(${NUMBER}))?\\s*$`);

/**
 * Read the short form: `0.7` (one value), `"0.2..0.4"` (a range), `"0.2..0.4 ~ 0.3"` (a range with its likeliest value).
 * Undefined when the text is none of these.
 */
export function parseJudgement(value: number | string): Judgement | undefined {
  if (typeof value === "number") return { low: value, mode: value, high: value };
  const range = RANGE.exec(value);
  if (range === null) return undefined;
  const judgement: Judgement = { low: Number(range[1]), high: Number(range[2]) };
  if (range[3] !== undefined) judgement.mode = Number(range[3]);
  return judgement;
}

/** The short form of a judgement; undefined when only the long form says everything (it has a basis of its own). */
export function formatJudgement(judgement: Judgement): number | string | undefined {
  if (judgement.basis !== undefined) return undefined;
  const { low, mode, high } = judgement;
  if (low === high && mode === low) return low;
  return mode === undefined ? `${low}..${high}` : `${low}..${high} ~ ${mode}`;
}
