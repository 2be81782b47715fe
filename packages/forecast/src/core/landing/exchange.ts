import type { Stakes } from "./stakes.ts";

/** Two actors trade: `i` gives way on `gives`, on which it cares relatively less, and `j` in return on `gets`. */
export interface Exchange {
  i: number;
  j: number;
  /** Issue on which i moves towards j. */
  gives: number;
  /** Issue on which j moves towards i. */
  gets: number;
  /** Where i then stands on `gives`, and j on `gets`. */
  iAt: number;
  jAt: number;
  /** What each gains: salience × shift of the outcome towards it, less what it gave. The same for both. */
  gain: number;
}

export interface ExchangeResult {
  /** Outcome of each issue after all exchanges; null where nobody weighs anything. */
  outcomes: (number | null)[];
  /** Outcomes before. */
  before: (number | null)[];
  exchanges: Exchange[];
}

/** Gains below this share of the largest possible are rounding, not trade. */
const NOTHING = 1e-9;

/**
 * The equal-gain exchange model: pairs of actors on opposite sides of the expected outcomes of two issues shift their
 * positions where they care relatively less, so that both gain the same. The exchange with the highest gain comes first;
 * a position that was shifted is spent; outcomes and gains are computed anew after each, until no trade pays.
 *
 * The outcome of an issue is the mean of positions weighted by capability × salience, before and after.
 *
 * Reference: F. Stokman & R. Van Oosten, "The exchange of voting positions", in Bueno de Mesquita & Stokman (eds.),
 * *European Community Decision Making*, 1994; equal gains: R. Dijkstra, M. Van Assen & F. Stokman, *Journal of Theoretical
 * Politics* 20, 2008.
 *
 * @param issues each with the same actors in the same order; an actor without a position there has salience 0
 */
export function exchange(issues: readonly Stakes[]): ExchangeResult {
  const board = new Board(issues);
  const before = board.outcomes();
  const done: Exchange[] = [];
  for (;;) {
    const best = board.best();
    if (best === undefined) break;
    board.carryOut(best);
    done.push(best);
  }
  return { outcomes: board.outcomes(), before, exchanges: done };
}

/**
 * The most that each of two actors could gain from a trade on two issues if the other gained nothing.
 *
 * @returns gains of `i` and `j`; undefined when they have nothing to trade
 */
export function mostGains(
  issues: readonly Stakes[],
  i: number,
  j: number,
  gives: number,
  gets: number,
): [number, number] | undefined {
  const room = new Board(issues).room(i, j, gives, gets);
  if (room === undefined) return undefined;
  const { sig, sit, sjg, sjt, most } = room;
  // With the other's gain 0 the shifts are in the proportion of its saliences.
  const along = (giveShare: number, getShare: number): [give: number, get: number] => {
    const size = Math.min(most.give / giveShare, most.get / getShare);
    return [giveShare * size, getShare * size];
  };
  const [give, get] = along(sjt, sjg);
  const [giveJ, getJ] = along(sit, sig);
  return [sit * get - sig * give, sjg * giveJ - sjt * getJ];
}

interface Room {
  /** Saliences of i and j on the issue given and the issue got. */
  sig: number;
  sit: number;
  sjg: number;
  sjt: number;
  /** Most shifts of the two outcomes. */
  most: { give: number; get: number };
}

class Board {
  readonly #issues: readonly Stakes[];
  readonly #position: Float64Array[];
  readonly #spent: Uint8Array[];
  readonly #total: number[];
  readonly #outcome: number[];

  constructor(issues: readonly Stakes[]) {
    this.#issues = issues;
    this.#position = issues.map((issue) => Float64Array.from(issue.position));
    this.#spent = issues.map((issue) => new Uint8Array(issue.position.length));
    this.#total = issues.map((issue) =>
      issue.salience.reduce((sum, s, i) => sum + s * issue.capability[i]!, 0),
    );
    this.#outcome = issues.map((_, k) => this.#mean(k));
  }

  outcomes(): (number | null)[] {
    return this.#outcome.map((at, k) => (this.#total[k]! > 0 ? at : null));
  }

  #weight(k: number, i: number): number {
    return this.#issues[k]!.salience[i]! * this.#issues[k]!.capability[i]!;
  }

  #mean(k: number): number {
    let sum = 0;
    for (let i = 0; i < this.#position[k]!.length; i++) sum += this.#weight(k, i) * this.#position[k]![i]!;
    return sum / this.#total[k]!;
  }

  /** How far the outcomes could be moved by i giving way on one issue and j on another; undefined if they cannot trade. */
  room(i: number, j: number, gives: number, gets: number): Room | undefined {
    if (this.#spent[gives]![i] || this.#spent[gets]![j]) return undefined;
    const [wi, wj] = [this.#weight(gives, i), this.#weight(gets, j)];
    if (!(wi > 0 && wj > 0)) return undefined;
    const [sig, sit] = [this.#issues[gives]!.salience[i]!, this.#issues[gets]!.salience[i]!];
    const [sjg, sjt] = [this.#issues[gives]!.salience[j]!, this.#issues[gets]!.salience[j]!];
    // i cares relatively more for what it gets than j does.
    if (!(sit * sjg > sig * sjt * (1 + 1e-12))) return undefined;
    const [xig, xit] = [this.#position[gives]![i]!, this.#position[gets]![i]!];
    const [xjg, xjt] = [this.#position[gives]![j]!, this.#position[gets]![j]!];
    const [og, ot] = [this.#outcome[gives]!, this.#outcome[gets]!];
    if (!((xig - og) * (xjg - og) < 0 && (xit - ot) * (xjt - ot) < 0)) return undefined;
    // Nobody moves past the other's position, nor the outcome past the one who gains by it.
    const give = Math.min((wi * Math.abs(xjg - xig)) / this.#total[gives]!, Math.abs(xjg - og));
    const get = Math.min((wj * Math.abs(xit - xjt)) / this.#total[gets]!, Math.abs(xit - ot));
    return { sig, sit, sjg, sjt, most: { give, get } };
  }

  best(): Exchange | undefined {
    const issues = this.#issues.length;
    const n = this.#issues[0]?.position.length ?? 0;
    let best: Exchange | undefined;
    for (let gives = 0; gives < issues; gives++) {
      for (let gets = 0; gets < issues; gets++) {
        if (gives === gets) continue;
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            if (i === j) continue;
            const found = this.#trade(i, j, gives, gets);
            if (found !== undefined && (best === undefined || found.gain > best.gain * (1 + 1e-12)))
              best = found;
          }
        }
      }
    }
    return best;
  }

  #trade(i: number, j: number, gives: number, gets: number): Exchange | undefined {
    const room = this.room(i, j, gives, gets);
    if (room === undefined) return undefined;
    const { sig, sit, sjg, sjt, most } = room;
    // Equal gains: sit·get − sig·give = sjg·give − sjt·get.
    const [giveShare, getShare] = [sit + sjt, sig + sjg];
    const size = Math.min(most.give / giveShare, most.get / getShare);
    const [give, get] = [giveShare * size, getShare * size];
    const gain = sit * get - sig * give;
    if (!(gain > NOTHING * (sit * most.get + sjg * most.give))) return undefined;
    const [xig, xjt] = [this.#position[gives]![i]!, this.#position[gets]![j]!];
    const towardsJ = Math.sign(this.#position[gives]![j]! - xig);
    const towardsI = Math.sign(this.#position[gets]![i]! - xjt);
    return {
      i,
      j,
      gives,
      gets,
      iAt: xig + (towardsJ * give * this.#total[gives]!) / this.#weight(gives, i),
      jAt: xjt + (towardsI * get * this.#total[gets]!) / this.#weight(gets, j),
      gain,
    };
  }

  carryOut({ i, j, gives, gets, iAt, jAt }: Exchange): void {
    this.#position[gives]![i] = iAt;
    this.#position[gets]![j] = jAt;
    this.#spent[gives]![i] = 1;
    this.#spent[gets]![j] = 1;
    this.#outcome[gives] = this.#mean(gives);
    this.#outcome[gets] = this.#mean(gets);
  }
}
