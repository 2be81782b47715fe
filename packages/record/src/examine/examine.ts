import { type Case, type Id, isInForce } from "@parley/case";
import type { Finding } from "./finding.ts";
import { missingDocuments, type NumberedSet } from "./missing-documents.ts";
import { type Likeness, nearDuplicates } from "./near-duplicates.ts";
import { driftingNumbers } from "./numbers.ts";
import { wrongOffices } from "./office-holders.ts";
import { provenanceFindings } from "./provenance.ts";
import { differingQuotations } from "./quotations-differ.ts";
import { sameEvents } from "./same-events.ts";
import { unnotedStances } from "./stance.ts";
import { wrongWeekdays } from "./weekday.ts";

/** What the documents of a case tell of each other. Nothing of it is corrected or decided. */
export interface Examination {
  findings: Finding[];
  likenesses: Likeness[];
  /** Groups of sources that go back to one: derived from, marked as near duplicates, or nearly the same by their words. */
  groups: Id[][];
  numbered: NumberedSet[];
  /** Sources without a date of their own → the first day on which they can have been written. */
  notBefore: Record<Id, { day: string; event: Id }>;
}

/** Look at all documents of a case beside each other. */
export function examine(held: Case, onProgress: (done: number, all: number) => void = () => {}): Examination {
  const sources = held.all("source").filter((s) => s.review?.state !== "rejected");
  const known = new Set(sources.map((s) => s.id));
  const texts = held.all("text").filter((text) => known.has(text.source));
  const gaps = held.all("gap").filter((gap) => gap.review?.state !== "rejected" && known.has(gap.source));
  const steps: (() => void)[] = [];
  const findings: Finding[] = [];
  let likenesses: Likeness[] = [];
  steps.push(() => findings.push(...provenanceFindings(sources, gaps)));
  steps.push(() => findings.push(...wrongWeekdays(texts)));
  steps.push(() => findings.push(...unnotedStances(sources, texts)));
  steps.push(() => findings.push(...wrongOffices(held.all("actor").filter(isInForce), sources, texts)));
  steps.push(() => {
    likenesses = nearDuplicates(texts);
  });
  // What nearly is one document cannot differ from itself in more than its damage.
  const apart = (finding: Finding): boolean => {
    const [a, b] = finding.places.map((p) => p.source);
    return !likenesses.some(
      (l) => l.type !== "part" && ((l.a === a && l.b === b) || (l.a === b && l.b === a)),
    );
  };
  steps.push(() => findings.push(...driftingNumbers(texts)));
  steps.push(() => findings.push(...differingQuotations(texts).filter(apart)));
  // What nearly is one document tells of one event anyway, and counts as one source.
  steps.push(() => findings.push(...sameEvents(held)));
  for (const [done, step] of steps.entries()) {
    step();
    onProgress(done + 1, steps.length);
  }
  return {
    findings,
    likenesses,
    groups: groupsOf(sources, likenesses),
    numbered: missingDocuments(sources),
    notBefore: notBefore(
      held,
      sources.filter((s) => s.published === undefined).map((s) => s.id),
    ),
  };
}

function groupsOf(
  sources: readonly { id: Id; derivedFrom?: Id[]; nearDuplicateOf?: Id[] }[],
  likenesses: readonly Likeness[],
): Id[][] {
  const root = new Map(sources.map(({ id }) => [id, id]));
  const find = (id: Id): Id => {
    let at = id;
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) at = up;
    return at;
  };
  const join = (a: Id, b: Id): void => {
    if (root.has(a) && root.has(b)) root.set(find(a), find(b));
  };
  for (const { id, derivedFrom = [], nearDuplicateOf = [] } of sources)
    for (const other of [...derivedFrom, ...nearDuplicateOf]) join(id, other);
  for (const { a, b, type } of likenesses) if (type !== "part") join(a, b);
  const groups = new Map<Id, Id[]>();
  for (const { id } of sources) groups.set(find(id), [...(groups.get(find(id)) ?? []), id]);
  return [...groups.values()].filter((group) => group.length > 1);
}

/** A source that tells of an event cannot be older than it. The latest such event counts. */
function notBefore(held: Case, undated: readonly Id[]): Examination["notBefore"] {
  const found: Examination["notBefore"] = {};
  for (const event of held.inForce("event")) {
    const day = event.when?.earliest?.slice(0, 10);
    if (day === undefined || (event.occurrence !== "happened" && event.occurrence !== "reported")) continue;
    for (const passage of event.basis?.passages ?? []) {
      const source = held.get("passage", passage)?.source;
      if (source === undefined || !undated.includes(source)) continue;
      if (found[source] === undefined || found[source].day < day) found[source] = { day, event: event.id };
    }
  }
  return found;
}
