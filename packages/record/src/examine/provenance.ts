import type { Gap, Id, Source } from "@parley/case";
import * as say from "../messages.ts";
import { type Finding, finding } from "./finding.ts";

const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/^(https?:\/\/)?(www\.)?/, "")
    .replace(/\/.*$/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Whether a host may be the publisher's own: one name stands in the other ("gazette.example" and "The Gazette"). */
function sameHouse(host: string, publisher: string): boolean {
  const [a, b] = [plain(host), plain(publisher).replace(/^the/, "")];
  return a === b || a.includes(b) || b.includes(a.replace(/(com|org|net|info|example|[a-z]{2})$/, ""));
}

/** What does not fit in where documents come from: copies found elsewhere, names that were overwritten, circles. */
export function provenanceFindings(sources: readonly Source[], gaps: readonly Gap[]): Finding[] {
  const found: Finding[] = [];
  for (const { id, host, publisher } of sources) {
    if (host !== undefined && publisher !== undefined && !sameHouse(host, publisher))
      found.push(finding("copy", [{ source: id }], say.copyElsewhere(host, publisher)));
  }
  const replaced = new Map<Id, Gap>();
  for (const gap of gaps)
    if (gap.type === "replaced-name" && !replaced.has(gap.source)) replaced.set(gap.source, gap);
  for (const [source, { range, context }] of replaced)
    found.push(finding("publisher", [{ source, range, text: context }], say.nameOverwritten));
  for (const { id, firstPublisher, publisher, note } of sources) {
    if (firstPublisher === undefined && publisher === undefined && replaced.has(id) && note === undefined)
      found.push(finding("first-publisher", [{ source: id }], say.firstPublisherLost));
  }
  found.push(...circles(sources));
  return found;
}

/** Sources each of which goes back to the next, and the last to the first: together they are no evidence. */
function circles(sources: readonly Source[]): Finding[] {
  const from = new Map(sources.map((source) => [source.id, source.derivedFrom ?? []]));
  const found = new Map<string, Finding>();
  for (const { id } of sources) {
    const path: Id[] = [];
    const walk = (at: Id): void => {
      if (path.includes(at)) {
        const circle = path.slice(path.indexOf(at));
        const key = [...circle].sort().join("+");
        if (!found.has(key))
          found.set(
            key,
            finding(
              "circular",
              [...circle].sort().map((source) => ({ source })),
              say.circular(circle.length),
            ),
          );
        return;
      }
      if (path.length > 50) return;
      path.push(at);
      for (const next of from.get(at) ?? []) walk(next);
      path.pop();
    };
    walk(id);
  }
  return [...found.values()];
}
