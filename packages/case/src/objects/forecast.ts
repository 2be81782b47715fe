import type { Id } from "../id.ts";
import type { Judgement } from "../judgement.ts";
import type { WorldTime } from "../time.ts";
import type { BaseObject } from "./object.ts";

/** A series or a level that presses on parties. */
export interface Driver extends BaseObject {
  kind: "driver";
  name: string;
  unit?: string;
  /** Points in time, each with a value or without one where it is not known. */
  points?: { when: WorldTime; value?: Judgement }[];
  /** How it stands today, as an order. */
  stands?: "low" | "medium" | "high" | "unknown";
  trend?: "rising" | "steady" | "falling" | "unknown";
  pressesOn?: Id[];
  /** Who says how it stands or moves; absent: the source in its own voice, or not known. */
  saidBy?: Id;
  /** How it moves a month, in its unit: the trend as a number. */
  perMonth?: Judgement;
  /** What one unit of it adds to a party's value of no deal (below 0: takes away), counted from the day of the case. */
  effects?: { party: Id; perUnit: Judgement }[];
  /** What may hit it from outside: how often a year, and by how much. */
  shocks?: { name: string; perYear: Judgement; size: Judgement }[];
}

/** A question about the future. It cannot be saved without a rule by which it is resolved. */
export interface Question extends BaseObject {
  kind: "question";
  title: string;
  /** What counts as the event. */
  event: string;
  /** How it is resolved, by which named sources. */
  rule: string;
  sources?: string[];
  opens?: string;
  closes?: string;
  options?: string[];
  /** Start of the state whose end is asked about: base rates are conditional on the days since. */
  since?: string;
  /** Names of reference classes. */
  classes?: string[];
  /** The options have an order, as of time or size: being one off is better than being three off. */
  ordered?: boolean;
  /** What came true, once the rule has decided it. */
  resolution?: {
    /** Number of the option, from 0; of a question without options 0 is yes and 1 is no. */
    option?: number;
    /** The day on which it happened. */
    date?: string;
    /** When it was resolved, by whom, and on what ground. */
    on: string;
    by: string;
    why?: string;
  };
}

/** Somebody's probabilities for a question at a date. Sealed: a later edit is a new forecast. */
export interface Forecast extends BaseObject {
  kind: "forecast";
  question: Id;
  by: string;
  method?: string;
  on: string;
  /** The instant at which it was sealed. */
  at?: string;
  /** One probability per option of the question; of a question without options, of yes and of no. */
  probabilities: number[];
  /** When, as the share by a day: `[{by: 2026-12-31, share: 0.2}, …]`. */
  dates?: { by: string; share: number }[];
  inputs?: string[];
  /** SHA-256 over content, time, inputs and the words of the question. */
  seal?: string;
}
