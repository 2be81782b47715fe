import { parentPort, workerData } from "node:worker_threads";
import { type PackedGame, stability, unpackGame } from "@parley/stability";

/* A thread of `parley stability`: some of the decision makers. */

const { packed, only } = workerData as { packed: PackedGame; only: number[] };
const flags = stability(unpackGame(packed), { progress: (done) => parentPort?.postMessage({ done }) }, only);
parentPort?.postMessage({ flags }, flags.map((own) => own.buffer) as ArrayBuffer[]);
