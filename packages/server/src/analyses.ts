import type { CaseObject } from "@parley/case";
import type { CaseFile } from "@parley/store";
import type { Result } from "./api.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { KeptResults } from "./kept-results.ts";

/** Grows when an analysis changes what it says of the same case, so that kept results are made anew. */
const RESULTS_VERSION = 2;

/**
 * After a stop, what the screens that waited ask for next (a brief, say) still belongs to what was stopped, and does not
 * start it anew. Milliseconds.
 */
const STILL_STOPPED = 1_000;

/** How far a computation has come; null when there is none. */
export type Progress = { done: number; all: number } | null;

/**
 * The analyses of one case: kept in its file under what they were made from, made in a thread of their own that can be
 * stopped. A change of the case while they are made starts them anew.
 */
export class Analyses {
  readonly #file: CaseFile;
  readonly #jobs: Jobs;
  readonly #kept: KeptResults;
  readonly #lane: string;
  readonly #listeners = new Set<(progress: Progress) => void>();
  #current: { key: string; value: Promise<Result[]> } | undefined;
  #progress: Progress = null;
  #stopped: { key: string; at: number; value: Promise<Result[]> } | undefined;

  constructor(name: string, file: CaseFile, jobs: Jobs, kept: KeptResults) {
    this.#file = file;
    this.#kept = kept;
    this.#jobs = jobs;
    this.#lane = `analyse/${name}`;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Calls on every step. Returns the way to stop listening. */
  onProgress(listener: (progress: Progress) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(progress: Progress): void {
    this.#progress = progress;
    for (const listener of this.#listeners) listener(progress);
  }

  results(objects: () => CaseObject[]): Promise<Result[]> {
    const key = `results/${RESULTS_VERSION}/${this.#file.tips().join(",")}`;
    if (this.#current?.key === key) return this.#current.value;
    if (this.#stopped?.key === key && Date.now() - this.#stopped.at < STILL_STOPPED)
      return this.#stopped.value;
    const running = this.#progress !== null;
    const kept = this.#kept.get(this.#file, key);
    const entry = { key, value: Promise.resolve(kept ?? []) };
    this.#current = entry;
    // What is being made of the case as it was is of no use any more.
    if (running) this.#jobs.stop(this.#lane);
    if (kept !== undefined) {
      this.#tell(null);
      return entry.value;
    }
    this.#tell({ done: 0, all: 1 });
    entry.value = this.#made(key, entry, objects());
    // Nobody may be listening any more when it fails.
    entry.value.catch(() => {});
    return entry.value;
  }

  async #made(key: string, entry: object, objects: CaseObject[]): Promise<Result[]> {
    const isCurrent = (): boolean => this.#current === entry;
    try {
      const onProgress = (done: number, all: number): void => {
        if (isCurrent()) this.#tell({ done, all });
      };
      const results = await this.#jobs.run("analyse", { objects }, { lane: this.#lane, onProgress });
      if (!this.#file.readOnly) this.#kept.keep(this.#file, key, results);
      if (isCurrent()) this.#tell(null);
      return results;
    } catch (error) {
      const next = this.#current;
      // Overtaken by a change: whoever waits gets the results of the case as it is now.
      if (!isCurrent() && next !== undefined) return next.value;
      this.#current = undefined;
      this.#tell(null);
      throw error;
    }
  }

  /** Stop what is being computed. Whether anything was. */
  stop(): boolean {
    if (this.#progress === null) return false;
    if (this.#current !== undefined) this.#stopped = { ...this.#current, at: Date.now() };
    this.#jobs.stop(this.#lane);
    return true;
  }
}
