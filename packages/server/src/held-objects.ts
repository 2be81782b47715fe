import { type CaseObject, KINDS, type Ref, refOf } from "@parley/case";
import { problemsOf } from "@parley/case/schema";
import type { CaseFile } from "@parley/store";

/** The shown objects of a case, kept in memory and brought up to date by what has changed. */
export class HeldObjects {
  readonly #file: CaseFile;
  #seq = -1;
  /** By kind, in order of entry; null keeps the place of an object that was withdrawn. */
  #byKind = new Map<string, Map<string, CaseObject | null>>();
  #versions: Record<Ref, number> = {};
  #objects: CaseObject[] = [];
  readonly #unfit = new Map<Ref, string>();

  constructor(file: CaseFile) {
    this.#file = file;
  }

  /**
   * As of the newest change, `seq`. What is given back is never altered later. `unfit`: what a file written by another
   * hand holds and no screen or analysis could read, with the first thing that is wrong in it.
   */
  at(seq: number): {
    objects: CaseObject[];
    versions: Record<Ref, number>;
    unfit: { ref: Ref; problem: string }[];
  } {
    if (seq !== this.#seq) {
      if (this.#seq < 0 || seq < this.#seq || !this.#follow()) this.#load();
      this.#seq = seq;
    }
    const unfit = [...this.#unfit].map(([ref, problem]) => ({ ref, problem }));
    return { objects: this.#objects, versions: this.#versions, unfit };
  }

  #load(): void {
    this.#byKind = new Map(KINDS.map((kind) => [kind, new Map()]));
    this.#unfit.clear();
    this.#objects = this.#file.objects().filter((object) => this.#fits(object));
    for (const object of this.#objects) this.#byKind.get(object.kind)?.set(object.id, object);
    this.#versions = Object.fromEntries(this.#file.versions()) as Record<Ref, number>;
  }

  #fits(object: CaseObject): boolean {
    const problem = problemsOf(object)[0];
    if (problem === undefined) return true;
    const { kind, id } = (object ?? {}) as Partial<CaseObject>;
    this.#unfit.set(refOf(String(kind), String(id)), [...problem.path, problem.message].join(": "));
    return false;
  }

  /** Whether what changed could be put in its place; not when something comes back whose place is not known. */
  #follow(): boolean {
    const fresh = this.#file.log({ since: this.#seq });
    const refs = new Map(fresh.map(({ kind, object }) => [refOf(kind, object), { kind, object }]));
    // Beyond that, reading all is no slower.
    if (refs.size > 500) return false;
    const versions = { ...this.#versions };
    for (const [ref, { kind, object }] of refs) {
      const own = this.#byKind.get(kind);
      if (own === undefined) return false;
      const found = (this.#file.get(kind as CaseObject["kind"], object) as CaseObject | undefined) ?? null;
      this.#unfit.delete(ref as Ref);
      const value = found !== null && this.#fits(found) ? found : null;
      if (!own.has(object) && ref in versions) return false;
      own.set(object, value);
      // A merge can bring a change that is replaced already: the newest that stands counts.
      const heads = new Set(this.#file.heads(kind, object));
      versions[ref] = Math.max(
        ...this.#file.history(kind, object).flatMap((change) => (heads.has(change.id) ? [change.seq] : [])),
      );
    }
    this.#versions = versions;
    this.#objects = [...this.#byKind.values()].flatMap((own) =>
      [...own.values()].filter((object) => object !== null),
    );
    return true;
  }
}
