import { Worker } from "node:worker_threads";
import { type AnalyseOptions, type Analysis, analyse, type GraphModel, packGame } from "@parley/stability";

/** States below which threads cost more than they bring. */
const WORTH_IT = 1 << 14;

/**
 * The analysis of a model, its decision makers shared by several threads. The result is the same on any number of them.
 */
export async function analyseInThreads(
  model: GraphModel,
  threads: number,
  options: AnalyseOptions,
): Promise<Analysis> {
  const { size, deciders } = model.game.moves;
  const count = Math.min(threads, deciders);
  if (count === 1 || size < WORTH_IT) return analyse(model, options);
  return analyse(model, { ...options, flags: await flagsInThreads(model, count, options) });
}

async function flagsInThreads(
  model: GraphModel,
  count: number,
  watch: AnalyseOptions,
): Promise<Uint8Array[]> {
  const packed = packGame(model.game);
  const deciders = model.decisionMakers.map((_, i) => i);
  const done = new Array<number>(count).fill(0);
  const found: Uint8Array[] = [];
  const workers: Worker[] = [];
  const parts = Array.from({ length: count }, (_, k) => {
    const only = deciders.filter((i) => i % count === k);
    const worker = new Worker(new URL("./stability-worker.js", import.meta.url), {
      workerData: { packed, only },
    });
    workers.push(worker);
    return new Promise<void>((resolve, reject) => {
      worker.on("message", (said: { done?: number; flags?: Uint8Array[] }) => {
        if (said.flags !== undefined) {
          for (const [n, i] of only.entries()) found[i] = said.flags[n]!;
          return resolve();
        }
        done[k] = said.done ?? 0;
        watch.progress?.(done.reduce((a, b) => a + b, 0) / count);
      });
      worker.on("error", reject);
      worker.on("exit", (code) => {
        if (code !== 0) reject(new Error(`A thread of the analysis ended with code ${code}.`));
      });
    });
  });
  try {
    await Promise.all(parts);
  } finally {
    for (const worker of workers) void worker.terminate();
  }
  return found;
}
