import type { Case } from "./case.ts";
import type { Ref } from "./id.ts";
import { refOf } from "./id.ts";
import type { CaseObject } from "./objects/index.ts";
import { supportsOf } from "./references.ts";

/** A result's part in the thread: what it was computed from. */
export interface ResultLink {
  /** `result:base-rate/end/cow-interstate`. */
  ref: Ref;
  title: string;
  inputs: Ref[];
}

/** One step of the way from a sentence or result down to characters. */
export interface TraceNode {
  ref: Ref;
  /** Set for objects; absent for results and for references to nothing. */
  object?: CaseObject;
  result?: ResultLink;
  /** Whether there is nothing of that name. */
  missing?: boolean;
  children: TraceNode[];
}

/**
 * What each object rests on, found once: objects in a case do not change, an edit makes new ones, so the next thread of
 * the same case asks for the few that are new.
 */
const found = new WeakMap<CaseObject, Ref[]>();

function supportsIn(object: CaseObject): Ref[] {
  let supports = found.get(object);
  if (supports === undefined) {
    supports = supportsOf(object);
    found.set(object, supports);
  }
  return supports;
}

/**
 * The thread of a case, both ways: what each object and result rests on, and what hangs on each. Built once for a
 * case and its results, in time linear in their references.
 */
export class Thread {
  readonly #case: Case;
  readonly #results: Map<Ref, ResultLink>;
  readonly #down = new Map<Ref, Ref[]>();
  readonly #up = new Map<Ref, Ref[]>();

  constructor(held: Case, results: Iterable<ResultLink> = []) {
    this.#case = held;
    this.#results = new Map();
    for (const object of held.objects()) this.#link(refOf(object.kind, object.id), supportsIn(object));
    for (const result of results) {
      this.#results.set(result.ref, result);
      this.#link(result.ref, result.inputs);
    }
    // A brief quotes results too; references to results are not references between objects.
    for (const brief of held.all("brief")) {
      const ref = refOf("brief", brief.id);
      const cited = brief.sections.flatMap((s) =>
        s.sentences.flatMap((x) => x.on.filter((r) => r.startsWith("result:"))),
      );
      this.#link(ref, [...new Set([...(this.#down.get(ref) ?? []), ...cited])]);
    }
  }

  #link(from: Ref, to: Ref[]): void {
    this.#down.set(from, to);
    for (const ref of to) {
      const above = this.#up.get(ref);
      if (above === undefined) this.#up.set(ref, [from]);
      else if (!above.includes(from)) above.push(from);
    }
  }

  /** What an object or result rests on directly. */
  supports(ref: Ref): readonly Ref[] {
    return this.#down.get(ref) ?? [];
  }

  /** What rests on it directly. */
  dependents(ref: Ref): readonly Ref[] {
    return this.#up.get(ref) ?? [];
  }

  /**
   * The tree from `ref` down to the characters. An object met again on its own path is not opened a second time,
   * so circular references end.
   */
  down(ref: Ref): TraceNode {
    return this.#tree(ref, new Set());
  }

  #tree(ref: Ref, path: ReadonlySet<Ref>): TraceNode {
    const node: TraceNode = { ref, children: [] };
    const object = this.#case.at(ref);
    const result = this.#results.get(ref);
    if (object !== undefined) node.object = object;
    else if (result !== undefined) node.result = result;
    else node.missing = true;
    if (!path.has(ref)) {
      const longer = new Set(path).add(ref);
      node.children = this.supports(ref).map((child) => this.#tree(child, longer));
    }
    return node;
  }

  /** Everything that hangs on `ref`, directly or through others, nearest first. */
  up(ref: Ref): Ref[] {
    const seen = new Set<Ref>([ref]);
    const queue: Ref[] = [ref];
    for (let i = 0; i < queue.length; i++) {
      for (const next of this.#up.get(queue[i] as Ref) ?? []) {
        if (!seen.has(next)) {
          seen.add(next);
          queue.push(next);
        }
      }
    }
    return queue.slice(1);
  }
}
