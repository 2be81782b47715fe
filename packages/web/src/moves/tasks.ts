import type { CaseObject, Id } from "@parley/case";
import type { AnyConcept, Concept, Explanation } from "@parley/stability";
import { useEffect, useMemo, useState } from "react";
import { inWorker } from "../analysis/in-worker.ts";
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

/** A computation as it stands. */
export type Asked<T> =
  | { state: "none" }
  | { state: "running"; share: number; cancel(): void }
  | { state: "cancelled"; again(): void }
  | { state: "done"; value: T }
  | { state: "failed"; error: Error };

/** Ask the worker; a new question ends the one before. */
function useAsked<T>(task: Task | undefined): Asked<T> {
  const [asked, setAsked] = useState<{ of: Task | undefined; now: Asked<T> }>({
    of: undefined,
    now: { state: "none" },
  });
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    if (task === undefined) return;
    const control = new AbortController();
    const say = (now: Asked<T>): void => setAsked({ of: task, now });
    let left = false;
    const running = (share: number): Asked<T> => ({ state: "running", share, cancel: () => control.abort() });
    say(running(0));
    inWorker<Task, T>(worker, task, {
      signal: control.signal,
      onProgress: (share) => say(running(share)),
    }).then(
      (value) => say({ state: "done", value }),
      (error: Error) => {
        if (left) return;
        if (error.name === "AbortError") say({ state: "cancelled", again: () => setTurn((n) => n + 1) });
        else say({ state: "failed", error });
      },
    );
    return () => {
      left = true;
      control.abort();
    };
  }, [task, turn]);
  if (task === undefined) return { state: "none" };
  return asked.of === task ? asked.now : { state: "running", share: 0, cancel: () => {} };
}

/** The board of the case, with moves left out where asked; `undefined` asks nothing. */
export function useBoard(without: Id | "" | undefined): Asked<BoardAnswer> {
  const objects = useGameObjects();
  const task = useMemo(
    (): Task | undefined =>
      without === undefined ? undefined : { ask: "board", objects, without: without === "" ? [] : [without] },
    [objects, without],
  );
  return useAsked<BoardAnswer>(task);
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
  return useAsked<Explained>(task);
}
