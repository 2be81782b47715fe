import { type Level, mayRead, type Ref } from "@parley/case";
import type { HistoryEntry } from "@parley/server/api";
import { kindOf } from "../thread/places.ts";

/** Which changes to show; what is absent does not restrict. */
export interface HistoryFilter {
  of?: string | undefined;
  by?: string | undefined;
  kind?: string | undefined;
  words?: string | undefined;
  /** Days, both included, as the reader's clock has them. */
  from?: string | undefined;
  to?: string | undefined;
}

/** The day of an instant by the reader's clock, `YYYY-MM-DD`. */
export function dayOf(instant: string): string {
  const date = new Date(instant);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * The changes that a filter lets through and that may be read at a level, in their order.
 *
 * @param outOfSight what may not be read at that level today, whatever its level was then
 */
export function filtered(
  entries: readonly HistoryEntry[],
  filter: HistoryFilter,
  limit: Level,
  outOfSight: ReadonlySet<Ref>,
): HistoryEntry[] {
  const words = (filter.words ?? "").toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    // Neither what was secret then nor what is secret now is named.
    if (!mayRead(entry.level, limit) || outOfSight.has(entry.ref)) return false;
    if (filter.of !== undefined && entry.ref !== filter.of) return false;
    if (filter.by !== undefined && entry.by !== filter.by) return false;
    if (filter.kind !== undefined && kindOf(entry.ref) !== filter.kind) return false;
    const on = filter.from === undefined && filter.to === undefined ? "" : dayOf(entry.at);
    if (filter.from !== undefined && on < filter.from) return false;
    if (filter.to !== undefined && on > filter.to) return false;
    const text = `${entry.name} ${entry.why} ${entry.by}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
