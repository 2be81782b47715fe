import type { Game } from "./game.ts";
import type { OptionMoves } from "./option-moves.ts";
import type { Step } from "./sanction.ts";

/** What the others moving at the same time can do about one improvement. */
export interface TogetherAnswer {
  to: number;
  /** Each other's choice, an improvement of its own from the state, and where all choices together end. */
  together?: { choices: Step[]; end: number };
}

/** Each improvement of a decision maker, with a choice of the others under SIM that answers it, or without one. */
export function togetherAnswers(
  moves: OptionMoves,
  { payoffs }: Game,
  state: number,
  decider: number,
): TogetherAnswer[] {
  const out = new Int32Array(moves.widest);
  const better = (k: number): number[] =>
    Array.from(out.subarray(0, moves.successors(k, state, out))).filter(
      (q) => payoffs[k]![q]! > payoffs[k]![state]!,
    );
  const own = payoffs[decider]!;
  const others = payoffs.map((_, k) => k).filter((k) => k !== decider);
  const choices = others.map(better);
  const search = (n: number, at: number, made: Step[]): { choices: Step[]; end: number } | undefined => {
    if (n === others.length) {
      const real = moves.exists === undefined || moves.exists[at] === 1;
      return real && own[at]! <= own[state]! ? { choices: made, end: at } : undefined;
    }
    const mask = moves.own[others[n]!]!;
    const stays = search(n + 1, at, made);
    if (stays !== undefined) return stays;
    for (const q of choices[n]!) {
      const found = search(n + 1, (at & ~mask) | (q & mask), [...made, { by: others[n]!, to: q }]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return better(decider)
    .sort((a, b) => own[b]! - own[a]! || a - b)
    .map((to) => {
      const together = search(0, to, []);
      return together === undefined ? { to } : { to, together };
    });
}
