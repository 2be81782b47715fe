import { inverseTooWide } from "../messages.ts";
import type { BitRows } from "./bit-rows.ts";
import type { Concept, Game } from "./game.ts";
import { reachSets } from "./reach-sets.ts";

/** States on which a count may hang: 2^n sets of them are looked at. */
export const INVERSE_LIMIT: number = 22;
/** Sets of states tried at most in the search for the smallest change. */
const CHANGE_LIMIT = 2_000_000;

/** What a state's stability for one decision maker hangs on, its own order left open. */
interface Question {
  /** States it can move to. */
  tempting: number[];
  /** Per tempting state, the states to which the others can answer; undefined under Nash. */
  answers: number[][] | undefined;
  /** Under SMR and SSEQ, per state where it can move on to. */
  next: Map<number, number[]> | undefined;
}

function ask(game: Game, state: number, decider: number, concept: Concept): Question {
  const { moves, payoffs } = game;
  const out = new Int32Array(Math.max(moves.widest, 1));
  const own = (s: number): number[] => Array.from(out.subarray(0, moves.successors(decider, s, out)));
  const tempting = own(state);
  if (concept === "nash") return { tempting, answers: undefined, next: undefined };
  const others = payoffs.map((_, k) => k).filter((k) => k !== decider);
  const improving = concept === "seq" || concept === "sseq";
  const rows: BitRows = improving
    ? reachSets(moves, others, (k, from, to) => payoffs[k]![to]! > payoffs[k]![from]!)
    : reachSets(moves, others);
  const answers = tempting.map((s1) => {
    const found: number[] = [];
    rows.some(s1, (s2) => {
      found.push(s2);
      return false;
    });
    return found;
  });
  if (concept === "gmr" || concept === "seq") return { tempting, answers, next: undefined };
  return { tempting, answers, next: new Map(answers.flat().map((s2) => [s2, own(s2)])) };
}

/** Whether the state is stable when exactly the states of `better` are preferred to it. */
function holds({ tempting, answers, next }: Question, better: (s: number) => boolean): boolean {
  return tempting.every((s1, n) => {
    if (!better(s1)) return true;
    if (answers === undefined) return false;
    return answers[n]!.some((s2) => !better(s2) && (next?.get(s2)?.every((s3) => !better(s3)) ?? true));
  });
}

/** States whose place above or below the state looked at matters. */
function relevant({ tempting, answers, next }: Question, state: number): number[] {
  const all = new Set([...tempting, ...(answers ?? []).flat(), ...[...(next?.values() ?? [])].flat()]);
  all.delete(state);
  return [...all].sort((a, b) => a - b);
}

function factorial(n: number): bigint {
  let product = 1n;
  for (let k = 2n; k <= BigInt(n); k++) product *= k;
  return product;
}

/** In how many of the strict orders of one decision maker a state is stable for it. */
export interface OrderCount {
  stable: bigint;
  /** All strict orders: the factorial of the number of states. */
  of: bigint;
}

/**
 * How many strict orders of one decision maker make a state stable for it, all else as given. Its stability hangs only on
 * which states it prefers to this one; so the sets of such states are counted, each for the orders that have it
 * above: with r states that matter, k of them above, k!·(r − k)! of every (r + 1)! orders.
 *
 * Reference: R. Kinsara, O. Petersons, K. Hipel, D.M. Kilgour, *Journal of Systems Science and Systems Engineering* 24, 2015
 * (inverse GMCR); the count is ours.
 *
 * @param states how many states there are
 * @throws RangeError when more than `INVERSE_LIMIT` states matter
 */
export function countOrders(
  game: Game,
  states: number,
  state: number,
  decider: number,
  concept: Concept,
): OrderCount {
  const question = ask(game, state, decider, concept);
  const all = factorial(states);
  // Better than all it can move to: one order in so many.
  if (concept === "nash") return { stable: all / BigInt(question.tempting.length + 1), of: all };
  const matter = relevant(question, state);
  const r = matter.length;
  if (r > INVERSE_LIMIT) throw new RangeError(inverseTooWide(r, INVERSE_LIMIT));
  const place = new Map(matter.map((s, n) => [s, n]));
  const stableSets = new Array<number>(r + 1).fill(0);
  for (let code = 0; code < 2 ** r; code++) {
    const better = (s: number): boolean => {
      const n = place.get(s);
      return n !== undefined && ((code >>> n) & 1) === 1;
    };
    if (!holds(question, better)) continue;
    let above = 0;
    for (let rest = code; rest !== 0; rest &= rest - 1) above++;
    stableSets[above]!++;
  }
  let stable = 0n;
  for (const [k, sets] of stableSets.entries()) stable += BigInt(sets) * factorial(k) * factorial(r - k);
  return { stable: (stable * all) / factorial(r + 1), of: all };
}

/** The smallest changes of one decision maker's order that make a state stable for it. */
export interface SmallestChange {
  /** Each a smallest set of states that have to be no better than the state looked at; empty when it is stable. */
  lower: number[][];
  /** False when the search was cut off: the sets found are such changes, perhaps not the smallest or not all. */
  proved: boolean;
}

/**
 * The fewest states that a decision maker would have to stop preferring to a state for it to be stable. Preferring more states
 * never helps, so only such changes need to be looked at.
 */
export function smallestChange(
  game: Game,
  state: number,
  decider: number,
  concept: Concept,
  most = 20,
): SmallestChange {
  const question = ask(game, state, decider, concept);
  const own = game.payoffs[decider]!;
  const preferred = relevant(question, state).filter((s) => own[s]! > own[state]!);
  const stableWithout = (lowered: readonly number[]): boolean =>
    holds(question, (s) => own[s]! > own[state]! && !lowered.includes(s));
  let tried = 0;
  for (let size = 0; size <= preferred.length; size++) {
    const lower: number[][] = [];
    const chosen: number[] = [];
    // Combinations of `size` preferred states, in order; false when there is no time for all.
    const choose = (from: number): boolean => {
      if (chosen.length === size) {
        if (++tried > CHANGE_LIMIT) return false;
        if (stableWithout(chosen)) lower.push([...chosen]);
        return lower.length < most;
      }
      for (let n = from; n <= preferred.length - (size - chosen.length); n++) {
        chosen.push(preferred[n]!);
        const go = choose(n + 1);
        chosen.pop();
        if (!go) return false;
      }
      return true;
    };
    const whole = choose(0);
    if (lower.length > 0) return { lower, proved: whole };
    // Lowering whatever tempts always helps, if it is not always the least.
    if (!whole) return { lower: [question.tempting.filter((s) => own[s]! > own[state]!)], proved: false };
  }
  return { lower: [], proved: true };
}
