import { distance } from "fastest-levenshtein";
import type { Observation } from "./core/kaplan-meier.ts";
import { COW_INTERSTATE_WARS } from "./data/cow-interstate.ts";
import { noSuchClass } from "./messages.ts";

/** A set of comparable pasts: which one is chosen decides the answer, so it is always named beside it. */
export interface ReferenceClass {
  name: string;
  title: string;
  /** What is counted, in the plural: wars, dyad episodes. */
  unit: string;
  citation: string;
  /** What a duration is, and what limits the class has. */
  rule: string;
  observations: readonly Observation[];
}

const COW = {
  unit: "wars",
  citation:
    "M. Sarkees and F. Wayman, Resort to War: 1816–2007, CQ Press, 2010; Correlates of War, Inter-State War Data v4.0. Durations re-stated by Parley.",
  rule: "A duration is the number of days on which the war was fought, truces left out. A war that turned into one of another type counts as ended. All these wars had ended, so none is censored.",
} as const;

const observed = (wars: typeof COW_INTERSTATE_WARS): Observation[] =>
  wars.map(([, , , , , days]) => ({ days, ended: true }));

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
