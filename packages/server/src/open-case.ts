import {
  Case,
  type CaseObject,
  DEFAULT_LEVEL,
  type Gap,
  type Level,
  type Ref,
  refOf,
  splitRef,
} from "@parley/case";
import { problemsOf } from "@parley/case/schema";
import { checkCase } from "@parley/case/text";
import { exportAs } from "@parley/record/exchange";
import { attachmentsOf } from "@parley/record/files";
import type { CaseFile, Edit, LoggedChange } from "@parley/store";
import { Analyses } from "./analyses.ts";
import type {
  AddReply,
  BriefReply,
  CaseDelta,
  CaseState,
  ChangeReply,
  ChangeRequest,
  Examination,
  ExportFormat,
  HistoryDetail,
  HistoryEntry,
  ImportFormat,
  ImportReply,
  IntakeState,
  LookReply,
  ModelReply,
  RawReply,
  RepairRequest,
  RereadReply,
  RereadRequest,
  Result,
  SearchHit,
  Table,
  TryReply,
  TryRequest,
  Version,
  VersionsReply,
} from "./api.ts";
import { type AddOptions, addDocument } from "./casework/add-document.ts";
import { importExchange } from "./casework/exchange.ts";
import { BEGAN_WITH } from "./casework/import-case.ts";
import { worstFirst } from "./casework/load-case.ts";
import { HeldObjects } from "./held-objects.ts";
import { HttpError } from "./http/http-error.ts";
import { Intake } from "./intake.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { KeptResults } from "./kept-results.ts";
import * as say from "./messages.ts";
import type { ModelChoice } from "./model/model-settings.ts";
import { proposeByModel } from "./model/propose-by-model.ts";
import { UndoState } from "./undo-state.ts";

/** Bounds for the reading of one document, beyond those that the reader keeps itself. */
const READING = { millis: 60_000, memory: 1_500_000_000 } as const;

/** A case that is open: its file, and what has been worked out from it since its last change. */
export class OpenCase {
  readonly name: string;
  readonly file: CaseFile;
  readonly #who: () => string;
  readonly #jobs: Jobs;
  readonly #undo: UndoState;
  #examined: { seq: number; made: Promise<Examination> } | undefined;
  /** Briefs by level, of the case as it was at `seq`. */
  #briefs: { seq: number; of: Map<Level, Promise<BriefReply>> } = { seq: -1, of: new Map() };
  #learned = 0;
  readonly #held: HeldObjects;
  readonly #onClose = new Set<() => void>();
  /** The log without its values, oldest first, as far as it was asked for. */
  readonly #history: HistoryEntry[] = [];
  readonly #lastOf = new Map<Ref, HistoryEntry>();
  #state: CaseState | undefined;
  readonly analyses: Analyses;
  readonly intake: Intake;

  constructor(name: string, file: CaseFile, who: () => string, jobs: Jobs, kept: KeptResults) {
    this.name = name;
    this.file = file;
    this.#who = who;
    this.#jobs = jobs;
    const began = file.setting(BEGAN_WITH);
    this.#undo = new UndoState(typeof began === "string" ? began : undefined);
    this.#held = new HeldObjects(file);
    this.analyses = new Analyses(name, file, jobs, kept);
    this.intake = new Intake(
      (bytes, called, options) => this.add(bytes, called, options),
      () => jobs.stop(this.#intakeLane),
    );
  }

  /** Calls when the case is closed here. Returns the way to stop listening. */
  onClose(listener: () => void): () => void {
    this.#onClose.add(listener);
    return () => this.#onClose.delete(listener);
  }

  close(): void {
    this.analyses.stop();
    this.intake.stop();
    for (const listener of [...this.#onClose]) listener();
    this.file.close();
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
    try {
      return this.#current();
    } catch (error) {
      throw asDamaged(error, this.name);
    }
  }

  #current(): CaseState {
    const seq = this.file.lastSeq;
    if (this.#state?.seq === seq) return this.#state;
    const { objects, versions, unfit } = this.#held.at(seq);
    const held = new Case(objects);
    const findings: CaseState["findings"] = [
      ...this.file.warnings.map(({ message }) => ({ severity: "error" as const, message })),
      ...unfit.map(({ ref, problem }) => ({
        ref,
        severity: "error" as const,
        message: say.unfit(ref, problem),
      })),
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
      versions,
    };
    return this.#state;
  }

  /** What differs from the state at `since`; that of a later one than there is (the file was replaced) is everything. */
  delta(since: number): CaseDelta {
    const { objects, versions, ...rest } = this.state();
    const all = since > rest.seq;
    const refs = all
      ? (Object.keys(versions) as Ref[])
      : [...new Set(this.file.log({ since }).map(({ kind, object }) => refOf(kind, object)))];
    const held = new Map(objects.map((object) => [refOf(object.kind, object.id), object]));
    const changed = refs.map((ref) => ({ ref, value: held.get(ref) ?? null, version: versions[ref] ?? 0 }));
    return { ...rest, since, changed };
  }

  /** The versions of an object that stand beside each other, and the last one they all began from. */
  versions(kind: string, id: string): VersionsReply {
    const history = this.file.history(kind, id);
    const ref = refOf(kind, id);
    if (history.length === 0) throw new HttpError(404, "no-object", say.noObject(ref));
    const heads = new Set(this.file.heads(kind, id));
    const versions = history.filter((change) => heads.has(change.id)).sort((a, b) => (a.id < b.id ? -1 : 1));
    const shown = this.file.conflicts().find((one) => one.kind === kind && one.id === id)?.shown;
    const common = commonOf(history, versions);
    return {
      ref,
      versions: versions.map(versionOf),
      shown: shown ?? (versions.at(-1) as LoggedChange).id,
      ...(common === undefined ? {} : { common: versionOf(common) }),
    };
  }

  /** Give the case another title. */
  rename(title: string): void {
    const info = this.file.get("case", "case") ?? { kind: "case" as const, id: "case" };
    if ("title" in info && info.title === title) return;
    this.change({
      why: say.whyTitle(title),
      edits: [{ kind: "case", id: "case", value: { ...info, title } }],
    });
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
    // In order of arrival: the last change of an object is its newest version.
    const refs = new Map(
      changes.map(({ kind, object, seq }) => [refOf(kind, object), { kind, object, seq }]),
    );
    return {
      seq: this.file.lastSeq,
      changed: [...refs].map(([ref, { kind, object, seq }]) => ({
        ref,
        value: (this.file.get(kind as CaseObject["kind"], object) as CaseObject | undefined) ?? null,
        version: seq,
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
    const edits = request.edits.map(({ version, ...edit }): Edit => {
      if (version === undefined || edit.expect !== undefined) return edit;
      return { ...edit, expect: this.file.expected(edit.kind, edit.id, version) };
    });
    return this.#reply(this.file.change({ by: this.#by, why: request.why }, edits));
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

  /** All analyses, as the case stands. */
  results(): Promise<Result[]> {
    return this.analyses.results(() => this.state().objects);
  }

  /** The documents of the case looked at beside each other: once for as long as the case stays as it is. */
  examination(): Promise<Examination> {
    const { objects, seq } = this.state();
    if (this.#examined?.seq !== seq) {
      const made = this.#jobs.run("examine", { objects }, { lane: `examine/${this.name}` });
      made.catch(() => {
        this.#examined = undefined;
      });
      this.#examined = { seq, made };
    }
    return this.#examined.made;
  }

  /** The brief of a level: written once for as long as the case stays as it is. */
  brief(level: Level): Promise<BriefReply> {
    const { objects, seq } = this.state();
    if (this.#briefs.seq !== seq) this.#briefs = { seq, of: new Map() };
    const { of } = this.#briefs;
    const there = of.get(level);
    if (there !== undefined) return there;
    const made = this.results().then((results) => this.#jobs.run("compose", { objects, results, level }));
    of.set(level, made);
    // What failed is tried again when it is asked for again.
    made.catch(() => of.delete(level));
    return made;
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

  async add(bytes: Uint8Array, name: string, options: AddOptions = {}): Promise<AddReply> {
    const { gapTypes: _, ...reply } = await addDocument(
      this.file,
      bytes,
      name,
      this.#by,
      (raw, facts, objects) =>
        this.#jobs.run("take", { bytes: raw, facts, objects }, { lane: this.#intakeLane, ...READING }),
      options,
    );
    return reply;
  }

  /** A file of another tool: what it brings is taken in, what it says of it is proposed. */
  import(bytes: Uint8Array, name: string, format?: ImportFormat): Promise<ImportReply> {
    return importExchange(
      this.file,
      bytes,
      name,
      this.#by,
      (raw, facts, objects) =>
        this.#jobs.run("take", { bytes: raw, facts, objects }, { lane: this.#intakeLane, ...READING }),
      format,
    );
  }

  /** What may be read at a level, in a format of another tool. */
  export(format: ExportFormat, level: Level, table: Table | undefined): Uint8Array {
    const at = new Date().toISOString();
    return exportAs(this.held, format, { level, at, ...(table === undefined ? {} : { table }) }).bytes;
  }

  get #intakeLane(): string {
    return `take/${this.name}`;
  }

  /** Put the files that came with a message in line. */
  takeAttachments(id: string): IntakeState {
    const source = this.file.get("source", id);
    if (source === undefined) throw new HttpError(404, "no-source", say.noSource(id));
    const attached =
      source.mediaType === "message/rfc822" ? attachmentsOf(this.file.getBlob(source.sha256)) : [];
    if (attached.length === 0) throw new HttpError(409, "no-attachments", say.noAttachments(id));
    for (const { name, bytes } of attached) this.intake.put(name, bytes, { derivedFrom: id });
    return this.intake.state();
  }

  /** Let the rules look at a document again, with the words and actors that came since. */
  async lookAgain(id: string): Promise<LookReply> {
    const source = this.file.get("source", id);
    if (source === undefined) throw new HttpError(404, "no-source", say.noSource(id));
    const knownAt = new Date().toISOString();
    const { objects } = this.state();
    const found = await this.#jobs.run("lookAgain", {
      bytes: this.file.getBlob(source.sha256),
      objects,
      source: id,
      knownAt,
    });
    const level = source.level ?? this.held.info?.newLevel ?? DEFAULT_LEVEL;
    const edits = found.map((object): Edit => {
      return { kind: object.kind, id: object.id, value: { level, knownAt, ...object } };
    });
    if (edits.length > 0)
      this.file.change({ by: this.#by, why: say.lookedAgain(source.title ?? source.file ?? id) }, edits);
    return { proposals: found.filter((o) => o.kind !== "passage").length, seq: this.file.lastSeq };
  }

  tryWords(request: TryRequest): Promise<TryReply> {
    return this.#jobs.run("tryWords", { objects: this.state().objects, request });
  }

  /** Ask the user's own model about a document. */
  askModel(choice: ModelChoice, id: string): Promise<ModelReply> {
    if (this.file.get("source", id) === undefined) throw new HttpError(404, "no-source", say.noSource(id));
    return proposeByModel(this.file, choice, id, this.#by);
  }

  /** Read a document with another encoding: only to see what would come of it, or as one act. */
  async reread(id: string, { charset, apply }: RereadRequest): Promise<RereadReply> {
    const source = this.file.get("source", id);
    if (source === undefined) throw new HttpError(404, "no-source", say.noSource(id));
    const { objects } = this.state();
    const before = new Case(objects);
    const text = before.all("text").find((version) => version.source === id);
    if (text === undefined) throw new HttpError(404, "no-text", say.noText(id));
    const bytes = this.file.getBlob(source.sha256);
    const done = await this.#jobs.run("reread", { bytes, objects, source: id, charset });
    const states = { exact: 0, moved: 0, fuzzy: 0, orphan: 0 };
    for (const one of done.passages) states[one.anchor?.state ?? "exact"]++;
    if (apply) {
      const why = say.rereadAs(source.title ?? source.file ?? id, done.source.charset ?? charset);
      const edits = this.#replacing(
        before,
        id,
        [done.source, done.text, ...done.gaps, ...done.passages],
        done.gaps,
      );
      if (edits.length > 0) this.file.change({ by: this.#by, why }, edits);
    }
    return {
      charset: done.source.charset ?? charset,
      was: source.charset ?? "",
      differs: done.text.text !== text.text,
      excerpt: firstDifference(text.text, done.text.text),
      repairs: {
        made: done.text.ops.filter((op) => op.applied).length,
        waiting: done.text.ops.filter((op) => !op.applied && op.decided === undefined && op.class !== "E")
          .length,
      },
      gaps: done.gaps.length,
      passages: states,
      orphans: done.passages
        .filter((one) => one.anchor?.state === "orphan")
        .slice(0, 50)
        .map((one) => ({ passage: one.id, exact: one.exact })),
      decisionsLost: text.ops.filter((op) => op.decided !== undefined).length,
      seq: this.file.lastSeq,
    };
  }

  /** What is to be put in place when a document is read anew; gaps of the rules that are gone are withdrawn. */
  #replacing(before: Case, source: string, values: readonly CaseObject[], gaps: readonly Gap[]): Edit[] {
    const edits = values.flatMap((value): Edit[] => {
      const ref = refOf(value.kind, value.id);
      if (JSON.stringify(before.at(ref)) === JSON.stringify(value)) return [];
      return [{ kind: value.kind, id: value.id, value, expect: this.file.heads(value.kind, value.id) }];
    });
    const kept = new Set(gaps.map((gap) => gap.id));
    for (const gap of before.all("gap")) {
      const ruled = gap.createdBy?.type !== "analyst";
      if (gap.source === source && ruled && !kept.has(gap.id))
        edits.push({ kind: "gap", id: gap.id, value: null });
    }
    return edits;
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
    const edits = this.#replacing(before, source.id, [done.text, ...done.gaps, ...done.passages], done.gaps);
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

/** Characters shown before and after a place where two texts differ. */
const AROUND = 60;

/** The first place where two texts differ. */
function firstDifference(was: string, now: string): { was: string; now: string } {
  let at = 0;
  while (at < was.length && at < now.length && was[at] === now[at]) at++;
  const part = (text: string): string => text.slice(Math.max(0, at - AROUND), at + AROUND);
  return { was: part(was), now: part(now) };
}

/** The name of a version of an object: among the things of the case it names, if it names any. */
function nameOf(value: CaseObject | null, held: Case): string | undefined {
  if (value === null) return undefined;
  const ref = refOf(value.kind, value.id);
  const alone = new Case([value]).nameOf(ref);
  return alone === value.id ? held.nameOf(ref) : alone;
}

/** What reading a file that was bent by hand fails with, in words; any other error as it is. */
export function asDamaged(error: unknown, name: string): unknown {
  if (!(error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError))
    return error;
  return new HttpError(422, "damaged", say.contentsDamaged(name), { todo: say.salvageTodo() });
}

const versionOf = ({ id, at, by, why, value }: LoggedChange): Version => ({ id, at, by, why, value });

/** The newest change of an object that all of these versions have replaced, directly or not. */
function commonOf(
  history: readonly LoggedChange[],
  versions: readonly LoggedChange[],
): LoggedChange | undefined {
  const byId = new Map(history.map((change) => [change.id, change]));
  const before = (version: LoggedChange): Set<string> => {
    const seen = new Set<string>();
    const open = [...version.replaces];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(...(byId.get(id)?.replaces ?? []));
    }
    return seen;
  };
  const [first, ...others] = versions.map(before);
  const shared = [...(first ?? [])].filter((id) => others.every((other) => other.has(id)));
  return shared.flatMap((id) => byId.get(id) ?? []).sort((a, b) => (a.id < b.id ? 1 : -1))[0];
}
