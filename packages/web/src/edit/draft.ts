import {
  type Basis,
  Case,
  type CaseObject,
  freeId,
  type Id,
  type Passage,
  type Ref,
  refOf,
  slug,
} from "@parley/case";
import { decodeEntry, encodeEntry } from "@parley/case/schema";
import { checkObject } from "@parley/case/text";
import { FORMS, type FormKind } from "./forms.ts";

/** The fields of an object as the text form says them, as far as somebody has come with them. */
export type Entry = Record<string, unknown>;

/** What a form is open on: an object there is, or a new one of a kind, with what is known of it already. */
export type Opened = { of: Ref } | { kind: FormKind; preset?: Entry };

/** What is wrong or worth a look: at a field, or at the whole. */
export interface Remark {
  field: string | undefined;
  severity: "error" | "warning";
  message: string;
}

/** An entry as an object, when it is in order, and what is to be said of it. */
export interface Judged {
  object: CaseObject | undefined;
  remarks: Remark[];
}

/** The entry of an object, or of a new one. */
export function entryOf(object: CaseObject): Entry {
  return encodeEntry(object);
}

/** A value is nothing when it is an empty field: such fields are left out rather than saved. */
export function isNothing(value: unknown): boolean {
  if (value === undefined || value === "" || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** The entry with a field set, or without it. Empty records stay where the kind cannot do without the field. */
export function withField(entry: Entry, kind: FormKind, name: string, value: unknown): Entry {
  const { [name]: _, ...rest } = entry;
  const required = FORMS[kind].some((f) => f.name === name && "required" in f && f.required === true);
  if (value === false || (isNothing(value) && !(required && typeof value === "object" && value !== null)))
    return rest;
  return { ...rest, [name]: value };
}

/** The id of a new object, from what it is about; none of those that are taken. */
export function idFor(kind: FormKind, entry: Entry, taken: Set<Id>): Id {
  const said = ["name", "title", "of", "holder", "party", "actor", "by", "from", "issue", "to", "needs"]
    .map((field) => entry[field])
    .filter((value) => typeof value === "string" && value !== "")
    .slice(0, 2);
  // A move is named in the preferences by its id: there its short name must be enough.
  if (kind === "move") said.splice(1);
  return freeId(said.length === 0 ? kind : slug(said.join(" ")), new Set(taken));
}

/** Check an entry as the case would hold it. */
export function judge(kind: FormKind, id: Id, entry: Entry, held: Case, made: readonly Passage[]): Judged {
  const { fields, problems } = decodeEntry(kind, entry);
  const at = (path: readonly (string | number)[]): string | undefined => {
    const [field] = path;
    // Weights are entered together with the values.
    return field === undefined ? undefined : field === "weights" ? "values" : String(field);
  };
  if (fields === undefined) {
    return {
      object: undefined,
      remarks: problems.map((p) => ({ field: at(p.path), severity: "error", message: p.message })),
    };
  }
  const object = { ...fields, kind, id } as CaseObject;
  const then = withAll(held, [...made, object]);
  const remarks = checkObject(object, then).map(
    (f): Remark => ({ field: at(f.path), severity: f.severity, message: f.message }),
  );
  return { object, remarks };
}

/** A case with some objects put in place of those of the same name. */
export function withAll(held: Case, objects: readonly CaseObject[]): Case {
  const all = new Map(held.objects().map((o) => [refOf(o.kind, o.id), o]));
  for (const object of objects) all.set(refOf(object.kind, object.id), object);
  return new Case(all.values());
}

/** Passages that a basis names, of those made while the form was open. */
export function usedOf(made: readonly Passage[], object: CaseObject): Passage[] {
  const used = new Set<Id>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        if (key === "basis") for (const id of (item as Basis).passages ?? []) used.add(id);
        else visit(item);
      }
    }
  };
  visit(object);
  return made.filter((passage) => used.has(passage.id));
}

/** What a proposal becomes by being edited, and who made a new object. */
export function stamped(object: CaseObject, before: CaseObject | undefined): CaseObject {
  if (before === undefined) return { ...object, createdBy: { type: "analyst" } };
  if (before.review?.state !== "proposed") return object;
  return { ...object, review: { state: "edited", at: new Date().toISOString() } };
}
