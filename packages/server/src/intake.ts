import type { AddReply, IntakeCounts, IntakeOutcome, IntakeState } from "./api.ts";
import type { AddOptions } from "./casework/add-document.ts";
import { expand, type Given } from "./casework/expand.ts";
import { UserError } from "./casework/user-error.ts";
import * as say from "./messages.ts";

/** Most documents that wait at once. */
const WAITING_LIMIT = 10_000;
/** Most bytes that wait; a request for more waits itself until there is room. */
const WAITING_BYTES = 256 * 1024 * 1024;
/** Most outcomes that are remembered; those taken in are forgotten first, they stand in the case. */
const OUTCOMES_LIMIT = 2000;

type Add = (bytes: Uint8Array, name: string, options: AddOptions) => Promise<AddReply>;

interface Waiting extends Given {
  options: AddOptions;
  /** Bytes held for it; those of an archive are counted with its first document. */
  held: number;
}

/**
 * The import of many documents into a case, one after the other, beside everything else. A file that cannot be read does
 * not stop the others; stopping leaves in the case what was taken in, whole documents only. Adding the same files again
 * goes on where it ended: what is there already is said and not doubled.
 */
export class Intake {
  readonly #add: Add;
  readonly #stopReading: () => void;
  readonly #queue: Waiting[] = [];
  #held = 0;
  #now: string | null = null;
  #outcomes: IntakeOutcome[] = [];
  readonly #counts = { taken: 0, already: 0, failed: 0, stopped: 0 };
  readonly #listeners = new Set<(counts: IntakeCounts) => void>();
  #freed: (() => void)[] = [];
  /** Grows when an import is stopped: what was being read then is none of the next. */
  #round = 0;

  constructor(add: Add, stopReading: () => void) {
    this.#add = add;
    this.#stopReading = stopReading;
  }

  counts(): IntakeCounts {
    return { now: this.#now, waiting: this.#queue.length, ...this.#counts };
  }

  state(): IntakeState {
    return { ...this.counts(), outcomes: this.#outcomes };
  }

  onProgress(listener: (counts: IntakeCounts) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    const counts = this.counts();
    for (const listener of this.#listeners) listener(counts);
  }

  /** Waits until more may be held. */
  async room(): Promise<void> {
    while (this.#held > WAITING_BYTES) await new Promise<void>((resolve) => this.#freed.push(resolve));
  }

  /** Put a document, or the documents of an archive, in line. @throws UserError when too many wait */
  put(name: string, bytes: Uint8Array, options: AddOptions = {}): void {
    let given: Given[];
    try {
      given = expand(name, bytes);
    } catch (error) {
      this.#ended({ name, state: "failed", message: (error as Error).message });
      this.#tell();
      return;
    }
    if (this.#queue.length + given.length > WAITING_LIMIT)
      throw new UserError("too-many-files", say.tooManyWaiting(WAITING_LIMIT));
    for (const [i, one] of given.entries())
      this.#queue.push({ ...one, options, held: i === given.length - 1 ? bytes.byteLength : 0 });
    this.#held += given.length === 0 ? 0 : bytes.byteLength;
    this.#tell();
    if (this.#now === null) void this.#run(this.#round);
  }

  async #run(round: number): Promise<void> {
    for (let one = this.#queue.shift(); one !== undefined; one = this.#queue.shift()) {
      const { name, read, options, held } = one;
      this.#now = name;
      this.#tell();
      const outcome = await this.#take(name, read, options);
      this.#free(held);
      if (round !== this.#round) {
        // It was done just before it was to stop.
        if (outcome.state === "taken") this.#ended(outcome);
        return;
      }
      this.#ended(outcome);
    }
    this.#now = null;
    this.#tell();
  }

  async #take(name: string, read: () => Uint8Array, options: AddOptions): Promise<IntakeOutcome> {
    try {
      const bytes = read();
      const reply = await this.#add(bytes, name, options);
      const outcome: IntakeOutcome = {
        name,
        state: reply.already ? "already" : "taken",
        source: reply.source,
        title: reply.title,
      };
      if (reply.attachments !== undefined) outcome.attachments = reply.attachments;
      return outcome;
    } catch (error) {
      const { message, todo } = error as UserError;
      return { name, state: "failed", message: todo === undefined ? message : `${message} ${todo}` };
    }
  }

  #ended(outcome: IntakeOutcome): void {
    this.#counts[outcome.state] += 1;
    this.#outcomes.push(outcome);
    if (this.#outcomes.length <= OUTCOMES_LIMIT) return;
    const i = this.#outcomes.findIndex((one) => one.state !== "failed");
    this.#outcomes.splice(Math.max(i, 0), 1);
  }

  #free(bytes: number): void {
    this.#held -= bytes;
    const waiting = this.#freed;
    this.#freed = [];
    for (const go of waiting) go();
  }

  /** Drop what waits, and what is being read. */
  stop(): IntakeState {
    const dropped = this.#queue.splice(0);
    if (this.#now !== null) {
      this.#round += 1;
      this.#ended({ name: this.#now, state: "stopped" });
      this.#now = null;
      this.#stopReading();
    }
    for (const { name } of dropped) this.#ended({ name, state: "stopped" });
    this.#free(dropped.reduce((sum, { held }) => sum + held, 0));
    this.#tell();
    return this.state();
  }

  /** Forget what became of the finished ones. */
  clear(): IntakeState {
    this.#outcomes = [];
    Object.assign(this.#counts, { taken: 0, already: 0, failed: 0, stopped: 0 });
    this.#tell();
    return this.state();
  }
}
