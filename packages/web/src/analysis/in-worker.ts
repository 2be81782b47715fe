/** What a worker says back: how far it is, what came out, or why it failed. */
export type FromWorker<T> =
  | { type: "progress"; share: number }
  | { type: "done"; value: T }
  | { type: "failed"; message: string };

/**
 * Run one task in a worker of its own, so that the screen stays free. Aborting ends the worker at once.
 *
 * @param start Makes the worker: `() => new Worker(new URL("./x.worker.ts", import.meta.url), { type: "module" })`.
 * @throws DOMException `AbortError` when aborted; Error with the worker's message when it fails.
 */
export function inWorker<In, Out>(
  start: () => Worker,
  task: In,
  options: { signal?: AbortSignal; onProgress?: (share: number) => void } = {},
): Promise<Out> {
  const { signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new DOMException("Cancelled", "AbortError"));
      return;
    }
    const worker = start();
    const end = (): void => {
      worker.terminate();
      signal?.removeEventListener("abort", cancel);
    };
    const cancel = (): void => {
      end();
      reject(new DOMException("Cancelled", "AbortError"));
    };
    signal?.addEventListener("abort", cancel);
    worker.onerror = (event) => {
      end();
      reject(new Error(event.message));
    };
    worker.onmessage = (event: MessageEvent<FromWorker<Out>>) => {
      const said = event.data;
      if (said.type === "progress") onProgress?.(said.share);
      else {
        end();
        if (said.type === "done") resolve(said.value);
        else reject(new Error(said.message));
      }
    };
    worker.postMessage(task);
  });
}
