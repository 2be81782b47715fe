import type { Case, Id, Position } from "@parley/case";

/** Positions of a party on an issue that are no longer held, newest first. */
export function earlierOf(held: Case, of: Id, issue: Id, present: ReadonlySet<Id>): Position[] {
  return held
    .all("position")
    .filter((p) => p.of === of && p.issue === issue && p.seenBy === undefined && !present.has(p.id))
    .filter((p) => p.review?.state !== "rejected" && p.review?.state !== "proposed")
    .sort((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1));
}

/** The day from which a position was held, or was first reported; empty where neither is known. */
export function whenOf(p: Position): string {
  return p.during?.earliest ?? p.during?.latest ?? p.reportedAt ?? p.knownAt ?? "";
}
