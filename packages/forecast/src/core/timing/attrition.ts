import { badRuns, attrition as say } from "../../messages.ts";
import { Xoshiro128 } from "../xoshiro.ts";

/**
 * A war of attrition between two sides: each bears `cost` a day while it lasts and wins `prize` if the other gives way
 * first. Both know both.
 */
export interface Attrition {
  cost: readonly [number, number];
  prize: readonly [number, number];
  /** Chance that a side gives way at once. In equilibrium at most one of the two is above 0. */
  atOnce?: readonly [number, number];
}

/** What follows in the mixed equilibrium. */
export interface AttritionResult {
  /** Rate a day at which each side gives way, once it has begun. */
  hazard: [number, number];
  /** Chance that each side is the one that gives way. */
  givesWay: [number, number];
  /** Mean days until one does. */
  meanDays: number;
  /** Share that lasts longer than a day t: (1 − atOnce) e^(−rate t). */
  rate: number;
  /** What each side gets on average, before the start. In the equilibrium a side that may give way at once gets 0. */
  payoff: [number, number];
}

/**
 * The closed form. A side must be indifferent between giving way now and holding out a moment longer, so its opponent
 * gives way at the rate that just pays for the cost: hazard of j = cost of i / prize of i. In the symmetric case it is
 * cost / prize for both, and it lasts prize / (2 cost) days on average.
 *
 * Reference: J. Maynard Smith, *Journal of Theoretical Biology* 47, 1974; K. Hendricks, A. Weiss & C. Wilson,
 * *International Economic Review* 29, 1988 (asymmetric, complete information).
 *
 * @throws RangeError when costs or prizes are not above 0, or chances not from 0 to below 1
 */
export function attrition(of: Attrition): AttritionResult {
  const { cost, prize, atOnce = [0, 0] } = of;
  for (const x of [...cost, ...prize]) if (!(x > 0 && Number.isFinite(x))) throw new RangeError(say.bad(x));
  for (const q of atOnce) if (!(q >= 0 && q < 1)) throw new RangeError(say.badChance(q));
  if (atOnce[0] > 0 && atOnce[1] > 0) throw new RangeError(say.bothAtOnce());
  const hazard: [number, number] = [cost[1] / prize[1], cost[0] / prize[0]];
  const rate = hazard[0] + hazard[1];
  const on = (1 - atOnce[0]) * (1 - atOnce[1]);
  return {
    hazard,
    rate,
    givesWay: [atOnce[0] + (on * hazard[0]) / rate, atOnce[1] + (on * hazard[1]) / rate],
    meanDays: on / rate,
    // After the start both expect nothing; before it, the prize if the other gives way at once.
    payoff: [atOnce[1] * prize[0], atOnce[0] * prize[1]],
  };
}

/** The same played out, run after run. */
export interface AttritionRuns {
  days: Float64Array;
  /** Which side gave way. */
  gaveWay: Uint8Array;
  /** What each side got. */
  payoff: [Float64Array, Float64Array];
}

/** Play it `runs` times: each side draws when it would give way. @throws RangeError */
export function playAttrition(of: Attrition, runs: number, seed: number): AttritionRuns {
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(badRuns(runs));
  const { hazard } = attrition(of);
  const atOnce = of.atOnce ?? [0, 0];
  const random = new Xoshiro128(seed);
  const made: AttritionRuns = {
    days: new Float64Array(runs),
    gaveWay: new Uint8Array(runs),
    payoff: [new Float64Array(runs), new Float64Array(runs)],
  };
  const stays = (side: 0 | 1): number =>
    random.uniform() < atOnce[side] ? 0 : random.exponential() / hazard[side];
  for (let n = 0; n < runs; n++) {
    const [a, b] = [stays(0), stays(1)];
    const loser = a <= b ? 0 : 1;
    const days = Math.min(a, b);
    made.days[n] = days;
    made.gaveWay[n] = loser;
    made.payoff[0][n] = (loser === 1 ? of.prize[0] : 0) - of.cost[0] * days;
    made.payoff[1][n] = (loser === 0 ? of.prize[1] : 0) - of.cost[1] * days;
  }
  return made;
}

/**
 * The day on which a party gives way because going on costs more than conceding: the first at which what it loses in the
 * time ahead is above what conceding costs it. Null: not within the days given.
 *
 * @param going cost of a day of going on, day by day
 * @param conceding what it costs to concede
 * @param ahead how many days it looks ahead
 */
export function lesserEvil(going: ArrayLike<number>, conceding: number, ahead: number): number | null {
  let sum = 0;
  for (let day = 0; day < Math.min(ahead, going.length); day++) sum += going[day]!;
  for (let day = 0; day + ahead <= going.length; day++) {
    if (sum > conceding) return day;
    sum += (going[day + ahead] ?? 0) - going[day]!;
  }
  return null;
}
