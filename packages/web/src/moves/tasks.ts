import type { CaseObject, Id } from "@parley/case";
import type { AnyConcept, Concept, Explanation } from "@parley/stability";
import { useMemo } from "react";
import { type Asked, useAsked } from "../analysis/asked.ts";
import { useCaseData } from "../api/case-data.ts";
import type { Board, BoardAnswer, GameKey } from "./board.ts";

/** What the worker is asked. */
export type Task =
  | { ask: "board"; objects: CaseObject[]; without: Id[] }
  | { ask: "explain"; objects: CaseObject[]; game: GameKey; state: string; concepts: Concept[] };

/** Per decision maker and concept, why a state is or is not stable. */
export type Explained = Record<Id, Partial<Record<AnyConcept, Explanation>>>;

const worker = (): Worker => new Worker(new URL("./moves.worker.ts", import.meta.url), { type: "module" });

const KINDS = new Set(["case", "actor", "move", "infeasibility", "preference", "view"]);

/** The objects from which the games are made, and no others: a worker gets a copy of them. */
function useGameObjects(): CaseObject[] {
  const { held } = useCaseData();
  return useMemo(() => {
    const objects: CaseObject[] = [];
    for (const kind of KINDS) objects.push(...held.all(kind as "move"));
    return objects;
  }, [held]);
}

/** The board of the case, with moves left out where asked; `undefined` asks nothing. */
export function useBoard(without: Id | "" | undefined): Asked<BoardAnswer> {
  const objects = useGameObjects();
  const task = useMemo(
    (): Task | undefined =>
      without === undefined ? undefined : { ask: "board", objects, without: without === "" ? [] : [without] },
    [objects, without],
  );
  return useAsked<Task, BoardAnswer>(worker, task);
}

/** Why a state of a game is stable or not, for everybody by every concept that can be explained. */
export function useExplained(board: Board, game: GameKey, state: string): Asked<Explained> {
  const objects = useGameObjects();
  const { concepts } = board;
  const task = useMemo(
    (): Task => ({
      ask: "explain",
      objects,
      game,
      state,
      concepts: concepts.filter((c): c is Concept => c !== "sim"),
    }),
    [objects, game, state, concepts],
  );
  return useAsked<Task, Explained>(worker, task);
}
