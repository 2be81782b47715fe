import { Case } from "./case.ts";
import { type Id, type Ref, refOf } from "./id.ts";
import type { Kind } from "./kinds.ts";
import { DEFAULT_LEVEL, type Level, mayRead } from "./level.ts";
import type { CaseObject } from "./objects/index.ts";
import { referencesOf } from "./references.ts";

/**
 * References that only place an object among others (a series, a parent, an order). Where such a reference leads above
 * the level it is taken out; every other reference above the level takes the object out with it.
 */
const LOOSE: Partial<Record<Kind, readonly string[]>> = {
  case: ["order"],
  actor: ["offices", "spokespersonFor", "members"],
  source: ["derivedFrom", "nearDuplicateOf", "series", "topics"],
  issue: ["parent"],
  event: ["claims"],
  // What is above the level closes no gap below it.
  gap: ["found"],
};

/** Comments and briefs are cut sentence by sentence or shown beside what they speak of; see below. */
function isLoose(object: CaseObject, path: readonly (string | number)[]): boolean {
  if (object.kind === "brief") return path[0] === "sections";
  return LOOSE[object.kind]?.includes(String(path[0])) ?? false;
}

/** Kinds made from a source's characters: they are as open as the source unless they say otherwise themselves. */
const OF_A_SOURCE: ReadonlySet<Kind> = new Set(["text", "passage", "gap"]);

/** The level of an object: its own; of a source's text, passages and gaps that name none, the source's. */
export function levelOf(held: Case, object: CaseObject): Level {
  if (object.level !== undefined) return object.level;
  if (!OF_A_SOURCE.has(object.kind) || !("source" in object) || typeof object.source !== "string")
    return DEFAULT_LEVEL;
  return held.get("source", object.source)?.level ?? DEFAULT_LEVEL;
}

/** A case as readers of a level may see it, and the names that must not reach them. */
export interface CutCase {
  held: Case;
  /** Everything that was taken out. */
  hidden: ReadonlySet<Ref>;
  /** Names and aliases of hidden actors, and the last names of hidden persons, that no visible actor bears. */
  hiddenNames: readonly string[];
}

/**
 * Take out every object above `limit`, and every object that names or rests on one taken out, until none is left
 * that does. What remains is a case in its own right: whatever is computed or written from it alone cannot hold
 * anything of what was removed. Linear in the references, times the longest chain of them.
 */
export function cutToLevel(full: Case, limit: Level): CutCase {
  const hidden = new Set<Ref>();
  const users = new Map<Ref, Ref[]>();
  const queue: Ref[] = [];
  const hide = (ref: Ref): void => {
    if (hidden.has(ref)) return;
    hidden.add(ref);
    queue.push(ref);
  };
  for (const object of full.objects()) {
    const ref = refOf(object.kind, object.id);
    for (const found of referencesOf(object)) {
      if (isLoose(object, found.path)) continue;
      const to = refOf(found.kind, found.id);
      const list = users.get(to);
      if (list === undefined) users.set(to, [ref]);
      else list.push(ref);
    }
    if (!mayRead(levelOf(full, object), limit)) hide(ref);
  }
  for (let i = 0; i < queue.length; i++) {
    for (const user of users.get(queue[i] as Ref) ?? []) hide(user);
  }
  const kept = full.objects().filter((object) => !hidden.has(refOf(object.kind, object.id)));
  return {
    held: new Case(hidden.size === 0 ? kept : kept.map((object) => loosen(object, hidden))),
    hidden,
    hiddenNames: namesOnlyOf(full, hidden),
  };
}

/** The object without its loose references to what is hidden; the very same one when it has none. */
function loosen(object: CaseObject, hidden: ReadonlySet<Ref>): CaseObject {
  const leadsThere = referencesOf(object).some(({ kind, id }) => hidden.has(refOf(kind, id)));
  return leadsThere ? loosened(object, hidden) : object;
}

function loosened(object: CaseObject, hidden: ReadonlySet<Ref>): CaseObject {
  const visible =
    (kind: Kind) =>
    (id: Id): boolean =>
      !hidden.has(refOf(kind, id));
  switch (object.kind) {
    case "case":
      return object.order === undefined
        ? object
        : { ...object, order: object.order.filter(visible("actor")) };
    case "actor": {
      const actor = { ...object };
      if (actor.offices !== undefined) {
        actor.offices = actor.offices.filter((o) => o.of === undefined || visible("actor")(o.of));
      }
      if (actor.spokespersonFor !== undefined)
        actor.spokespersonFor = actor.spokespersonFor.filter(visible("actor"));
      if (actor.members !== undefined) actor.members = actor.members.filter(visible("actor"));
      return actor;
    }
    case "source": {
      const source = { ...object };
      for (const field of ["derivedFrom", "nearDuplicateOf"] as const) {
        const ids = source[field];
        if (ids !== undefined) source[field] = ids.filter(visible("source"));
      }
      if (source.series !== undefined) source.series = source.series.filter(visible("series"));
      if (source.topics !== undefined) source.topics = source.topics.filter(visible("topic"));
      return source;
    }
    case "issue": {
      if (object.parent === undefined || visible("issue")(object.parent)) return object;
      const { parent: _, ...rest } = object;
      return rest;
    }
    case "event":
      return object.claims === undefined
        ? object
        : { ...object, claims: object.claims.filter(visible("claim")) };
    case "gap": {
      const { found: _, ...rest } = object;
      return rest;
    }
    case "brief":
      return { ...object, sections: visibleSections(object.sections, hidden) };
    default:
      return object;
  }
}

/** Sentences that stand on something hidden go; a section of which nothing is left goes with its title. */
function visibleSections<S extends { sentences: { on: Ref[] }[] }>(
  sections: S[],
  hidden: ReadonlySet<Ref>,
): S[] {
  return sections
    .map((section) => ({
      ...section,
      sentences: section.sentences.filter((sentence) => !sentence.on.some((ref) => hidden.has(ref))),
    }))
    .filter((section) => section.sentences.length > 0);
}

function namesOnlyOf(full: Case, hidden: ReadonlySet<Ref>): string[] {
  const shown = new Set<string>();
  const secret = new Set<string>();
  for (const actor of full.all("actor")) {
    const names = [actor.name, ...(actor.aliases ?? []).map((a) => (typeof a === "string" ? a : a.name))];
    // People without a name are called by common words ("experts"); those words give nobody away.
    if (actor.type === "anonymous" && hidden.has(refOf("actor", actor.id))) continue;
    for (const name of names) (hidden.has(refOf("actor", actor.id)) ? secret : shown).add(name.trim());
    // A person is mostly called by the family name alone.
    if (actor.type === "person" && hidden.has(refOf("actor", actor.id)))
      for (const name of names) {
        const last = /[\s\u00a0]([\p{L}\p{M}\p{Pd}'’ʼ]{3,})$/u.exec(name.trim())?.[1];
        if (last !== undefined) secret.add(last);
      }
  }
  const borne = new Set([...shown].flatMap((name) => [name, ...name.split(/\s+/u)]));
  return [...secret].filter((name) => name.length > 1 && !borne.has(name)).sort();
}
