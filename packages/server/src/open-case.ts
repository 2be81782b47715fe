import { Case, type CaseObject, DEFAULT_LEVEL, type Level, type Ref, refOf, splitRef } from "@parley/case";
import { problemsOf } from "@parley/case/schema";
import { checkCase } from "@parley/case/text";
import type { CaseFile, Edit, LoggedChange } from "@parley/store";
import type {
  AddReply,
  BriefReply,
  CaseState,
  ChangeReply,
  ChangeRequest,
  HistoryDetail,
  HistoryEntry,
  RawReply,
  RepairRequest,
  Result,
  SearchHit,
} from "./api.ts";
import { addDocument } from "./casework/add-document.ts";
import { worstFirst } from "./casework/load-case.ts";
import { HttpError } from "./http/http-error.ts";
import type { Jobs } from "./jobs/jobs.ts";
import * as say from "./messages.ts";
import { UndoState } from "./undo-state.ts";

/** Grows when an analysis changes what it says of the same case, so that kept results are made anew. */
const RESULTS_VERSION = 1;

/** A case that is open: its file, and what has been worked out from it since its last change. */
export class OpenCase {
  readonly name: string;
  readonly file: CaseFile;
  readonly #who: () => string;
  readonly #jobs: Jobs;
  readonly #undo = new UndoState();
  #learned = 0;
  /** The log without its values, oldest first, as far as it was asked for. */
  readonly #history: HistoryEntry[] = [];
  readonly #lastOf = new Map<Ref, HistoryEntry>();
  #state: CaseState | undefined;
  #results: { key: string; value: Promise<Result[]> } | undefined;

  constructor(name: string, file: CaseFile, who: () => string, jobs: Jobs) {
    this.name = name;
    this.file = file;
    this.#who = who;
    this.#jobs = jobs;
  }

  /** Who makes the changes now. */
  get #by(): string {
    return this.#who();
  }

  get held(): Case {
    return new Case(this.state().objects);
  }

  /** Everything the screens draw; made once for each state of the log. */
  state(): CaseState {
    const seq = this.file.lastSeq;
    if (this.#state?.seq === seq) return this.#state;
    const objects = this.file.objects();
    const held = new Case(objects);
    const findings: CaseState["findings"] = [
      ...this.file.warnings.map(({ message }) => ({ severity: "error" as const, message })),
      ...checkCase(held).map(({ ref, severity, message }) => ({ ref, severity, message })),
    ];
    this.#state = {
      name: this.name,
      title: held.info?.title ?? this.name,
      seq,
      objects,
      conflicts: this.#conflicts(),
      findings: worstFirst(findings),
      ...this.#canUndo(),
    };
    return this.#state;
  }

  #conflicts(): CaseState["conflicts"] {
    return this.file
      .conflicts()
      .map(({ kind, id, heads }) => ({ ref: refOf(kind, id), heads: heads.map((head) => head.id) }));
  }

  #learn(): void {
    const fresh = this.file.log({ since: this.#learned });
    this.#learned = fresh.at(-1)?.seq ?? this.#learned;
    this.#undo.learn(fresh);
  }

  #canUndo(): { canUndo: boolean; canRedo: boolean } {
    this.#learn();
    return {
      canUndo: this.#undo.undo(this.#by) !== undefined,
      canRedo: this.#undo.redo(this.#by) !== undefined,
    };
  }

  #reply(changes: readonly LoggedChange[]): ChangeReply {
    const refs = new Map(changes.map(({ kind, object }) => [refOf(kind, object), { kind, object }]));
    return {
      seq: this.file.lastSeq,
      changed: [...refs].map(([ref, { kind, object }]) => ({
        ref,
        value: (this.file.get(kind as CaseObject["kind"], object) as CaseObject | undefined) ?? null,
      })),
      conflicts: this.#conflicts(),
      ...this.#canUndo(),
    };
  }

  /** Make the changes a person asked for. Every value is checked against its schema first: all of them or none. */
  change(request: ChangeRequest): ChangeReply {
    for (const [i, edit] of request.edits.entries()) {
      if (edit.value === null) continue;
      const problem = problemsOf(edit.value)[0];
      if (problem === undefined) continue;
      const where = [`edits[${i}].value`, ...problem.path].join(".");
      throw new HttpError(422, "bad-value", problem.message, { where });
    }
    return this.#reply(this.file.change({ by: this.#by, why: request.why }, request.edits as Edit[]));
  }

  undo(): ChangeReply {
    this.#learn();
    const group = this.#undo.undo(this.#by);
    if (group === undefined) throw new HttpError(409, "nothing-to-undo", say.nothingTo("undo", this.#by));
    return this.#reply(this.file.undo({ by: this.#by, why: "Undo" }, group));
  }

  redo(): ChangeReply {
    this.#learn();
    if (this.#undo.redo(this.#by) === undefined)
      throw new HttpError(409, "nothing-to-undo", say.nothingTo("redo", this.#by));
    return this.#reply(this.file.redo({ by: this.#by, why: "Redo" }));
  }

  /** All analyses: kept in the file under what they were made from, made in a thread of their own. */
  results(): Promise<Result[]> {
    const key = `results/${RESULTS_VERSION}/${this.file.tips().join(",")}`;
    if (this.#results?.key === key) return this.#results.value;
    const kept = this.file.cached<Result[]>(key);
    const value =
      kept !== undefined
        ? Promise.resolve(kept)
        : this.#jobs.run("analyse", { objects: this.state().objects }).then((results) => {
            if (!this.file.readOnly) this.file.cache(key, results);
            return results;
          });
    const entry = { key, value };
    this.#results = entry;
    // A failure is not kept: the next request tries again.
    value.catch(() => {
      if (this.#results === entry) this.#results = undefined;
    });
    return value;
  }

  async brief(level: Level): Promise<BriefReply> {
    const { objects } = this.state();
    const results = await this.results();
    return this.#jobs.run("compose", { objects, results, level });
  }

  async briefFile(level: Level, format: "html" | "md"): Promise<string> {
    const { document, untagged } = await this.brief(level);
    if (untagged.length > 0) {
      const where = untagged.map((one) => `${one.number}: ${one.text}`).join("\n");
      throw new HttpError(409, "untagged", say.untagged(untagged.length), {
        where,
        todo: say.untaggedTodo(),
      });
    }
    return this.#jobs.run("render", { document, format });
  }

  raw(id: string): Promise<RawReply> {
    const source = this.file.get("source", id);
    if (source === undefined) throw new HttpError(404, "no-source", say.noSource(id));
    return this.#jobs.run("rawText", { bytes: this.file.getBlob(source.sha256), source });
  }

  async add(bytes: Uint8Array, name: string): Promise<AddReply> {
    const { gapTypes: _, ...reply } = await addDocument(
      this.file,
      bytes,
      name,
      this.#by,
      (raw, facts, objects) => this.#jobs.run("take", { bytes: raw, facts, objects }),
    );
    return reply;
  }

  /** Decide about repairs: the text is made anew and every passage found again, as one act. */
  async repair(request: RepairRequest): Promise<ChangeReply> {
    const source = this.file.get("source", request.source);
    if (source === undefined) throw new HttpError(404, "no-source", say.noSource(request.source));
    const { objects } = this.state();
    const before = new Case(objects);
    const text = before.all("text").find((version) => version.source === source.id);
    if (text === undefined) throw new HttpError(404, "no-text", say.noText(source.id));
    const bytes = this.file.getBlob(source.sha256);
    const done = await this.#jobs.run("decide", { bytes, objects, source: source.id, request });
    const edits: Edit[] = [done.text, ...done.gaps, ...done.passages].flatMap((value): Edit[] => {
      const ref = refOf(value.kind, value.id);
      if (JSON.stringify(before.at(ref)) === JSON.stringify(value)) return [];
      const expect = this.file.heads(value.kind, value.id);
      return [{ kind: value.kind, id: value.id, value, expect }];
    });
    const kept = new Set(done.gaps.map((gap) => gap.id));
    for (const gap of before.all("gap")) {
      const ruled = gap.createdBy?.type !== "analyst";
      if (gap.source === source.id && ruled && !kept.has(gap.id))
        edits.push({ kind: "gap", id: gap.id, value: null });
    }
    if (edits.length === 0) return this.#reply([]);
    const why = `Repairs of ${source.title ?? source.file ?? source.id}`;
    return this.#reply(this.file.change({ by: this.#by, why }, edits));
  }

  /** Newest first; `before` is the sequence number the page before ended with. */
  history(limit: number, before: number | undefined): HistoryEntry[] {
    const held = this.held;
    for (const change of this.file.log({ since: this.#history.at(-1)?.seq ?? 0 })) {
      const { kind, object, id, group, at, by, why, seq, value } = change;
      const ref: Ref = refOf(kind, object);
      // A withdrawal carries the name and the level of what it withdrew.
      const last = this.#lastOf.get(ref);
      const name = nameOf(value, held) ?? last?.name ?? held.nameOf(ref);
      const level = value === null ? (last?.level ?? DEFAULT_LEVEL) : (value.level ?? DEFAULT_LEVEL);
      const entry = { id, group, at, by, why, ref, name, withdrawn: value === null, level, seq };
      this.#lastOf.set(ref, entry);
      this.#history.push(entry);
    }
    const upTo = before === undefined ? this.#history : this.#history.filter((entry) => entry.seq < before);
    return upTo.slice(-limit).reverse();
  }

  /** What one change of an object put in place of what. */
  historyOf(ref: string, change: string): HistoryDetail {
    const named = splitRef(ref);
    const versions = named === undefined ? [] : this.file.history(named.kind, named.id);
    const found = versions.find(({ id }) => id === change);
    if (found === undefined) throw new HttpError(404, "no-change", say.noChange(change, ref));
    const before = versions.filter(({ id }) => found.replaces.includes(id)).map(({ value }) => value);
    return { after: found.value, before };
  }

  search(words: string): SearchHit[] {
    const held = this.held;
    return this.file.search(words, { limit: 100 }).hits.map(({ kind, id, field, snippet, ranges }) => {
      const ref = refOf(kind, id);
      return { ref, name: held.nameOf(ref), field, snippet, marks: ranges };
    });
  }
}

/** The name of a version of an object: among the things of the case it names, if it names any. */
function nameOf(value: CaseObject | null, held: Case): string | undefined {
  if (value === null) return undefined;
  const ref = refOf(value.kind, value.id);
  const alone = new Case([value]).nameOf(ref);
  return alone === value.id ? held.nameOf(ref) : alone;
}
