import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { userInfo } from "node:os";
import { basename, join, resolve, sep } from "node:path";
import { isId, slug } from "@parley/case";
import { type CaseFile, createCase, openCase } from "@parley/store";
import type { CaseEntry } from "./api.ts";
import { importCase } from "./casework/import-case.ts";
import { HttpError, toReply } from "./http/http-error.ts";
import type { Jobs } from "./jobs/jobs.ts";
import { KeptResults } from "./kept-results.ts";
import * as say from "./messages.ts";
import { asDamaged, OpenCase } from "./open-case.ts";

const ENDING = ".parley";
/** The file that keeps the name of who works here. */
const ANALYST = ".analyst";

export interface Folders {
  cases: string;
  /** Folders with a case.yaml, one an example. */
  examples: string | undefined;
  /** Who makes the changes, if that was said when the server was started. */
  by: string | undefined;
}

/**
 * The case files of one folder, by name. A name is looked up among the files that are there and never joined to a path
 * unseen, so no name leads out of the folder.
 */
export class CasesFolder {
  readonly #folders: Folders;
  readonly #jobs: Jobs;
  readonly #results: KeptResults;
  #by: string | undefined;
  readonly #open = new Map<string, OpenCase>();
  /** Files opened by path that lie elsewhere: `parley open /path/x.parley`. */
  readonly #elsewhere = new Map<string, string>();
  /** What was read of files that are not open, by what tells that they have not changed since. */
  readonly #entries = new Map<string, { stamp: string; entry: CaseEntry }>();

  constructor(folders: Folders, jobs: Jobs) {
    this.#folders = { ...folders, cases: resolve(folders.cases) };
    this.#jobs = jobs;
    mkdirSync(this.#folders.cases, { recursive: true });
    this.#results = KeptResults.of(this.#folders.cases);
  }

  /** Where the cases lie. */
  get path(): string {
    return this.#folders.cases;
  }

  /** Who makes the changes: as told when the server was started, or as last kept in this folder. */
  get by(): string {
    this.#by ??= this.#folders.by ?? this.#kept() ?? userInfo().username;
    return this.#by;
  }

  /** Another name from now on, here and in later runs. */
  set by(name: string) {
    this.#by = name;
    writeFileSync(join(this.#folders.cases, ANALYST), `${name}\n`, { mode: 0o600 });
  }

  #kept(): string | undefined {
    const path = join(this.#folders.cases, ANALYST);
    const name = existsSync(path) ? readFileSync(path, "utf8").trim().slice(0, 200) : "";
    return name === "" ? undefined : name;
  }

  /** Everything there is to open. A broken file is listed with what is wrong with it. */
  async list(): Promise<CaseEntry[]> {
    const names = readdirSync(this.#folders.cases)
      .filter((file) => file.endsWith(ENDING) && !file.startsWith("."))
      .map((file) => file.slice(0, -ENDING.length));
    const all = [...new Set([...this.#elsewhere.keys(), ...names])].sort();
    const entries: CaseEntry[] = [];
    for (const [i, name] of all.entries()) {
      // A thousand files take a while: other requests come between.
      if (i % 20 === 19) await new Promise((resolve) => setImmediate(resolve));
      try {
        entries.push(this.entry(name));
      } catch (error) {
        // Taken away since the folder was read.
        if (!(error instanceof HttpError && error.status === 404)) throw error;
      }
    }
    return [...entries, ...this.#examples()];
  }

  entry(name: string): CaseEntry {
    const path = this.pathOf(name);
    const open = this.#open.get(name);
    if (open !== undefined) return this.#read(name, path, open.file);
    const stamp = stampOf(path);
    const known = this.#entries.get(path);
    if (known?.stamp === stamp) return known.entry;
    const entry = this.#read(name, path, undefined);
    this.#entries.set(path, { stamp, entry });
    return entry;
  }

  #read(name: string, path: string, open: CaseFile | undefined): CaseEntry {
    const entry: CaseEntry = { name, title: name, type: "case", encrypted: false, file: path };
    if (this.#elsewhere.has(name)) entry.elsewhere = true;
    let file = open;
    try {
      const stat = statOf(path);
      if (stat !== undefined) Object.assign(entry, { changedAt: stat.mtime.toISOString(), size: stat.size });
      file ??= openCase(path, { readOnly: true });
      entry.encrypted = file.encrypted;
      entry.title = file.get("case", "case")?.title ?? name;
      entry.documents = file.count("source");
      const newest = file.log({ newest: true, limit: 1 })[0];
      if (newest !== undefined) entry.changedAt = newest.at;
    } catch (error) {
      const { body } = toReply(asDamaged(error, name));
      if (body.error.code === "passphrase-needed") Object.assign(entry, { encrypted: true, locked: true });
      else entry.error = { ...body.error, message: this.withoutFolder(body.error.message) };
    } finally {
      if (open === undefined) file?.close();
    }
    return entry;
  }

  #examples(): CaseEntry[] {
    const folder = this.#folders.examples;
    if (folder === undefined || !existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => isId(name) && existsSync(join(folder, name, "case.yaml")))
      .sort()
      .map((name) => ({
        name: `example:${name}`,
        title: titleOf(join(folder, name)) ?? name,
        type: "example",
        encrypted: false,
      }));
  }

  /** Where the file of a case lies. @throws HttpError 404 */
  pathOf(name: string): string {
    const elsewhere = this.#elsewhere.get(name);
    if (elsewhere !== undefined) return elsewhere;
    const file = name + ENDING;
    const found = readdirSync(this.#folders.cases).includes(file);
    if (!found || file.startsWith(".")) throw new HttpError(404, "no-case", say.noCase(name));
    return join(this.#folders.cases, file);
  }

  /** The open case of that name. @throws HttpError 404, 401 when it is encrypted; StoreError when it cannot be opened */
  get(name: string, passphrase?: string): OpenCase {
    const open = this.#open.get(name);
    if (open !== undefined && passphrase === undefined) return open;
    const path = this.pathOf(name);
    let file: CaseFile;
    try {
      file = openCase(path, passphrase === undefined ? {} : { passphrase });
    } catch (error) {
      if ((error as { code?: string }).code !== "passphrase-needed") throw error;
      throw new HttpError(401, "locked", say.locked(name), { todo: say.lockedTodo() });
    }
    if (open !== undefined) {
      // The passphrase was right; what is open already goes on.
      file.close();
      return open;
    }
    return this.#keep(name, file);
  }

  #keep(name: string, file: CaseFile): OpenCase {
    const open = new OpenCase(name, file, () => this.by, this.#jobs, this.#results);
    this.#open.set(name, open);
    return open;
  }

  /** Start an empty case; its file is named for its title. */
  create(title: string): CaseEntry {
    const name = this.freeName(slug(title));
    const file = createCase(join(this.#folders.cases, name + ENDING), { by: this.by, title });
    this.#keep(name, file);
    return this.entry(name);
  }

  /** A working copy of an example; the one that was made before, where there is one. */
  async openExample(name: string): Promise<CaseEntry> {
    const folder = this.#folders.examples;
    const known = folder !== undefined && isId(name) && existsSync(join(folder, name, "case.yaml"));
    if (!known) throw new HttpError(404, "no-example", say.noExample(name));
    return this.openTextForm(join(folder as string, name));
  }

  /** A working copy of a text form in the cases folder. */
  async openTextForm(folder: string): Promise<CaseEntry> {
    const from = resolve(folder);
    const wanted = slug(basename(from).replace(/\.ya?ml$/i, ""));
    for (const { name, error, locked } of await this.list()) {
      if (error !== undefined || locked === true || !(name === wanted || name.startsWith(`${wanted}-`)))
        continue;
      if (this.get(name).file.setting("copyOf") === from) return this.entry(name);
    }
    const name = this.freeName(wanted);
    const path = join(this.#folders.cases, name + ENDING);
    await importCase(from, path, { by: this.by, why: `Working copy of ${basename(from)}` });
    this.get(name).file.set("copyOf", from);
    return this.entry(name);
  }

  /** A case file anywhere on this machine, by its path: only the command line asks for that. */
  openFile(path: string, passphrase?: string): CaseEntry {
    const full = resolve(path);
    const plain = basename(full).replace(/\.parley$/, "");
    const inFolder = join(this.#folders.cases, plain + ENDING) === full;
    const name = inFolder ? plain : this.freeName(slug(plain));
    if (!inFolder) this.#elsewhere.set(name, full);
    this.get(name, passphrase);
    return this.entry(name);
  }

  /** The folder the cases lie in. */
  get folder(): string {
    return this.#folders.cases;
  }

  /** Whether a case lies outside the folder. */
  isElsewhere(name: string): boolean {
    return this.#elsewhere.has(name);
  }

  /** Close a case if it is open, ending the lines of those who watch it; they come back by themselves. */
  shut(name: string): void {
    this.#open.get(name)?.close();
    this.#open.delete(name);
  }

  /** A message as the client may read it: files of this folder by their names, not by where they lie. */
  withoutFolder(message: string): string {
    return message.replaceAll(this.#folders.cases + sep, "");
  }

  /** A name no case here has yet: the wanted one, or with a number behind. */
  freeName(wanted: string): string {
    const taken = (name: string): boolean =>
      this.#elsewhere.has(name) || existsSync(join(this.#folders.cases, name + ENDING));
    let name = wanted;
    for (let n = 2; taken(name); n++) name = `${wanted}-${n}`;
    return name;
  }

  close(): void {
    for (const open of this.#open.values()) open.close();
    this.#open.clear();
  }
}

/** Undefined also for what cannot be asked, such as a link that leads to itself: opening it tells why in words. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** What differs when a file, or what waits beside it to be written into it, has changed. */
function stampOf(path: string): string {
  return [path, `${path}-wal`]
    .map(statOf)
    .map((stat) => (stat === undefined ? "-" : `${stat.ino}:${stat.mtimeMs}:${stat.size}`))
    .join(" ");
}

/** The title in a case.yaml, without reading the whole case. */
function titleOf(folder: string): string | undefined {
  try {
    const text = readFileSync(join(folder, "case.yaml"), "utf8");
    const line = /^title:[ \t]*(.+)$/m.exec(text)?.[1]?.trim();
    return line?.replace(/^(["'])(.*)\1$/, "$2");
  } catch {
    return undefined;
  }
}
