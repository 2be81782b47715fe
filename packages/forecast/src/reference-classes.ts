import { distance } from "fastest-levenshtein";
import type { Observation } from "./core/kaplan-meier.ts";
import { COW_INTERSTATE_WARS } from "./data/cow-interstate.ts";
import { noSuchClass, classFilter as say } from "./messages.ts";

/** One past of a class, with what it can be chosen by. */
export interface Episode extends Observation {
  name?: string;
  /** Its first day, `YYYY-MM-DD`. */
  start?: string;
  kind?: string;
  outcome?: string;
}

/** A set of comparable pasts: which one is chosen decides the answer, so it is always named beside it. */
export interface ReferenceClass {
  name: string;
  title: string;
  /** What is counted, in the plural: wars, dyad episodes. */
  unit: string;
  citation: string;
  /** What a duration is, and what limits the class has. */
  rule: string;
  observations: readonly Episode[];
}

const COW = {
  unit: "wars",
  citation:
    "M. Sarkees and F. Wayman, Resort to War: 1816–2007, CQ Press, 2010; Correlates of War, Inter-State War Data v4.0. Durations re-stated by Parley.",
  rule: "A duration is the number of days on which the war was fought, truces left out. A war that turned into one of another type counts as ended. All these wars had ended, so none is censored.",
} as const;

const observed = (wars: typeof COW_INTERSTATE_WARS): Episode[] =>
  wars.map(([, name, start, , , days, outcome]) => ({
    days,
    ended: true,
    name,
    start,
    kind: "interstate",
    outcome,
  }));

/** The reference classes that come with Parley. */
export const REFERENCE_CLASSES: readonly ReferenceClass[] = [
  {
    name: "cow-interstate",
    title: "Interstate wars, 1823 to 2003",
    ...COW,
    observations: observed(COW_INTERSTATE_WARS),
  },
  {
    name: "cow-interstate-1946",
    title: "Interstate wars since 1946",
    ...COW,
    observations: observed(COW_INTERSTATE_WARS.filter(([, , start]) => start >= "1946")),
  },
];

/** Nobody knows a class of that name. */
export class UnknownClassError extends Error {
  override name = "UnknownClassError";
  readonly value: string;

  constructor(value: string) {
    const known = REFERENCE_CLASSES.map((c) => c.name);
    const near = known.filter((name) => distance(value, name) <= Math.max(2, name.length / 3));
    near.sort((a, b) => distance(value, a) - distance(value, b));
    super(noSuchClass(value, known, near[0]));
    this.value = value;
  }
}

/** @throws UnknownClassError */
export function referenceClass(name: string): ReferenceClass {
  const found = REFERENCE_CLASSES.find((c) => c.name === name);
  if (found === undefined) throw new UnknownClassError(name);
  return found;
}

/** Which pasts of a class count. */
export interface ClassFilter {
  /** Those that began on this day or later: a year, month or day. */
  since?: string;
  kind?: string;
  outcome?: string;
}

/**
 * A class cut down to the pasts that count. Its name and title say by what; a past that does not say what is asked for
 * is left out.
 *
 * @throws RangeError when nothing is left, with the values that occur
 */
export function filteredClass(of: ReferenceClass, filter: ClassFilter): ReferenceClass {
  const { since, kind, outcome } = filter;
  const same = (value: string | undefined, wanted: string | undefined): boolean =>
    wanted === undefined || value?.toLowerCase() === wanted.toLowerCase();
  const kept = of.observations.filter(
    (o) =>
      (since === undefined || (o.start !== undefined && o.start >= since)) &&
      same(o.kind, kind) &&
      same(o.outcome, outcome),
  );
  const parts = [
    ...(since === undefined ? [] : [say.since(since)]),
    ...(kind === undefined ? [] : [say.kind(kind)]),
    ...(outcome === undefined ? [] : [say.outcome(outcome)]),
  ];
  if (parts.length === 0) return of;
  if (kept.length === 0) {
    const values = (pick: (o: Episode) => string | undefined): string[] =>
      [...new Set(of.observations.flatMap((o) => pick(o) ?? []))].sort();
    throw new RangeError(
      say.none(
        of.name,
        parts,
        values((o) => o.kind),
        values((o) => o.outcome),
      ),
    );
  }
  return {
    ...of,
    name: `${of.name}[${parts.join(", ")}]`,
    title: `${of.title}: ${parts.join(", ")}`,
    rule: outcome === undefined ? of.rule : `${of.rule} ${say.hindsight()}`,
    observations: kept,
  };
}
