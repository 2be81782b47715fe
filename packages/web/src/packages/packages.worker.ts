import type { FromWorker } from "../analysis/in-worker.ts";
import { answer, type Task } from "./tasks.ts";

const say = (message: FromWorker<unknown>): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<Task>): void => {
  try {
    say({ type: "done", value: answer(data, (share) => say({ type: "progress", share })) });
  } catch (error) {
    say({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};
