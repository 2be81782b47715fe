import type { Case } from "./case.ts";
import { type Ref, refOf, splitRef } from "./id.ts";
import type { Gap } from "./objects/record.ts";
import type { Thread } from "./trace.ts";

/** Whether words are still missing there: nobody found them, and nobody said that none are missing. */
export function isOpenGap(gap: Gap): boolean {
  const state = gap.review?.state;
  return gap.found === undefined && state !== "rejected" && state !== "superseded";
}

/** How much waits for the words of a gap. */
export interface GapWeight {
  gap: Gap;
  /** Claims it touches, and those of them whose polarity its words decide. */
  claims: Ref[];
  undecided: number;
  /** Positions, preconditions, texts and whatever else an analyst made that rests on those claims. */
  built: Ref[];
  /** Results computed from any of it, and briefs that say it. */
  conclusions: Ref[];
}

/**
 * What to look up first: gaps by how much hangs on them, conclusions before what was built, before claims; of those alike,
 * where a lost word decides for or against comes first. What was set aside in review does not count, nor what was found.
 */
export function gapWeights(held: Case, thread: Thread): GapWeight[] {
  const weights: GapWeight[] = [];
  for (const gap of held.all("gap")) {
    if (!isOpenGap(gap)) continue;
    const weight: GapWeight = { gap, claims: [], undecided: 0, built: [], conclusions: [] };
    for (const ref of thread.up(refOf("gap", gap.id))) {
      const kind = splitRef(ref)?.kind;
      const object = held.at(ref);
      const state = object?.review?.state;
      if (state === "rejected" || state === "superseded") continue;
      // The account of the record names every gap: it waits for none of them.
      if (ref === "result:record") continue;
      if (object === undefined || kind === "brief") weight.conclusions.push(ref);
      else if (object?.kind === "claim") {
        weight.claims.push(ref);
        if (object.polarity === "unknown") weight.undecided++;
      } else if (kind !== "statement" && kind !== "comment") weight.built.push(ref);
    }
    weights.push(weight);
  }
  const by = (w: GapWeight): number[] => [w.conclusions.length, w.built.length, w.undecided, w.claims.length];
  return weights
    .map((weight, place) => ({ weight, place, by: by(weight) }))
    .sort((a, b) => {
      for (const [i, x] of a.by.entries()) if (x !== b.by[i]) return (b.by[i] as number) - x;
      return a.place - b.place;
    })
    .map(({ weight }) => weight);
}
