import type { Payoffs } from "./core/payoffs.ts";

/** What one decision maker's order is made of: judgements that could each be the other way round. */
export interface Variants {
  /** One line each: what is judged to come before what. */
  judgements: readonly string[];
  /** The order with some judgements turned round, of which no two are neighbours. */
  turned(judgements: ReadonlySet<number>): Payoffs;
}
