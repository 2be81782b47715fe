import type { Case, Id, Ref } from "@parley/case";
import {
  type AnyConcept,
  analyse,
  type CaseProblem,
  CONCEPTS,
  FLAG,
  type GraphModel,
  modelsOf,
  type StabilityResult,
  type View,
} from "@parley/stability";
import { type Drawing, drawingOf } from "./drawing.ts";

/** One game: the one of the record, or the one that an actor believes to be played. */
export interface BoardGame {
  /** Whose picture it is; undefined: as the record has it. */
  of?: Id;
  /** Per decision maker and state of the board its rank, the higher the better; −1 where the game has no such state. */
  ranks: Int32Array[];
  /** Per decision maker and state of the board the sum of `FLAG`s; 0 where the game has no such state. */
  flags: Uint8Array[];
  /** Per state of the board, the state that it is taken for in this game; −1 when for none. */
  image: Int32Array;
  inputs: Ref[];
}

/** Which game is looked at: the record's, everybody's own together, or that of an actor. */
export type GameKey = typeof RECORD | typeof OWN | Id;
export const RECORD = "";
export const OWN = "*";

/** All that the screen shows of the moves of a case: plain data, so that a worker can send it. */
export interface Board {
  deciders: Id[];
  /** In the order of the bits of a state. */
  moves: Id[];
  /** Bits of each state, first move first. */
  states: string[];
  /** Place of today's state among the states, where it is known. */
  today?: number;
  concepts: AnyConcept[];
  /** The record's game first, then each actor's that differs from it. */
  games: BoardGame[];
  /** For boards small enough to draw. */
  drawing?: Drawing;
}

export type BoardAnswer = { board?: Board; problems: CaseProblem[] };

/** More states than this are not drawn: the table holds them. */
export const DRAWN: number = 300;

/**
 * Judge the moves of a case on every state, as the record has it and in each actor's picture.
 *
 * @param without moves nobody can take, for "what if not"
 */
export function boardOf(
  held: Case,
  without: readonly Id[] = [],
  progress: (share: number) => void = () => {},
): BoardAnswer {
  const { models, problems } = modelsOf(held, undefined, without);
  if (models === undefined) return { problems };
  const { truth } = models;
  const states = Array.from(truth.states.slots, (slot) => truth.states.id(slot));
  const place = new Map(states.map((id, n) => [id, n]));
  const games: { of?: Id; model: GraphModel; image?: View["image"]; inputs: Ref[] }[] = [
    { model: truth, inputs: models.inputs },
    ...models.views.map((v) => ({ ...v, inputs: models.viewInputs[v.of] ?? [] })),
  ];
  let concepts: AnyConcept[] = [...CONCEPTS, "sim"];
  const judged = games.map((game, g): BoardGame => {
    const analysis = analyse(game.model, { progress: (done) => progress((g + done) / games.length) });
    concepts = concepts.filter((c) => analysis.concepts.includes(c));
    const { flags, image, ranks } = onBoard(game.model, analysis.flags, states, place, game);
    return { ...(game.of === undefined ? {} : { of: game.of }), ranks, flags, image, inputs: game.inputs };
  });
  const today = models.statusQuo === undefined ? undefined : place.get(models.statusQuo);
  const board: Board = { deciders: models.deciders, moves: models.moves, states, concepts, games: judged };
  if (today !== undefined) board.today = today;
  if (states.length <= DRAWN) board.drawing = drawingOf(truth, states);
  return { board, problems };
}

function onBoard(
  model: GraphModel,
  flags: readonly Uint8Array[],
  states: readonly string[],
  place: ReadonlyMap<string, number>,
  view: { image?: View["image"] },
): Pick<BoardGame, "flags" | "image" | "ranks"> {
  const slots = states.map((id) => model.states.slotOf(id));
  return {
    ranks: model.game.payoffs.map((own) =>
      Int32Array.from(slots, (slot) => (slot === undefined ? -1 : own[slot]!)),
    ),
    flags: flags.map((own) => Uint8Array.from(slots, (slot) => (slot === undefined ? 0 : own[slot]!))),
    image: Int32Array.from(states, (id, n) => {
      if (view.image === undefined) return n;
      const seen = view.image(id);
      const slot = seen === undefined ? undefined : model.states.slotOf(seen);
      return slot === undefined ? -1 : (place.get(model.states.id(slot)) ?? -1);
    }),
  };
}

/** Whether a state is stable for a decision maker in a game. */
export function isStable(game: BoardGame, state: number, decider: number, concept: AnyConcept): boolean {
  return (game.flags[decider]![state]! & FLAG[concept]) !== 0;
}

/** Whether a game has a state: who does not know of a move has none in which it is taken. */
export function hasState(game: BoardGame, state: number): boolean {
  return game.ranks[0]![state]! >= 0;
}

/** Whether a state is stable for everybody in a game. */
export function isEquilibrium(game: BoardGame, state: number, concept: AnyConcept): boolean {
  return hasState(game, state) && game.flags.every((own) => (own[state]! & FLAG[concept]) !== 0);
}

/** Whether a decision maker, judging by its own picture, would stay in what it takes a state for. */
export function wouldStay(board: Board, state: number, decider: number, concept: AnyConcept): boolean {
  const own = board.games.find((g) => g.of === board.deciders[decider]) ?? board.games[0]!;
  const image = own.image[state]!;
  return image >= 0 && isStable(own, image, decider, concept);
}

/** Whether a state holds with everybody judging by its own picture (first-level hypergame). */
export function holdsAsBelieved(board: Board, state: number, concept: AnyConcept): boolean {
  return board.deciders.every((_, i) => wouldStay(board, state, i, concept));
}

/** Whether a decision maker would stay in a state, in the game looked at. */
export function stays(
  board: Board,
  key: GameKey,
  state: number,
  decider: number,
  concept: AnyConcept,
): boolean {
  if (key === OWN) return wouldStay(board, state, decider, concept);
  return isStable(gameOf(board, key), state, decider, concept);
}

/** Whether a state holds with everybody, in the game looked at. */
export function holds(board: Board, key: GameKey, state: number, concept: AnyConcept): boolean {
  return key === OWN
    ? holdsAsBelieved(board, state, concept)
    : isEquilibrium(gameOf(board, key), state, concept);
}

/** The game of an actor's picture, or the record's where it has none. */
export function gameOf(board: Board, key: GameKey): BoardGame {
  return board.games.find((g) => g.of === key) ?? board.games[0]!;
}

/** A decision maker's order in a game: places of states, best first; states of one group are equally good. */
export function orderOf(game: BoardGame, decider: number): number[][] {
  const groups = new Map<number, number[]>();
  for (const [state, rank] of game.ranks[decider]!.entries()) {
    if (rank < 0) continue;
    const group = groups.get(rank);
    if (group === undefined) groups.set(rank, [state]);
    else group.push(state);
  }
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}

/** How a state fares when a move is left out. */
export type Change = "kept" | "lost" | "won" | "gone";

/** States whose standing as an equilibrium is kept, lost or won, or that are not there any more, by a what-if. */
export function changesOf(before: Board, after: Board, concept: AnyConcept): Map<string, Change> {
  const place = new Map(after.states.map((id, n) => [id, n]));
  const changes = new Map<string, Change>();
  for (const [n, id] of before.states.entries()) {
    const was = isEquilibrium(before.games[0]!, n, concept);
    const at = place.get(id);
    const is = at !== undefined && isEquilibrium(after.games[0]!, at, concept);
    if (was || is) changes.set(id, is ? (was ? "kept" : "won") : at === undefined ? "gone" : "lost");
  }
  return changes;
}

/** Whether states, today's, or those that hold in the record's game or in a picture are not those of the result. */
export function differs(board: Board, value: unknown): boolean {
  const found = value as {
    truth: StabilityResult;
    views: Record<string, StabilityResult>;
    statusQuo: string | null;
  } | null;
  if (found === null) return true;
  const today = board.today === undefined ? null : board.states[board.today]!;
  if (found.statusQuo !== today || Object.keys(found.views).length !== board.games.length - 1) return true;
  return board.games.some((game) => {
    const same = game.of === undefined ? found.truth : found.views[game.of];
    if (same === undefined || (game.of === undefined && same.states.length !== board.states.length))
      return true;
    return board.concepts.some((concept) => {
      const held = board.states.filter((_, s) => isEquilibrium(game, s, concept));
      const theirs = new Set(same.equilibria[concept] ?? []);
      return held.length !== theirs.size || held.some((id) => !theirs.has(id));
    });
  });
}
