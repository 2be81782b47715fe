import { type Board, type GameKey, gameOf, hasState, OWN } from "./board.ts";
import type { Arc } from "./drawing.ts";

/** The moves of a game, with the gains of whoever looks: each by its own picture where all do. */
export function arcsIn(board: Board, game: GameKey): Arc[] {
  return (board.drawing?.arcs ?? []).flatMap((arc) => {
    const own = gameOf(board, game === OWN ? board.deciders[arc.by]! : game);
    const [from, to] = [own.image[arc.from]!, own.image[arc.to]!];
    if (game !== OWN && !(hasState(own, arc.from) && hasState(own, arc.to))) return [];
    const ranks = own.ranks[arc.by]!;
    return [{ ...arc, gains: from >= 0 && to >= 0 && ranks[to]! > ranks[from]! }];
  });
}

/** One line for a pair of states where the way back gains nothing. */
export function linesOf(arcs: readonly Arc[]): Arc[] {
  const gaining = new Set(arcs.filter((a) => a.gains).map((a) => `${a.by} ${a.from} ${a.to}`));
  return arcs.filter(
    (a) => a.gains || !a.back || (a.from < a.to && !gaining.has(`${a.by} ${a.to} ${a.from}`)),
  );
}
