import type { Case, CaseObject, Id, Ref, ReviewState, Thread } from "@parley/case";
import { refOf } from "@parley/case";
import type { ChangeRequest } from "@parley/server/api";

type Edits = ChangeRequest["edits"];

const waits = (object: CaseObject | undefined): object is CaseObject => object?.review?.state === "proposed";

function reviewed(object: CaseObject, state: ReviewState, at: string, reason?: string): CaseObject {
  return { ...object, review: { state, at, ...(reason === undefined || reason === "" ? {} : { reason }) } };
}

const edit = (value: CaseObject): Edits[number] => ({ kind: value.kind, id: value.id, value });

/** Proposed objects that an accepted one cannot stand without: its statements, their passages and who speaks. */
function needs(held: Case, object: CaseObject): CaseObject[] {
  const found: (CaseObject | undefined)[] = [];
  for (const id of object.basis?.passages ?? []) found.push(held.get("passage", id));
  if (object.kind === "claim") {
    for (const id of object.statements ?? []) found.push(held.get("statement", id));
    for (const id of [object.by, object.about]) if (id !== undefined) found.push(held.get("actor", id));
  }
  for (const [kind, id] of namedBy(object)) found.push(held.get(kind, id));
  if (object.kind === "statement") {
    found.push(held.get("passage", object.passage));
    if (object.speaker !== undefined) found.push(held.get("actor", object.speaker));
  }
  return found.filter(waits);
}

/** Actors and issues that an object of the process names. */
function namedBy(object: CaseObject): ["actor" | "issue", Id][] {
  const actors = (...ids: (Id | undefined)[]): ["actor", Id][] =>
    ids.flatMap((id): ["actor", Id][] => (id === undefined ? [] : [["actor", id]]));
  switch (object.kind) {
    case "position":
      return [...actors(object.of, object.about), ["issue", object.issue]];
    case "precondition":
      return actors(object.holder);
    case "commitment":
      return actors(object.by, ...(object.to ?? []));
    case "event":
      return actors(...(object.participants ?? []).map(({ actor }) => actor));
    case "tie":
      return actors(object.from, object.to);
    default:
      return [];
  }
}

/** Accept objects with all they cannot stand without, as one change. */
export function accepting(held: Case, refs: readonly Ref[], at: string): Edits {
  const done = new Map<Ref, Edits[number]>();
  const visit = (object: CaseObject): void => {
    const ref = refOf(object.kind, object.id);
    if (done.has(ref)) return;
    done.set(ref, edit(reviewed(object, "accepted", at)));
    for (const need of needs(held, object)) visit(need);
  };
  for (const ref of refs) {
    const object = held.at(ref);
    if (waits(object)) visit(object);
  }
  return [...done.values()];
}

/**
 * Set objects aside with a reason; statements proposed for them alone go with them. They are kept, so that the same
 * proposal does not come back.
 */
export function rejecting(
  held: Case,
  thread: Thread,
  refs: readonly Ref[],
  at: string,
  reason: string,
): Edits {
  const going = new Set<Ref>(refs);
  const edits: Edits = [];
  for (const ref of refs) {
    const object = held.at(ref);
    if (object === undefined) continue;
    edits.push(edit(reviewed(object, "rejected", at, reason)));
    if (object.kind !== "claim") continue;
    for (const id of object.statements ?? []) {
      const statement = held.get("statement", id);
      const its = refOf("statement", id);
      if (!waits(statement) || going.has(its)) continue;
      const others = thread
        .dependents(its)
        .some((above) => !going.has(above) && held.at(above)?.review?.state !== "rejected");
      if (others) continue;
      going.add(its);
      edits.push(edit(reviewed(statement, "rejected", at, reason)));
    }
  }
  return edits;
}

/** The object as an analyst now has it. */
export function edited<T extends CaseObject>(object: T, at: string): T {
  return reviewed(object, "edited", at) as T;
}
