import type { Source } from "@parley/case";

/** Documents whose names are numbered, and the numbers that no document here has. */
export interface NumberedSet {
  /** The name around the number: `report-*.pdf`; empty for names that only begin with one. */
  pattern: string;
  have: number[];
  missing: number[];
}

/** A set with more holes than documents is no set that somebody numbered on purpose. */
const HOLES_PER_DOCUMENT = 1;

/**
 * Sets of documents numbered in their file names, each with the numbers that are missing between its first and its last.
 * A number counts when it begins the name and a sign follows (`002_letter.txt`), or when it is all that differs
 * (`annex-3.pdf`). What is before the first or after the last nobody can know.
 */
export function missingDocuments(sources: readonly Pick<Source, "file">[]): NumberedSet[] {
  const sets = new Map<string, Set<number>>();
  for (const { file } of sources) {
    if (file === undefined) continue;
    const first = /^(\d{1,6})[_\-. ]/.exec(file);
    // A name that begins with a year is a date, not a number in a set.
    const isYear = first !== null && /^(19|20)\d\d[-. ]/.test(file);
    const inside = /^(.*?\D)(\d{1,4})(\.[^.]*)?$/.exec(file);
    const [pattern, digits] =
      first !== null && !isYear
        ? [`#${first[1]?.length}`, first[1]]
        : inside !== null
          ? [`${inside[1]}*${inside[3] ?? ""}`, inside[2]]
          : [undefined, undefined];
    if (pattern === undefined || digits === undefined) continue;
    sets.set(pattern, (sets.get(pattern) ?? new Set()).add(Number(digits)));
  }
  const found: NumberedSet[] = [];
  for (const [pattern, numbers] of sets) {
    const have = [...numbers].sort((a, b) => a - b);
    const [from, to] = [have[0] as number, have.at(-1) as number];
    if (have.length < 2 || to - from + 1 - have.length > have.length * HOLES_PER_DOCUMENT) continue;
    const missing: number[] = [];
    for (let n = from; n <= to; n++) if (!numbers.has(n)) missing.push(n);
    if (missing.length > 0) found.push({ pattern: pattern.startsWith("#") ? "" : pattern, have, missing });
  }
  return found;
}
