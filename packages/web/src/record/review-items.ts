import type { Case, CaseObject, Id, Passage, Ref, Thread } from "@parley/case";
import { isOpenGap, refOf } from "@parley/case";
import { passagesOf } from "../thread/places.ts";

/** One card beside the document. */
export interface ReviewItem {
  ref: Ref;
  object: CaseObject;
  /** Its first passage in this document. */
  passage: Passage;
  waiting: boolean;
}

const REVIEWED = [
  "claim",
  "statement",
  "event",
  "instrument",
  "commitment",
  "precondition",
  "position",
  "issue",
  "actor",
  "tie",
  "driver",
] as const;

/** A kind of object that is reviewed beside a document. */
export type ReviewedKind = (typeof REVIEWED)[number];

/** What waits for review in a document and what stands on it, in order of place. */
export function reviewItems(held: Case, thread: Thread, source: Id): ReviewItem[] {
  const items: ReviewItem[] = [];
  for (const kind of REVIEWED) {
    for (const object of held.all(kind)) {
      const state = object.review?.state ?? "accepted";
      if (state === "rejected" || state === "superseded" || object.retractedAt !== undefined) continue;
      const ref = refOf(kind, object.id);
      // A statement is reviewed with the claim that rests on it.
      if (kind === "statement" && isCarried(held, thread, ref)) continue;
      const passage = passagesOf(held, ref).find((p) => p.source === source);
      if (passage !== undefined) items.push({ ref, object, passage, waiting: state === "proposed" });
    }
  }
  return items.sort((a, b) => a.passage.start - b.passage.start || a.passage.end - b.passage.end);
}

/** The order in which proposals are reviewed: by place, or those first of which their rule is surest. */
export type ReviewOrder = "place" | "sure";

/**
 * Items in an order; they come in order of place. The surest first: what a rule or model is surest of, then by place. What no
 * rule proposed has no such measure and comes last.
 */
export function inOrder(items: readonly ReviewItem[], order: ReviewOrder): readonly ReviewItem[] {
  if (order === "place") return items;
  const sure = ({ object }: ReviewItem): number => object.createdBy?.confidence ?? -1;
  // Sorting keeps the place of equals.
  return [...items].sort((a, b) => sure(b) - sure(a));
}

function isCarried(held: Case, thread: Thread, statement: Ref): boolean {
  return thread.dependents(statement).some((above) => {
    const object = held.at(above);
    return object?.kind === "claim" && object.review?.state !== "rejected";
  });
}

/** The kinds that items have, with how many of each, in the order in which they are reviewed. */
export function kindsOf(items: readonly ReviewItem[]): { kind: ReviewedKind; count: number }[] {
  return REVIEWED.flatMap((kind) => {
    const count = items.filter((item) => item.object.kind === kind).length;
    return count === 0 ? [] : [{ kind, count }];
  });
}

/** Whether an item shows under a filter: it is of the kind, and all the words, in any order, occur in it. */
export function matches(
  item: ReviewItem,
  held: Case,
  filter: string,
  kind: ReviewedKind | "all" = "all",
): boolean {
  if (kind !== "all" && item.object.kind !== kind) return false;
  if (filter.trim() === "") return true;
  const says = item.object.kind === "claim" ? item.object.says : "";
  const by =
    item.object.kind === "claim" && item.object.by !== undefined
      ? held.nameOf(`actor:${item.object.by}`)
      : "";
  const rule = item.object.createdBy?.name ?? "";
  const all = `${says} ${by} ${rule} ${item.object.kind} ${item.passage.exact}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** What was wrong with each document, and what waits in it. */
export interface SourceCount {
  repaired: number;
  waiting: number;
  flagged: number;
  gaps: number;
  furniture: number;
  proposals: number;
}

export function countSources(held: Case, thread: Thread): Map<Id, SourceCount> {
  const counts = new Map<Id, SourceCount>();
  const of = (id: Id): SourceCount => {
    let count = counts.get(id);
    if (count === undefined) {
      count = { repaired: 0, waiting: 0, flagged: 0, gaps: 0, furniture: 0, proposals: 0 };
      counts.set(id, count);
    }
    return count;
  };
  for (const text of held.all("text")) {
    const count = of(text.source);
    for (const op of text.ops) {
      if (op.applied) count.repaired++;
      else if (op.class === "E") count.flagged++;
      else if (op.decided === undefined) count.waiting++;
    }
    count.furniture += text.furniture.filter((f) => f.restored !== true).length;
  }
  for (const gap of held.all("gap")) if (isOpenGap(gap)) of(gap.source).gaps++;
  for (const kind of REVIEWED) {
    for (const object of held.all(kind)) {
      if (object.review?.state !== "proposed") continue;
      const ref = refOf(kind, object.id);
      if (kind === "statement" && isCarried(held, thread, ref)) continue;
      const first = passagesOf(held, ref)[0];
      if (first !== undefined) of(first.source).proposals++;
    }
  }
  return counts;
}
