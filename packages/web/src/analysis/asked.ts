import { useEffect, useState } from "react";
import { inWorker } from "./in-worker.ts";

/** A computation as it stands. */
export type Asked<T> =
  | { state: "none" }
  | { state: "running"; share: number; cancel(): void }
  | { state: "cancelled"; again(): void }
  | { state: "done"; value: T }
  | { state: "failed"; error: Error };

/**
 * Ask a worker; a new question ends the one before.
 *
 * @param worker Makes the worker; the same function every time.
 * @param task What is asked, the same object as long as it is the same question; `undefined` asks nothing.
 */
export function useAsked<Task, T>(worker: () => Worker, task: Task | undefined): Asked<T> {
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
  }, [worker, task, turn]);
  if (task === undefined) return { state: "none" };
  return asked.of === task ? asked.now : { state: "running", share: 0, cancel: () => {} };
}
