import type { Ranged } from "../xoshiro.ts";

/** A judged number of the model, with the name of its own stream of draws and of the factor it belongs to. */
export interface Input {
  /** Names the stream: the same name gives the same draws in every scenario. */
  name: string;
  /** What it is counted under in a sensitivity: all values of a party are one factor, say. */
  factor: string;
  range: Ranged;
}

/** Something that moves and presses on parties. Changes are counted from the day of the case. */
export interface TimingDriver {
  /** Change a month, in its unit. */
  perMonth: Input;
  shocks: { name: string; factor: string; perYear: Input; size: Ranged }[];
}

/** What stands between a driver and a party's picture of it. Absent numbers are neutral. */
export interface Perception {
  driver: number;
  /** Share let through, 1: all, 0: nothing. */
  through?: Input;
  /** Added to what is let through once anything has changed, in the driver's unit. */
  bias?: Input;
  /** Days until it arrives. */
  delay?: Input;
}

/** A party whose value of no deal moves. */
export interface TimingParty {
  noDeal: Input;
  /** What a unit of a driver adds to its value of no deal. */
  effects: { driver: number; perUnit: Input }[];
  perceives: Perception[];
  /** Share of what reaches it that it comes to believe; absent: all. */
  takesUp?: Input;
  /** A shock that would move its value of no deal by less does not register; absent: all do. */
  threshold?: Input;
  /** Weight of each issue; scaled to a sum of 1 in each run. */
  weights: Input[];
  /** Issue → option → value. */
  values: Input[][];
}

/** A precondition that stands in the way until it is given up or met, at a rate. */
export interface Gate {
  /** Open from the start. */
  open: boolean;
  /** How often a year it opens, on average; absent: never by itself. */
  perYear?: Input;
}

/** Everything the timing simulation needs. Parties, issues, options, drivers, tables and preconditions are indices. */
export interface TimingModel {
  stepDays: number;
  steps: number;
  drivers: TimingDriver[];
  parties: TimingParty[];
  /** Number of options of each issue. A package is a number in mixed radix, the first issue turning slowest. */
  options: number[];
  /** Packages that the link rules allow, 1 or 0. */
  allowed: Uint8Array;
  /** For each party, packages that none of its red lines forbids. */
  redLineFree: Uint8Array[];
  /** Who must agree: all of `all`, and so many of each rule. */
  consent: { all: number[]; rules: { of: number[]; atLeast: number }[] };
  /** Tables at which everybody whose consent is needed sits: one must stand. None listed: none can. */
  tables: Gate[];
  preconditions: Gate[];
  /** Circles of preconditions: closed while none of its preconditions has opened. */
  circles: number[][];
}

/** What keeps a run from settling at a step, first that applies. */
export const CAUSES = ["red line", "perception", "reservation", "deadlock", "table"] as const;
export type Cause = (typeof CAUSES)[number];

/** Most packages that are looked at in each run. */
export const MAX_PACKAGES = 20_000;

/** Days of a month and a year in rates. */
export const DAYS_A_MONTH: number = 365.25 / 12;
export const DAYS_A_YEAR = 365.25;
