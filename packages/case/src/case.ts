import type { Id, Ref } from "./id.ts";
import { refOf } from "./id.ts";
import type { Kind } from "./kinds.ts";
import { KINDS } from "./kinds.ts";
import type { CaseObject, ObjectOf } from "./objects/index.ts";
import { isInForce } from "./objects/object.ts";

/**
 * A case held in memory: its objects by kind and id. It does not change; an edit makes a new one. A case travels
 * (to the browser, to a file) as the plain list of its objects.
 */
export class Case {
  readonly #byKind: Map<Kind, Map<Id, CaseObject>>;
  /** Text versions by source, once somebody asks. */
  #texts: Map<Id, ObjectOf["text"]> | undefined;

  /** @throws RangeError when two objects of one kind share an id. */
  constructor(objects: Iterable<CaseObject>) {
    this.#byKind = new Map(KINDS.map((kind) => [kind, new Map()]));
    for (const object of objects) {
      const shelf = this.#byKind.get(object.kind);
      if (shelf === undefined) throw new RangeError(`There is no kind of object called "${object.kind}".`);
      if (shelf.has(object.id))
        throw new RangeError(`Two objects are called ${refOf(object.kind, object.id)}.`);
      shelf.set(object.id, object);
    }
  }

  /** The object of that kind and id. */
  get<K extends Kind>(kind: K, id: Id): ObjectOf[K] | undefined {
    return this.#byKind.get(kind)?.get(id) as ObjectOf[K] | undefined;
  }

  /** The object that `claim:c1` names; undefined for results, which are not objects. */
  at(ref: Ref): CaseObject | undefined {
    const colon = ref.indexOf(":");
    return this.#byKind.get(ref.slice(0, colon) as Kind)?.get(ref.slice(colon + 1));
  }

  /** All objects of a kind, also those proposed or rejected, in order of entry. */
  all<K extends Kind>(kind: K): ObjectOf[K][] {
    return [...(this.#byKind.get(kind)?.values() ?? [])] as ObjectOf[K][];
  }

  /** The objects of a kind that results may use: accepted or edited, not taken back. */
  inForce<K extends Kind>(kind: K): ObjectOf[K][] {
    return this.all(kind).filter(isInForce);
  }

  /** The text version of a source; undefined before it is read. */
  textOf(source: Id): ObjectOf["text"] | undefined {
    if (this.#texts === undefined) {
      this.#texts = new Map();
      for (const text of this.all("text"))
        if (!this.#texts.has(text.source)) this.#texts.set(text.source, text);
    }
    return this.#texts.get(source);
  }

  /** Every object, kind by kind. */
  objects(): CaseObject[] {
    return KINDS.flatMap((kind) => this.all(kind) as CaseObject[]);
  }

  /** Ids of a kind. */
  ids(kind: Kind): Id[] {
    return [...(this.#byKind.get(kind)?.keys() ?? [])];
  }

  /** The case's own object; undefined in a case that has no title yet. */
  get info(): ObjectOf["case"] | undefined {
    return this.all("case")[0];
  }

  /** Parties in the user's order if there is one, else by name, whatever order they were entered in. */
  parties(): ObjectOf["actor"][] {
    const order = this.info?.order ?? [];
    const place = (id: Id): number => (order.includes(id) ? order.indexOf(id) : order.length);
    return this.inForce("actor")
      .filter((actor) => actor.party === true)
      .sort((a, b) => place(a.id) - place(b.id) || compareWords(a.name, b.name) || compareWords(a.id, b.id));
  }

  /** The name people read: an actor's or issue's name, a claim's sentence …; the id where there is none. */
  nameOf(ref: Ref): string {
    const object = this.at(ref) as Partial<Record<"name" | "title" | "says" | "exact", string>> | undefined;
    return object?.name ?? object?.title ?? object?.says ?? object?.exact ?? ref.slice(ref.indexOf(":") + 1);
  }
}

/** Order of words, the same on every machine and in every locale. */
export function compareWords(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
