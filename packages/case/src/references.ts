import type { Id, Ref } from "./id.ts";
import { refOf } from "./id.ts";
import type { Kind } from "./kinds.ts";
import type { CaseObject } from "./objects/index.ts";

/**
 * Which fields of each kind name other objects. `a.b` goes into objects, `[]` into lists, `{}` into the keys of a
 * record and `{*}` into its values. `basis` is a reference in every object at any depth and is not listed.
 */
export const REFERENCES: Readonly<Record<Kind, Readonly<Record<string, Kind>>>> = {
  case: { "order[]": "actor" },
  actor: { "offices[].of": "actor", "spokespersonFor[]": "actor", "members[]": "actor" },
  issue: { parent: "issue", "disposesOf[].of": "actor" },
  source: {
    "derivedFrom[]": "source",
    "nearDuplicateOf[]": "source",
    "series[]": "series",
    "topics[]": "topic",
  },
  text: { source: "source" },
  gap: { source: "source" },
  passage: { source: "source" },
  statement: { passage: "passage", speaker: "actor", addressee: "actor", onBehalfOf: "actor" },
  claim: {
    by: "actor",
    about: "actor",
    issue: "issue",
    "gaps[]": "gap",
    "statements[]": "statement",
    "attestations[].actor": "actor",
    "attestations[].party": "actor",
    "attestations[].via": "actor",
    "supports[]": "claim",
    "opposes[]": "claim",
  },
  event: {
    "participants[].actor": "actor",
    partOf: "event",
    "fulfils[]": "event",
    replyTo: "event",
    "timedTo[]": "event",
    saidBy: "actor",
    "agenda[]": "issue",
    "claims[]": "claim",
    "effects[].driver": "driver",
  },
  instrument: {
    "parties[]": "actor",
    "claims[]": "claim",
    "attestations[].actor": "actor",
    "attestations[].party": "actor",
    "attestations[].via": "actor",
  },
  commitment: { by: "actor", "to[]": "actor" },
  precondition: { holder: "actor", "claims[]": "claim" },
  position: { of: "actor", issue: "issue", about: "actor", replaces: "position", seenBy: "actor" },
  link: { "forbid[].issue": "issue", "require[].issue": "issue" },
  plan: {
    "author[]": "actor",
    versionOf: "plan",
    "backers[]": "actor",
    "slots{}": "issue",
    "stances[].actor": "actor",
    "slots{*}.gaps[]": "gap",
    "slots{*}.terms[].actor": "actor",
    "slots{*}.terms[].gaps[]": "gap",
  },
  package: { "choices{}": "issue" },
  valuation: {
    party: "actor",
    "weights{}": "issue",
    "values{}": "issue",
    "redLines[][].issue": "issue",
    "essential[]": "issue",
    seenBy: "actor",
  },
  consent: {
    "all[]": "actor",
    "rules[].of[]": "actor",
    "consulted[]": "actor",
    "tables[].in[]": "actor",
    "tables[].consulted[]": "actor",
    "tables[].informed[]": "actor",
    "tables[].excluded[]": "actor",
    "tables[].agenda[]": "issue",
    "tables[].closed[].issue": "issue",
  },
  coalition: {
    plan: "plan",
    "members[]": "actor",
    "candidates[].actor": "actor",
    "candidates[].needs[]": "actor",
    "candidates[].asks[].issue": "issue",
    "candidates[].asks[].against[]": "actor",
    "candidates[].drawnBy[].actor": "actor",
    "all[]": "actor",
    "rules[].of[]": "actor",
  },
  move: { party: "actor" },
  infeasibility: { "pattern{}": "move" },
  preference: { party: "actor", "ranking[][][]": "move", seenBy: "actor" },
  view: {
    actor: "actor",
    "hiddenMoves[]": "move",
    "preferences[]": "preference",
    "filters[].from": "actor",
    "filters[].to": "actor",
    "filters[].drivers[]": "driver",
  },
  tie: { from: "actor", to: "actor" },
  driver: { "pressesOn[]": "actor", saidBy: "actor", "effects[].party": "actor" },
  question: {},
  forecast: { question: "question" },
  series: {},
  topic: {},
  comment: { replyTo: "comment" },
  brief: {},
};

/** One reference found in an object: where, to what. */
export interface Reference {
  path: (string | number)[];
  kind: Kind;
  id: Id;
  /** Whether the object rests on it (its basis, its passage, a gap that touches it) or only names it. */
  supports: boolean;
}

type Visit = (value: unknown, path: (string | number)[]) => void;

function walk(value: unknown, steps: string[], path: (string | number)[], visit: Visit): void {
  if (value === undefined || value === null) return;
  const [step, ...rest] = steps;
  if (step === undefined) {
    visit(value, path);
    return;
  }
  if (step === "[]") {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, rest, [...path, i], visit);
  } else if (step === "{}" || step === "{*}") {
    if (typeof value !== "object" || Array.isArray(value)) return;
    for (const [key, item] of Object.entries(value)) {
      if (step === "{}") visit(key, [...path, key]);
      else walk(item, rest, [...path, key], visit);
    }
  } else if (typeof value === "object") {
    walk((value as Record<string, unknown>)[step], rest, [...path, step], visit);
  }
}

const STEPS: ReadonlyMap<string, string[]> = new Map(
  Object.values(REFERENCES)
    .flatMap((fields) => Object.keys(fields))
    .map((path) => [path, path.match(/\[\]|\{\*?\}|[^.[{]+/g) ?? []]),
);

const SUPPORTING: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  statement: ["passage"],
  claim: ["gaps[]", "statements[]"],
  precondition: ["claims[]"],
  instrument: ["claims[]"],
  plan: ["slots{*}.gaps[]", "slots{*}.terms[].gaps[]"],
  passage: ["source"],
  gap: ["source"],
  text: ["source"],
};

function basisReferences(value: unknown, path: (string | number)[], found: Reference[]): void {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) basisReferences(item, [...path, i], found);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (key !== "basis" || typeof item !== "object" || item === null) {
      basisReferences(item, [...path, key], found);
      continue;
    }
    for (const [field, kind] of [["passages", "passage"] as const, ["claims", "claim"] as const]) {
      const ids = (item as Record<string, unknown>)[field];
      if (!Array.isArray(ids)) continue;
      for (const [i, id] of ids.entries()) {
        if (typeof id === "string") found.push({ path: [...path, key, field, i], kind, id, supports: true });
      }
    }
  }
}

/**
 * What each object leads to, found once: the objects of a case do not change, an edit makes new ones, so the next case
 * asks for the few that are new.
 */
const known = new WeakMap<CaseObject, readonly Reference[]>();

/** Every reference an object makes to others, in the order of the table, bases last. The object must not change after. */
export function referencesOf(object: CaseObject): readonly Reference[] {
  let references = known.get(object);
  if (references === undefined) {
    references = findReferences(object);
    known.set(object, references);
  }
  return references;
}

function findReferences(object: CaseObject): Reference[] {
  const found: Reference[] = [];
  for (const [field, kind] of Object.entries(REFERENCES[object.kind])) {
    const supports = SUPPORTING[object.kind]?.includes(field) ?? false;
    walk(object, STEPS.get(field) ?? [], [], (value, path) => {
      if (typeof value === "string") found.push({ path, kind, id: value, supports });
    });
  }
  if (object.kind === "comment") pushRef(object.on, ["on"], found, false);
  if (object.kind === "brief") {
    for (const [s, section] of object.sections.entries()) {
      for (const [n, sentence] of section.sentences.entries()) {
        for (const [i, ref] of sentence.on.entries()) {
          pushRef(ref, ["sections", s, "sentences", n, "on", i], found, true);
        }
      }
    }
  }
  // A text version's own body is long and holds no basis but its own.
  if (object.kind !== "text") basisReferences(object, [], found);
  else if (object.basis !== undefined) basisReferences({ basis: object.basis }, [], found);
  return found;
}

function pushRef(ref: Ref, path: (string | number)[], found: Reference[], supports: boolean): void {
  const colon = ref.indexOf(":");
  const kind = ref.slice(0, colon);
  if (kind !== "result") found.push({ path, kind: kind as Kind, id: ref.slice(colon + 1), supports });
}

/** The objects that an object rests on, without repeats. */
export function supportsOf(object: CaseObject): Ref[] {
  return [
    ...new Set(
      referencesOf(object)
        .filter((r) => r.supports)
        .map((r) => refOf(r.kind, r.id)),
    ),
  ];
}
