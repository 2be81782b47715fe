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
}

/** Somebody's probabilities for a question at a date. Sealed: a later edit is a new forecast. */
export interface Forecast extends BaseObject {
  kind: "forecast";
  question: Id;
  by: string;
  method?: string;
  on: string;
  /** One probability per option of the question. */
  probabilities: number[];
  inputs?: string[];
  seal?: string;
}
