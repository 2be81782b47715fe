import type { Case } from "@parley/case";
import type { Examination } from "@parley/server/api";

/** An examination without what speaks of documents that are out of sight. */
export function inSight(all: Examination, held: Case): Examination {
  const seen = (id: string): boolean => held.get("source", id) !== undefined;
  return {
    findings: all.findings.filter(
      (finding) =>
        finding.places.every((place) => seen(place.source)) &&
        (finding.events ?? []).every((id) => held.get("event", id) !== undefined),
    ),
    likenesses: all.likenesses.filter(({ a, b }) => seen(a) && seen(b)),
    groups: all.groups.map((group) => group.filter(seen)).filter((group) => group.length > 1),
    // What is missing in a set tells of documents out of sight only where all of its own are in sight.
    numbered: held.all("source").length === 0 ? [] : all.numbered,
    notBefore: Object.fromEntries(
      Object.entries(all.notBefore).filter(
        ([id, { event }]) => seen(id) && held.get("event", event) !== undefined,
      ),
    ),
  };
}
