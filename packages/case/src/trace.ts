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

/** What each rests on directly, and what hangs on each. */
interface Links {
  down: Map<Ref, Ref[]>;
  up: Map<Ref, Ref[]>;
}

function linksOf(held: Case, results: Iterable<ResultLink>): Links {
  const down = new Map<Ref, Ref[]>();
  const up = new Map<Ref, Ref[]>();
  const link = (from: Ref, to: Ref[]): void => {
    down.set(from, to);
    for (const ref of to) {
      const above = up.get(ref);
      if (above === undefined) up.set(ref, [from]);
      // All links of one object are made together: met again, it stands last.
      else if (above.at(-1) !== from) above.push(from);
    }
  };
  for (const object of held.objects()) link(refOf(object.kind, object.id), supportsOf(object));
  for (const result of results) link(result.ref, result.inputs);
  // A brief quotes results too; references to results are not references between objects.
  for (const brief of held.all("brief")) {
    const ref = refOf("brief", brief.id);
    const cited = brief.sections.flatMap((s) =>
      s.sentences.flatMap((x) => x.on.filter((r) => r.startsWith("result:"))),
    );
    for (const result of new Set(cited)) {
      down.set(ref, [...(down.get(ref) ?? []), result]);
      up.set(result, [...(up.get(result) ?? []), ref]);
    }
  }
  return { down, up };
}

/**
 * The thread of a case, both ways: what each object and result rests on, and what hangs on each. Built for a case and
 * its results when it is first asked, in time linear in their references: most edits pass without anybody asking.
 */
export class Thread {
  readonly #case: Case;
  readonly #results: Map<Ref, ResultLink>;
  #links: Links | undefined;

  constructor(held: Case, results: Iterable<ResultLink> = []) {
    this.#case = held;
    this.#results = new Map();
    for (const result of results) this.#results.set(result.ref, result);
  }

  get #both(): Links {
    this.#links ??= linksOf(this.#case, this.#results.values());
    return this.#links;
  }

  /** What an object or result rests on directly. */
  supports(ref: Ref): readonly Ref[] {
    return this.#both.down.get(ref) ?? [];
  }

  /** What rests on it directly. */
  dependents(ref: Ref): readonly Ref[] {
    return this.#both.up.get(ref) ?? [];
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
      for (const next of this.#both.up.get(queue[i] as Ref) ?? []) {
        if (!seen.has(next)) {
          seen.add(next);
          queue.push(next);
        }
      }
    }
    return queue.slice(1);
  }
}
