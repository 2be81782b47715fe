import { Worker } from "node:worker_threads";
import { joinRuns, type TimingModel, type TimingRuns } from "@parley/forecast";

/**
 * Runs of a timing model, shared by several threads. The runs are the same on any number of them.
 *
 * @param onProgress told how many runs are done
 */
export async function simulateInThreads(
  model: TimingModel,
  { runs, seed, threads }: { runs: number; seed: number; threads: number },
  onProgress: (done: number) => void,
): Promise<TimingRuns> {
  const count = Math.min(threads, runs);
  const at = (k: number): number => Math.floor((k * runs) / count);
  const done = new Array<number>(count).fill(0);
  const parts = Array.from({ length: count }, (_, k) => {
    const workerData = { model, runs: at(k + 1) - at(k), from: at(k), seed };
    const worker = new Worker(new URL("./timing-worker.js", import.meta.url), { workerData });
    return new Promise<TimingRuns>((resolve, reject) => {
      worker.on("message", (said: { done?: number; made?: TimingRuns }) => {
        if (said.made !== undefined) return resolve(said.made);
        done[k] = said.done ?? 0;
        onProgress(done.reduce((a, b) => a + b, 0));
      });
      worker.on("error", reject);
      worker.on("exit", (code) => {
        if (code !== 0) reject(new Error(`A thread of the simulation ended with code ${code}.`));
      });
    });
  });
  return joinRuns(await Promise.all(parts));
}
