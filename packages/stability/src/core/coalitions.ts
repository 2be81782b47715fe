import { stopped } from "../messages.ts";
import { BitRows, bitRowsBytes } from "./bit-rows.ts";
import type { Game, Watch } from "./game.ts";
import type { Moves } from "./moves.ts";
import { reachSets } from "./reach-sets.ts";
import { Stopped } from "./stability.ts";

/** Coalitional concepts. */
export const COALITIONAL = ["cnash", "cgmr", "csmr", "cseq"] as const;
export type CoalitionalConcept = (typeof COALITIONAL)[number];

/** Bit of each coalitional concept in a flag. */
export const COALITION_FLAG = { cnash: 1, cgmr: 2, csmr: 4, cseq: 8 } as const;

const ALL_FLAGS = 15;

/** Bytes that `coalitionStability` needs at most: joint moves and improvements of every coalition. */
export function coalitionBytes(size: number, deciders: number): number {
  return bitRowsBytes(size) * 2 * 2 ** deciders + size * 2 ** deciders * 8;
}

/** Joint moves and improvements of the coalitions of a game, each computed when first asked for. */
export class Coalitions {
  readonly game: Game;
  readonly #reach = new Map<number, BitRows>();
  readonly #improvements = new Map<number, BitRows>();

  constructor(game: Game) {
    this.game = game;
  }

  /** Members of a coalition given as bits. */
  members(coalition: number): number[] {
    return this.game.payoffs.map((_, k) => k).filter((k) => ((coalition >>> k) & 1) === 1);
  }

  /** R_H: what H reaches by legal sequences. */
  reach(coalition: number): BitRows {
    let rows = this.#reach.get(coalition);
    if (rows === undefined) {
      rows = reachSets(this.game.moves, this.members(coalition));
      this.#reach.set(coalition, rows);
    }
    return rows;
  }

  /** R_H++: of those, the states that all of H prefer. */
  improvements(coalition: number): BitRows {
    let rows = this.#improvements.get(coalition);
    if (rows === undefined) {
      const { size } = this.game.moves;
      const payoffs = this.members(coalition).map((k) => this.game.payoffs[k]!);
      const found = new BitRows(size);
      const reach = this.reach(coalition);
      for (let s = 0; s < size; s++) {
        reach.some(s, (q) => {
          if (payoffs.every((p) => p[q]! > p[s]!)) found.add(s, q);
          return false;
        });
      }
      rows = found;
      this.#improvements.set(coalition, rows);
    }
    return rows;
  }
}

/**
 * Stability of every state for a coalition H that acts as one: CNash when no state H can reach is better for all of H; CGMR
 * when each such state can be answered by the others so that somebody of H is not better off than before; CSMR when
 * that holds whatever H does next; CSEQ when the answer is a sequence of coalitional improvements of coalitions among
 * the others, none moving twice in a row.
 *
 * References: D.M. Kilgour, K. Hipel, L. Fang, X. Peng, *Group Decision and Negotiation* 10, 2001; T. Inohara, K. Hipel,
 * *Journal of Systems Science and Systems Engineering* 17, 2008.
 *
 * @param coalition members as bits, one at least
 * @returns per slot the sum of `COALITION_FLAG`s; 0 where no state is
 */
export function coalitionStability(known: Coalitions, coalition: number, watch: Watch = {}): Uint8Array {
  const { moves, payoffs } = known.game;
  const everybody = 2 ** moves.deciders - 1;
  const others = everybody & ~coalition;
  const own = known.members(coalition).map((k) => payoffs[k]!);
  const improvements = known.improvements(coalition);
  const flags = new Uint8Array(moves.size);
  const after = others === 0 ? undefined : known.reach(others);
  const again = known.reach(coalition);
  const answers = new ClassAnswers(known, others);
  for (let s = 0; s < moves.size; s++) {
    if (moves.exists !== undefined && moves.exists[s] !== 1) continue;
    if ((s & 0x3f) === 0) {
      if (watch.shouldStop?.() === true) throw new Stopped(stopped());
      watch.progress?.(s / moves.size);
    }
    if (improvements.isEmpty(s)) {
      flags[s] = ALL_FLAGS;
      continue;
    }
    const hurts = (q: number): boolean => own.some((p) => p[q]! <= p[s]!);
    const holds = (q: number): boolean => hurts(q) && !again.some(q, (s3) => !hurts(s3));
    let flag: number = COALITION_FLAG.cgmr | COALITION_FLAG.csmr | COALITION_FLAG.cseq;
    improvements.some(s, (s1) => {
      if (after === undefined || !after.some(s1, hurts)) flag &= ~COALITION_FLAG.cgmr;
      if (after === undefined || !after.some(s1, holds)) flag &= ~COALITION_FLAG.csmr;
      if (!answers.of(s1).some((s2) => hurts(s2))) flag &= ~COALITION_FLAG.cseq;
      return flag === 0;
    });
    flags[s] = flag;
  }
  return flags;
}

/** What the coalitions among the others reach by improving in turn, none twice in a row. */
class ClassAnswers {
  readonly #known: Coalitions;
  readonly #coalitions: number[] = [];
  readonly #moves: Moves;
  readonly #found = new Map<number, number[]>();

  constructor(known: Coalitions, others: number) {
    this.#known = known;
    this.#moves = known.game.moves;
    for (let sub = others; sub !== 0; sub = (sub - 1) & others) this.#coalitions.push(sub);
  }

  of(start: number): number[] {
    const made = this.#found.get(start);
    if (made !== undefined) return made;
    const n = this.#coalitions.length;
    const rows = this.#coalitions.map((c) => this.#known.improvements(c));
    const seen = new Uint8Array(this.#moves.size * n);
    const ends = new Set<number>();
    const work: [number, number][] = [[start, -1]];
    for (let next = work.pop(); next !== undefined; next = work.pop()) {
      const [state, last] = next;
      for (let c = 0; c < n; c++) {
        if (c === last) continue;
        rows[c]!.some(state, (q) => {
          if (seen[q * n + c] === 0) {
            seen[q * n + c] = 1;
            ends.add(q);
            work.push([q, c]);
          }
          return false;
        });
      }
    }
    const list = [...ends];
    this.#found.set(start, list);
    return list;
  }
}

/**
 * Stability of every state for all coalitions, single decision makers among them.
 *
 * @returns per slot the flags that hold for every coalition
 */
export function universalStability(game: Game, watch: Watch = {}): Uint8Array {
  const known = new Coalitions(game);
  const all = 2 ** game.moves.deciders - 1;
  const flags = new Uint8Array(game.moves.size).fill(ALL_FLAGS);
  for (let coalition = 1; coalition <= all; coalition++) {
    const { shouldStop } = watch;
    const own = coalitionStability(known, coalition, shouldStop === undefined ? {} : { shouldStop });
    for (let s = 0; s < flags.length; s++) flags[s]! &= own[s]!;
    watch.progress?.(coalition / all);
  }
  return flags;
}
