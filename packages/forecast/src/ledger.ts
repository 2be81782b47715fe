import { rankedProbabilityScore } from "./core/scoring/ranked-probability.ts";
import { brierScore, logScore } from "./core/scoring/scores.ts";
import { sha256 } from "./core/sha256.ts";

/** What a seal covers: the forecast with its time and inputs, and the question in its own words. */
export interface SealedContent {
  question: {
    id: string;
    event: string;
    rule: string;
    options?: readonly string[];
    closes?: string;
  };
  by: string;
  method?: string;
  on: string;
  at?: string;
  probabilities: readonly number[];
  dates?: readonly { by: string; share: number }[];
  inputs?: readonly string[];
}

/** JSON with keys in order and nothing between: the same content gives the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(",")}}`;
}

/**
 * The seal of a forecast: SHA-256 over its content, time and inputs and over the question's event, rule, options and
 * closing day, as canonical JSON. Whoever changes one of them afterwards breaks it; a changed mind is a new forecast.
 */
export function sealOf(content: SealedContent): string {
  const { question, by, method, on, at, probabilities, dates, inputs } = content;
  const { id, event, rule, options, closes } = question;
  return sha256(
    canonical({
      "parley-forecast": 1,
      question: { id, event, rule, options, closes },
      by,
      method,
      on,
      at,
      probabilities,
      dates: dates?.map(({ by: day, share }) => ({ by: day, share })),
      inputs,
    }),
  );
}

/** Whether a forecast is as it was sealed. */
export type SealState = "intact" | "broken" | "not sealed";

export function sealState(content: SealedContent, seal: string | undefined): SealState {
  if (seal === undefined) return "not sealed";
  return seal === sealOf(content) ? "intact" : "broken";
}

/** The rules by which forecasts are scored, as shown beside every score. */
export const SCORE_RULES = {
  brier: "Sum over the options of (probability − outcome)²; 0 best, 2 worst (Brier 1950).",
  log: "−ln of the probability of what came true; 0 best, without limit when it was called impossible (Good 1952).",
  rps: "Sum over the ordered options but the last of (probability of it or an earlier one − outcome)²; 0 best (Epstein 1969).",
  crps: "Integral over the days to the last one named of (share by then − outcome)²; in days, 0 best (Gneiting and Raftery 2007).",
} as const;

export interface Scores {
  brier: number;
  /** Null: infinite, the outcome had been called impossible. */
  log: number | null;
  /** Where the options have an order. */
  rps?: number;
}

/** Scores of one forecast. @throws RangeError */
export function scoresOf(probabilities: readonly number[], outcome: number, ordered: boolean): Scores {
  const log = logScore(probabilities, outcome);
  const scores: Scores = {
    brier: brierScore(probabilities, outcome),
    log: Number.isFinite(log) ? log : null,
  };
  if (ordered) scores.rps = rankedProbabilityScore(probabilities, outcome);
  return scores;
}
