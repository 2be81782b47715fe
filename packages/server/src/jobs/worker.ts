import { parentPort } from "node:worker_threads";
import { runTask, type TaskName, type Tasks } from "./tasks.ts";

/** The thread that does what lasts: one piece of work after the other. */
parentPort?.on(
  "message",
  async ({ id, name, input }: { id: number; name: TaskName; input: Tasks[TaskName][0] }) => {
    try {
      const onProgress = (done: number, all: number): void =>
        parentPort?.postMessage({ id, progress: [done, all] });
      parentPort?.postMessage({ id, value: await runTask(name, input as never, onProgress) });
    } catch (error) {
      // Only name and message survive the way between threads: what a user can act on is carried by hand.
      const { name: type, message, code, where, todo, stack } = error as Error & Record<string, string>;
      parentPort?.postMessage({ id, error: { name: type, message, code, where, todo, stack } });
    }
  },
);
