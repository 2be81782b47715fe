import { ArcMoves } from "./arc-moves.ts";
import type { Game } from "./game.ts";
import type { Change } from "./option-moves.ts";
import { OptionMoves } from "./option-moves.ts";
import { ranksOf } from "./payoffs.ts";
import type { Xoshiro128 } from "./random.ts";

/** What a random model is drawn from. */
export interface Draw {
  deciders: number;
  options: number;
  infeasible: boolean;
  oneWay: boolean;
  ties: boolean;
}

function randomPayoffs(random: Xoshiro128, size: number, ties: boolean, exists?: Uint8Array): Int32Array {
  const levels = ties ? 1 + random.below(4) : 2 ** 30;
  return ranksOf(
    Float64Array.from({ length: size }, () => random.below(levels)),
    exists,
  );
}

export function randomOptionGame(random: Xoshiro128, draw: Draw): Game {
  const owner = Array.from({ length: draw.options }, () => random.below(draw.deciders));
  const kinds: Change[] = ["both", "take-only", "drop-only"];
  const change = owner.map(
    (): Change => (draw.oneWay && random.below(2) === 0 ? kinds[random.below(3)]! : "both"),
  );
  const size = 2 ** draw.options;
  let exists: Uint8Array | undefined;
  if (draw.infeasible) {
    exists = Uint8Array.from({ length: size }, () => (random.below(10) < 7 ? 1 : 0));
    exists[random.below(size)] = 1;
  }
  const moves = new OptionMoves(draw.deciders, owner, change, exists);
  const payoffs = Array.from({ length: draw.deciders }, () => randomPayoffs(random, size, draw.ties, exists));
  return { moves, payoffs };
}

export function randomArcGame(random: Xoshiro128, deciders: number, size: number, ties: boolean): Game {
  const density = 1 + random.below(4);
  const arcs = Array.from({ length: deciders }, () => {
    const own: [number, number][] = [];
    for (let s = 0; s < size; s++) {
      for (let t = 0; t < size; t++) if (s !== t && random.below(2 * size) < density) own.push([s, t]);
    }
    return own;
  });
  const payoffs = Array.from({ length: deciders }, () => randomPayoffs(random, size, ties));
  return { moves: ArcMoves.fromPairs(size, arcs), payoffs };
}
