import {
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
  | { ask: "one"; problem: SettlementJson; chosen: PackageJson; worlds: number; seed: number };

/** How one package fares over the worlds, and what small change would win those who would not accept it. */
export interface Fate {
  robustness: Robustness;
  changes: WinningChanges[];
}

/** What the worker answers: the whole problem, or one package. */
export function answer(task: Task): SettleResult | Fate {
  if (task.ask === "all") return settle(task.problem, { normalise: true });
  const { problem, chosen, worlds, seed } = task;
  const [fate] = robustness(problem, [chosen], { worlds, seed, normalise: true });
  if (fate === undefined) throw new Error("No package was given.");
  return {
    robustness: fate,
    changes: problem.parties.map((party) =>
      winningChanges(problem, chosen, party.id, { normalise: true, limit: 3 }),
    ),
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
