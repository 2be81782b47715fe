import { parentPort, workerData } from "node:worker_threads";
import { simulate, type TimingModel } from "@parley/forecast";

/* A thread of `parley timing`: one stretch of runs. */

const { model, runs, from, seed } = workerData as {
  model: TimingModel;
  runs: number;
  from: number;
  seed: number;
};
const made = simulate(model, {
  runs,
  from,
  draws: { seed },
  onProgress: (done) => parentPort?.postMessage({ done }),
});
parentPort?.postMessage({ made });
