import { stopped } from "../messages.ts";
import { FLAG, type Watch } from "./game.ts";
import type { Moves } from "./moves.ts";
import { reachSets } from "./reach-sets.ts";
import { type Relation, STANDS, standing } from "./relation.ts";
import { Stopped } from "./stability.ts";

/**
 * The four attitudes to what is not known. Who is tempted by: a certain and unknown improvements, b certain ones only, c
 * both, d certain ones only. Who is deterred by: a, b a sanction certainly not better; c, d also one that may be worse.
 */
export const ATTITUDES = ["a", "b", "c", "d"] as const;
export type Attitude = (typeof ATTITUDES)[number];

/** Per decision maker and slot the sum of `FLAG`s, as `stability` gives it. */
export interface Graded {
  /** Stable as the concepts are defined. */
  general: Record<Attitude, Uint8Array[]>;
  /** Stable with sanctions that leave it much worse off. Stable but not strongly so is weakly stable. */
  strong: Record<Attitude, Uint8Array[]>;
}

/**
 * Nash, GMR, SMR, SEQ and SSEQ stability where preferences have strengths (much better, better, equal) and where some
 * are not known, each by itself or both together. Under SEQ and SSEQ each opponent moves to states that are better
 * for it, or of which it is not known whether they are.
 *
 * References: L. Hamouda, D.M. Kilgour, K. Hipel, *Group Decision and Negotiation* 13, 2004 (strength); K. Li, K. Hipel, D.M.
 * Kilgour, L. Fang, *IEEE Transactions SMC-A* 34, 2004 (unknown preferences); H. Xu, K. Hipel, D.M. Kilgour, Y. Chen, *Theory and
 * Decision* 69, 2010 (both).
 */
export function gradedStability(moves: Moves, relations: readonly Relation[], watch: Watch = {}): Graded {
  const n = relations.length;
  const all = (): Record<Attitude, Uint8Array[]> => {
    const none = (): Uint8Array[] => relations.map(() => new Uint8Array(moves.size));
    return { a: none(), b: none(), c: none(), d: none() };
  };
  const graded: Graded = { general: all(), strong: all() };
  const sure = relations.every((r) => r.unknown === undefined || r.unknown.size === 0);
  const attitudes: readonly Attitude[] = sure ? ["a"] : ATTITUDES;
  const wanted = (mover: number, from: number, to: number): boolean => {
    const how = standing(relations[mover]!, from, to);
    return how === STANDS.unknown || how > 0;
  };
  for (let i = 0; i < n; i++) {
    const others = relations.map((_, k) => k).filter((k) => k !== i);
    const any = reachSets(moves, others);
    const improving = reachSets(moves, others, wanted);
    const judge = new Judge(moves, relations[i]!, i);
    for (let s = 0; s < moves.size; s++) {
      if (moves.exists !== undefined && moves.exists[s] !== 1) continue;
      if ((s & 0x3f) === 0) {
        if (watch.shouldStop?.() === true) throw new Stopped(stopped());
        watch.progress?.((i + s / moves.size) / n);
      }
      judge.look(s);
      for (const attitude of attitudes) {
        const tempted = judge.temptations(attitude === "a" || attitude === "c");
        for (const strong of [false, true]) {
          const { deter, hold } = judge.sanctions(strong, attitude === "c" || attitude === "d");
          const every = (rows: typeof any, set: Uint32Array): boolean =>
            tempted.every((s1) => rows.meets(s1, set));
          const flags =
            (tempted.length === 0 ? FLAG.nash : 0) |
            (every(any, deter) ? FLAG.gmr : 0) |
            (every(any, hold) ? FLAG.smr : 0) |
            (every(improving, deter) ? FLAG.seq : 0) |
            (every(improving, hold) ? FLAG.sseq : 0);
          graded[strong ? "strong" : "general"][attitude][i]![s] = flags;
        }
      }
    }
  }
  if (sure) {
    for (const grade of [graded.general, graded.strong]) grade.b = grade.c = grade.d = grade.a;
  }
  watch.progress?.(1);
  return graded;
}

/** One decision maker's view from one state: what tempts it, and what would deter it. */
class Judge {
  readonly #moves: Moves;
  readonly #relation: Relation;
  readonly #decider: number;
  readonly #from: Int8Array;
  readonly #next: Int32Array;
  readonly #words: number;
  #listed = 0;
  readonly #found = new Map<number, { deter: Uint32Array; hold: Uint32Array }>();
  readonly #own: Int32Array;

  constructor(moves: Moves, relation: Relation, decider: number) {
    this.#moves = moves;
    this.#relation = relation;
    this.#decider = decider;
    this.#from = new Int8Array(moves.size);
    this.#own = new Int32Array(Math.max(moves.widest, 1));
    this.#next = new Int32Array(Math.max(moves.widest, 1));
    this.#words = (moves.size + 31) >>> 5;
  }

  look(state: number): void {
    const { size, exists } = this.#moves;
    for (let q = 0; q < size; q++) {
      this.#from[q] = exists === undefined || exists[q] === 1 ? standing(this.#relation, state, q) : 0;
    }
    this.#listed = this.#moves.successors(this.#decider, state, this.#own);
    this.#found.clear();
  }

  temptations(byUnknown: boolean): number[] {
    const own = Array.from(this.#own.subarray(0, this.#listed));
    return own.filter((q) => (this.#from[q] === STANDS.unknown ? byUnknown : this.#from[q]! > 0));
  }

  sanctions(strong: boolean, byUnknown: boolean): { deter: Uint32Array; hold: Uint32Array } {
    const key = (strong ? 1 : 0) + (byUnknown ? 2 : 0);
    const made = this.#found.get(key);
    if (made !== undefined) return made;
    const limit = strong ? STANDS.muchWorse : STANDS.equal;
    const from = this.#from;
    const hurts = (q: number): boolean => (from[q] === STANDS.unknown ? byUnknown : from[q]! <= limit);
    const deter = new Uint32Array(this.#words);
    const hold = new Uint32Array(this.#words);
    const { size, exists } = this.#moves;
    for (let q = 0; q < size; q++) {
      if ((exists !== undefined && exists[q] !== 1) || !hurts(q)) continue;
      deter[q >>> 5]! |= 1 << (q & 31);
      const listed = this.#moves.successors(this.#decider, q, this.#next);
      let held = true;
      for (let m = 0; m < listed && held; m++) held = hurts(this.#next[m]!);
      if (held) hold[q >>> 5]! |= 1 << (q & 31);
    }
    const sets = { deter, hold };
    this.#found.set(key, sets);
    return sets;
  }
}
