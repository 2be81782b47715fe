import type { CaseObject } from "./objects/index.ts";

/** The last moment of a day, so that "as known on D" includes D. */
function endOf(day: string): string {
  return day.length === 10 ? `${day}T23:59:59.999Z` : day;
}

/**
 * Whether an object was known on a day and not yet taken back. An object that does not say when it became known
 * counts as known from when its source reported it, and where that too is unsaid, always.
 */
export function wasKnown(object: CaseObject, day: string): boolean {
  const limit = endOf(day);
  const known = object.knownAt ?? object.reportedAt;
  if (known !== undefined && startOf(known) > limit) return false;
  return object.retractedAt === undefined || startOf(object.retractedAt) > limit;
}

function startOf(time: string): string {
  return time.length === 10 ? `${time}T00:00:00.000Z` : time;
}

/** The objects known on a day; those retracted later stand in them without the retraction. */
export function asKnownOn(objects: Iterable<CaseObject>, day: string): CaseObject[] {
  const known: CaseObject[] = [];
  for (const object of objects) {
    if (!wasKnown(object, day)) continue;
    if (object.retractedAt === undefined) known.push(object);
    else {
      const { retractedAt: _, ...before } = object;
      known.push(before as CaseObject);
    }
  }
  return known;
}
