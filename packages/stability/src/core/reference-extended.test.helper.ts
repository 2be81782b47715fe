import { COALITION_FLAG } from "./coalitions.ts";
import { FLAG, type Game } from "./game.ts";
import type { Attitude } from "./graded.ts";
import { literalReach } from "./reference.test.helper.ts";

/*
 * The further definitions, word for word and slowly: strength and unknown preferences, coalitions, horizons. Nothing is
 * shared with the engine but the lists of single moves.
 */

/** How q stands to s, written out for every pair: "<<", "<", "~", ">", ">>" or "U". */
export type Signs = string[][];

function own(game: Game, i: number, s: number): number[] {
  const out = new Int32Array(game.moves.widest + 1);
  return [...out.subarray(0, game.moves.successors(i, s, out))];
}

function isState(game: Game, s: number): boolean {
  return game.moves.exists === undefined || game.moves.exists[s] === 1;
}

/** R_H with each mover going to what is better for it or unknown. */
function reachWanted(game: Game, signs: Signs[], coalition: number[], s: number): Set<number> {
  const seen = new Map<string, number>();
  const go = (u: number, last: number): void => {
    for (const j of coalition) {
      if (j === last) continue;
      for (const q of own(game, j, u)) {
        if (![">", ">>", "U"].includes(signs[j]![u]![q]!) || seen.has(`${q}/${j}`)) continue;
        seen.set(`${q}/${j}`, q);
        go(q, j);
      }
    }
  };
  go(s, -1);
  return new Set(seen.values());
}

export function literalGraded(
  game: Game,
  signs: Signs[],
  i: number,
  attitude: Attitude,
  strong: boolean,
): Uint8Array {
  const others = signs.map((_, k) => k).filter((k) => k !== i);
  const sign = signs[i]!;
  const tempting = attitude === "a" || attitude === "c" ? [">", ">>", "U"] : [">", ">>"];
  let deterring = strong ? ["<<"] : ["<<", "<", "~"];
  if (attitude === "c" || attitude === "d") deterring = [...deterring, "U"];
  const flags = new Uint8Array(game.moves.size);
  for (let s = 0; s < game.moves.size; s++) {
    if (!isState(game, s)) continue;
    const temptations = own(game, i, s).filter((q) => tempting.includes(sign[s]![q]!));
    const deters = (q: number): boolean => deterring.includes(sign[s]![q]!);
    const holds = (q: number): boolean => deters(q) && own(game, i, q).every(deters);
    const any = (s1: number, test: (q: number) => boolean): boolean =>
      [...literalReach(game, others, s1, false)].some(test);
    const wanted = (s1: number, test: (q: number) => boolean): boolean =>
      [...reachWanted(game, signs, others, s1)].some(test);
    if (temptations.length === 0) flags[s]! |= FLAG.nash;
    if (temptations.every((s1) => any(s1, deters))) flags[s]! |= FLAG.gmr;
    if (temptations.every((s1) => any(s1, holds))) flags[s]! |= FLAG.smr;
    if (temptations.every((s1) => wanted(s1, deters))) flags[s]! |= FLAG.seq;
    if (temptations.every((s1) => wanted(s1, holds))) flags[s]! |= FLAG.sseq;
  }
  return flags;
}

function subsets(of: number[]): number[][] {
  const all: number[][] = [];
  for (let code = 1; code < 2 ** of.length; code++) all.push(of.filter((_, k) => ((code >> k) & 1) === 1));
  return all;
}

/** R_H++(s). */
function jointImprovements(game: Game, coalition: number[], s: number): number[] {
  return [...literalReach(game, coalition, s, false)].filter((q) =>
    coalition.every((k) => game.payoffs[k]![q]! > game.payoffs[k]![s]!),
  );
}

/** R_C++(s) of the class of all coalitions among `members`. */
function classImprovements(game: Game, members: number[], s: number): Set<number> {
  const found = new Set<string>();
  const go = (u: number, last: string): void => {
    for (const coalition of subsets(members)) {
      const name = coalition.join("+");
      if (name === last) continue;
      for (const q of jointImprovements(game, coalition, u)) {
        if (found.has(`${q}/${name}`)) continue;
        found.add(`${q}/${name}`);
        go(q, name);
      }
    }
  };
  go(s, "");
  return new Set([...found].map((key) => Number(key.split("/")[0])));
}

export function literalCoalition(game: Game, coalition: number[]): Uint8Array {
  const others = game.payoffs.map((_, k) => k).filter((k) => !coalition.includes(k));
  const flags = new Uint8Array(game.moves.size);
  for (let s = 0; s < game.moves.size; s++) {
    if (!isState(game, s)) continue;
    const notAllBetter = (q: number): boolean =>
      coalition.some((k) => game.payoffs[k]![q]! <= game.payoffs[k]![s]!);
    const holds = (q: number): boolean =>
      notAllBetter(q) && [...literalReach(game, coalition, q, false)].every(notAllBetter);
    const moves = jointImprovements(game, coalition, s);
    const answered = (test: (q: number) => boolean): boolean =>
      moves.every((s1) => [...literalReach(game, others, s1, false)].some(test));
    if (moves.length === 0) flags[s]! |= COALITION_FLAG.cnash;
    if (answered(notAllBetter)) flags[s]! |= COALITION_FLAG.cgmr;
    if (answered(holds)) flags[s]! |= COALITION_FLAG.csmr;
    if (moves.every((s1) => [...classImprovements(game, others, s1)].some(notAllBetter)))
      flags[s]! |= COALITION_FLAG.cseq;
  }
  return flags;
}

/** Where play ends, to the one who moves first and to the other, by the tree of moves written out. */
function expectedEnd(
  game: Game,
  i: number,
  s: number,
  h: number,
): { first: number; second: number; stays: boolean } {
  const [mine, theirs] = [game.payoffs[i]!, game.payoffs[1 - i]!];
  const stay = { first: mine[s]!, second: theirs[s]!, stays: true };
  if (h === 0) return stay;
  const ends = own(game, i, s)
    .map((q) => expectedEnd(game, 1 - i, q, h - 1))
    .map((end) => ({ first: end.second, second: end.first, stays: false }))
    .filter((end) => end.first > stay.first)
    .sort((a, b) => b.first - a.first || a.second - b.second);
  return ends[0] ?? stay;
}

export function literalHorizon(game: Game, i: number, h: number): Uint8Array {
  return Uint8Array.from({ length: game.moves.size }, (_, s) =>
    isState(game, s) && expectedEnd(game, i, s, h).stays ? 1 : 0,
  );
}
