import type { Case, Id, Passage, Ref } from "@parley/case";
import { referencesOf, splitRef, type Thread } from "@parley/case";

/** The passages of an object: its own, those of its statements and of its attestations. Nearest first. */
export function passagesOf(held: Case, ref: Ref): Passage[] {
  const object = held.at(ref);
  if (object === undefined) return [];
  if (object.kind === "passage") return [object];
  const found = new Map<Id, Passage>();
  const add = (id: Id): void => {
    const passage = held.get("passage", id);
    if (passage !== undefined) found.set(id, passage);
  };
  const references = referencesOf(object).filter((r) => r.supports);
  for (const r of references) if (r.kind === "passage") add(r.id);
  for (const r of references) {
    if (r.kind !== "statement") continue;
    const statement = held.get("statement", r.id);
    if (statement !== undefined) add(statement.passage);
  }
  return [...found.values()];
}

/** What hangs on something, without what was set aside in review. */
export function hangingOn(thread: Thread, held: Case, ref: Ref): Ref[] {
  return thread.up(ref).filter((above) => {
    const state = held.at(above)?.review?.state;
    return state !== "rejected" && state !== "superseded";
  });
}

/** Kind of a reference, `result` among them. */
export function kindOf(ref: Ref): string {
  return splitRef(ref)?.kind ?? "result";
}
