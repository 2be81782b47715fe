import { type CoalitionJson, type Sequence, sequence } from "@parley/settlement";
import { useMemo } from "react";
import { type Asked, useAsked } from "../analysis/asked.ts";

/** Worlds drawn for what is tried out, as many as for the brief. */
export const WORLDS = 400;
export const SEED = 1;

/** What the worker is asked. */
export interface Task {
  coalition: CoalitionJson;
}

export function answer({ coalition }: Task): Sequence {
  return sequence(coalition, { worlds: WORLDS, seed: SEED });
}

const worker = (): Worker =>
  new Worker(new URL("./coalitions.worker.ts", import.meta.url), { type: "module" });

/** Whom to win first. */
export function useSequence(coalition: CoalitionJson): Asked<Sequence> {
  const task = useMemo((): Task => ({ coalition }), [coalition]);
  return useAsked<Task, Sequence>(worker, task);
}
