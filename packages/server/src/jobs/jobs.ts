import { Worker } from "node:worker_threads";
import { UserError } from "../casework/user-error.ts";
import * as say from "../messages.ts";
import { type OnProgress, runTask, type TaskName, type Tasks } from "./tasks.ts";

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
  onProgress: OnProgress;
}

interface Reply {
  id: number;
  value?: unknown;
  progress?: [number, number];
  error?: { name: string; message: string; code?: string; where?: string; todo?: string; stack?: string };
}

export interface JobOptions {
  /** Work of one lane is done in order, in one thread; `stop` ends a lane. Default: one for all short work. */
  lane?: string;
  onProgress?: OnProgress;
  /** Ends the lane when a piece of work takes longer, in milliseconds. */
  millis?: number;
  /** Ends the lane when the process grows by more than this meanwhile, in bytes. */
  memory?: number;
}

/** How often the size of the process is looked at while work with a bound on it is done. */
const LOOK_MS = 200;

/** A thread with nothing to do is ended after this long. */
const IDLE_MS = 30_000;

/** One thread and what was asked of it. */
class Lane {
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #next = 0;
  readonly #waiting = new Map<number, Waiting>();

  run(name: TaskName, input: unknown, waiting: Waiting): void {
    clearTimeout(this.#idle);
    const worker = this.#started();
    const id = this.#next++;
    this.#waiting.set(id, waiting);
    worker.postMessage({ id, name, input });
  }

  #started(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(new URL("./worker.js", import.meta.url));
    worker.unref();
    worker.on("message", (reply: Reply) => this.#hear(reply));
    // A thread that dies (out of memory, say) fails what it was asked; the next piece of work gets a new one.
    const died = (error: Error): void => {
      if (this.#worker === worker) this.#drop(error);
    };
    worker.on("error", died);
    worker.on("exit", (code) => died(new Error(`The working thread ended (${code}).`)));
    this.#worker = worker;
    return worker;
  }

  #hear({ id, value, error, progress }: Reply): void {
    const waiting = this.#waiting.get(id);
    if (progress !== undefined) {
      waiting?.onProgress(...progress);
      return;
    }
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) {
      this.#idle = setTimeout(() => void this.stop(new Error("idle")), IDLE_MS);
      this.#idle.unref();
    }
    if (error === undefined) waiting?.resolve(value as never);
    else waiting?.reject(revived(error));
  }

  #drop(error: Error): void {
    this.#worker = undefined;
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of all) reject(error);
  }

  /** End the thread, in the middle of its work if it is at any. */
  async stop(error: Error): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#drop(error);
    await worker?.terminate();
  }
}

/** Does lasting work beside the event loop, so that the server goes on answering. */
export class Jobs {
  #closed = false;
  readonly #lanes = new Map<string, Lane>();
  readonly #threaded: boolean;

  /** Threads run the built files only: Node cannot read the sources there. From the sources the work is done in place. */
  constructor(threaded: boolean = import.meta.url.endsWith(".js")) {
    this.#threaded = threaded;
  }

  run<K extends TaskName>(name: K, input: Tasks[K][0], options: JobOptions = {}): Promise<Tasks[K][1]> {
    if (this.#closed) return Promise.reject(new Error("The server is closing."));
    const { lane: called = "", onProgress = () => {} } = options;
    if (!this.#threaded) return runTask(name, input, onProgress);
    let lane = this.#lanes.get(called);
    if (lane === undefined) {
      lane = new Lane();
      this.#lanes.set(called, lane);
    }
    const own = lane;
    const done = new Promise<Tasks[K][1]>((resolve, reject) =>
      own.run(name, input, { resolve, reject, onProgress }),
    );
    const { millis, memory } = options;
    if (millis === undefined && memory === undefined) return done;
    const started = performance.now();
    const before = process.memoryUsage.rss();
    const look = setInterval(() => {
      const bad =
        millis !== undefined && performance.now() - started > millis
          ? say.tookTooLong(millis)
          : memory !== undefined && process.memoryUsage.rss() - before > memory
            ? say.tookTooMuch(memory)
            : undefined;
      if (bad === undefined) return;
      this.#lanes.delete(called);
      void own.stop(new UserError("too-large", bad, { todo: say.tookTooMuchTodo() }));
    }, LOOK_MS);
    return done.finally(() => clearInterval(look));
  }

  /** End the work of a lane: what was asked of it fails with the code `cancelled`. */
  stop(lane: string): void {
    const error = new UserError("cancelled", say.cancelled(), { todo: say.cancelledTodo() });
    void this.#lanes.get(lane)?.stop(error);
    this.#lanes.delete(lane);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const closing = new Error("The server is closing.");
    await Promise.all([...this.#lanes.values()].map((lane) => lane.stop(closing)));
  }
}

function revived({ name, message, code, where, todo, stack }: NonNullable<Reply["error"]>): Error {
  if (code === undefined) return Object.assign(new Error(message), { name, stack });
  return new UserError(code, message, {
    ...(where === undefined ? {} : { where }),
    ...(todo === undefined ? {} : { todo }),
  });
}
