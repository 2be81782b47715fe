import {
  type CheapestWin,
  cheapestWins,
  type Improvements,
  improvements,
  type PackageJson,
  type Robustness,
  robustness,
  type SettlementJson,
  type SettleResult,
  settle,
  type WinningChanges,
  winningChanges,
} from "@parley/settlement";
import { useMemo } from "react";
import { type Asked, useAsked } from "../analysis/asked.ts";

/** Worlds drawn for what is tried out, as many as for the brief. */
export const WORLDS = 400;
export const SEED = 1;

/** What the worker is asked. */
export type Task =
  | { ask: "all"; problem: SettlementJson }
  | { ask: "one"; problem: SettlementJson; chosen: PackageJson; worlds: number; seed: number }
  | { ask: "compare"; problem: SettlementJson; packages: PackageJson[]; worlds: number; seed: number };

/** How one package fares over the worlds, what would win those who would not accept it, and what would hurt nobody. */
export interface Fate {
  robustness: Robustness;
  changes: WinningChanges[];
  wins: CheapestWin[];
  better: Improvements;
}

/** What the worker answers: the whole problem, one package, or several beside each other. `onProgress` hears shares of 1. */
export function answer(task: Task, onProgress: (share: number) => void): SettleResult | Fate | Robustness[] {
  const part = (done: number, all: number): void => onProgress(done / all);
  if (task.ask === "all") return settle(task.problem, { normalise: true, onProgress: part });
  if (task.ask === "compare") {
    const { worlds, seed } = task;
    return robustness(task.problem, task.packages, { worlds, seed, normalise: true, onProgress: part });
  }
  const { problem, chosen, worlds, seed } = task;
  const [fate] = robustness(problem, [chosen], { worlds, seed, normalise: true, onProgress: part });
  if (fate === undefined) throw new Error("No package was given.");
  return {
    robustness: fate,
    changes: problem.parties.map((party) =>
      winningChanges(problem, chosen, party.id, { normalise: true, limit: 3 }),
    ),
    wins: cheapestWins(problem, chosen, { normalise: true }),
    better: improvements(problem, chosen, { normalise: true, limit: 4 }),
  };
}

const worker = (): Worker => new Worker(new URL("./packages.worker.ts", import.meta.url), { type: "module" });

/** The frontier, the solutions and why there is no deal. */
export function useAll(problem: SettlementJson | undefined): Asked<SettleResult> {
  const task = useMemo(
    (): Task | undefined => (problem === undefined ? undefined : { ask: "all", problem }),
    [problem],
  );
  return useAsked<Task, SettleResult>(worker, task);
}

/** How one package fares. */
export function useFate(problem: SettlementJson | undefined, chosen: PackageJson): Asked<Fate> {
  const task = useMemo(
    (): Task | undefined =>
      problem === undefined ? undefined : { ask: "one", problem, chosen, worlds: WORLDS, seed: SEED },
    [problem, chosen],
  );
  return useAsked<Task, Fate>(worker, task);
}

/** How several packages fare in the same worlds. */
export function useCompared(
  problem: SettlementJson | undefined,
  packages: PackageJson[] | undefined,
): Asked<Robustness[]> {
  const task = useMemo(
    (): Task | undefined =>
      problem === undefined || packages === undefined
        ? undefined
        : { ask: "compare", problem, packages, worlds: WORLDS, seed: SEED },
    [problem, packages],
  );
  return useAsked<Task, Robustness[]>(worker, task);
}
