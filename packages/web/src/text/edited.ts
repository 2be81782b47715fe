import { type Case, type CaseObject, KINDS, type Kind, type Ref, refOf } from "@parley/case";
import { sameValue } from "../history/differences.ts";

/** Kinds that programs make, or that are sealed or spoken: they are not typed. */
const NOT_TYPED: ReadonlySet<Kind> = new Set([
  "case",
  "source",
  "text",
  "gap",
  "passage",
  "statement",
  "comment",
  "forecast",
]);

/** Kinds that can be edited as text, in the order of the text form. */
export const TYPED: readonly Kind[] = KINDS.filter((kind) => !NOT_TYPED.has(kind));

/** What of a case is edited as text: what stands, and was not only proposed or set aside. */
export function typedObjects(held: Case, kind?: Kind): CaseObject[] {
  return (kind === undefined ? TYPED : [kind]).flatMap((one): CaseObject[] => held.inForce(one));
}

/** What an edited text does to the objects it was made from. */
export interface Difference {
  changed: CaseObject[];
  made: CaseObject[];
  withdrawn: CaseObject[];
}

/** Compare the objects that a text was made from with those it holds now. */
export function difference(before: readonly CaseObject[], after: readonly CaseObject[]): Difference {
  const old = new Map<Ref, CaseObject>(before.map((object) => [refOf(object.kind, object.id), object]));
  const now = new Set<Ref>(after.map((object) => refOf(object.kind, object.id)));
  const at = (object: CaseObject): CaseObject | undefined => old.get(refOf(object.kind, object.id));
  return {
    changed: after.filter((object) => at(object) !== undefined && !sameValue(at(object), object)),
    made: after.filter((object) => at(object) === undefined),
    withdrawn: before.filter((object) => !now.has(refOf(object.kind, object.id))),
  };
}
