import { Worker } from "node:worker_threads";
import { UserError } from "../casework/user-error.ts";
import { runTask, type TaskName, type Tasks } from "./tasks.ts";

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

interface Reply {
  id: number;
  value?: unknown;
  error?: { name: string; message: string; code?: string; where?: string; todo?: string; stack?: string };
}

/** Does lasting work beside the event loop, so that the server goes on answering. */
export class Jobs {
  #worker: Worker | undefined;
  #next = 0;
  #closed = false;
  readonly #waiting = new Map<number, Waiting>();
  readonly #threaded: boolean;

  /** Threads run the built files only: Node cannot read the sources there. From the sources the work is done in place. */
  constructor(threaded: boolean = import.meta.url.endsWith(".js")) {
    this.#threaded = threaded;
  }

  run<K extends TaskName>(name: K, input: Tasks[K][0]): Promise<Tasks[K][1]> {
    if (this.#closed) return Promise.reject(new Error("The server is closing."));
    if (!this.#threaded) return runTask(name, input);
    const worker = this.#started();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, name, input });
    });
  }

  #started(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(new URL("./worker.js", import.meta.url));
    worker.unref();
    worker.on("message", ({ id, value, error }: Reply) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(value as never);
      else waiting?.reject(revived(error));
    });
    // A thread that dies (out of memory, say) fails what it was asked; the next piece of work gets a new one.
    const died = (error: Error): void => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    };
    worker.on("error", died);
    worker.on("exit", (code) => died(new Error(`The working thread ended (${code}).`)));
    this.#worker = worker;
    return worker;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }
}

function revived({ name, message, code, where, todo, stack }: NonNullable<Reply["error"]>): Error {
  if (code === undefined) return Object.assign(new Error(message), { name, stack });
  return new UserError(code, message, {
    ...(where === undefined ? {} : { where }),
    ...(todo === undefined ? {} : { todo }),
  });
}
