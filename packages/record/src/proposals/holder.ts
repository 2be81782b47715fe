import type { Range } from "@parley/case";
import { resolved } from "./former-latter.ts";
import type { Mention } from "./mentions.ts";
import type { QuotationProposal } from "./proposal.ts";
import type { Reading, Sentence } from "./reading.ts";
import { mainSubject, subjectBefore } from "./speaker.ts";

/** Statements of a document by the sentence in which they begin, so that what stands in one finds who says it. */
export class Statements {
  /** By where they begin. */
  readonly #all: readonly QuotationProposal[];
  /** Those with a verb, by where that begins. */
  readonly #byCue: readonly QuotationProposal[];
  readonly #longest: number;
  constructor(all: readonly QuotationProposal[]) {
    this.#all = all.filter((one) => one.mode !== "term").sort((a, b) => a.range[0] - b.range[0]);
    this.#byCue = this.#all
      .filter((one) => one.cue !== undefined)
      .sort((a, b) => a.cue!.range[0] - b.cue!.range[0]);
    this.#longest = this.#all.reduce((most, { range }) => Math.max(most, range[1] - range[0]), 0);
  }

  /** The narrowest statement that holds a place. */
  around([start, end]: Range): QuotationProposal | undefined {
    let best: QuotationProposal | undefined;
    for (let i = firstFrom(this.#all, start - this.#longest, begin); i < this.#all.length; i++) {
      const one = this.#all[i]!;
      if (one.range[0] > start) break;
      if (one.range[1] < end) continue;
      if (best === undefined || one.range[1] - one.range[0] <= best.range[1] - best.range[0]) best = one;
    }
    return best;
  }

  /** The statement whose verb stands in a range; of several the one that begins first. */
  byCue([start, end]: Range): QuotationProposal | undefined {
    let best: QuotationProposal | undefined;
    for (let i = firstFrom(this.#byCue, start, cueBegin); i < this.#byCue.length; i++) {
      const one = this.#byCue[i]!;
      const [from, to] = one.cue!.range;
      if (from > end) break;
      if (to <= end && (best === undefined || one.range[0] < best.range[0])) best = one;
    }
    return best;
  }

  /** The last statement that ends before a place, in the same paragraph. */
  before(place: number, from: number): QuotationProposal | undefined {
    for (let i = firstFrom(this.#all, place + 1, begin) - 1; i >= 0; i--) {
      const one = this.#all[i]!;
      if (one.range[0] < from) return undefined;
      if (one.range[1] <= place && one.sentence[0] >= from && one.speakerRange !== undefined) return one;
    }
    return undefined;
  }
}

const begin = (one: QuotationProposal): number => one.range[0];
const cueBegin = (one: QuotationProposal): number => one.cue!.range[0];

/** Number of the first in a sorted list that begins at a place or after it. */
function firstFrom(
  list: readonly QuotationProposal[],
  place: number,
  of: (one: QuotationProposal) => number,
): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (of(list[middle]!) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const statementsOf = (all: readonly QuotationProposal[]): Statements => new Statements(all);

/** The speaker of a statement as a mention again. */
export function mentionOf(statement: QuotationProposal): Mention | undefined {
  const { speaker, speakerRange, speakerCandidates, unnamed } = statement;
  if (speakerRange === undefined) return undefined;
  return {
    range: speakerRange,
    name: speaker,
    known: speaker !== null,
    ...(speakerCandidates === undefined ? {} : { candidates: speakerCandidates }),
    ...(unnamed === undefined ? {} : { unnamed }),
  };
}

/**
 * Whose words or act a cue is: whoever makes the statement that holds it, or whose verb of saying it is; else the subject
 * before it; else the subject of the sentence. Undefined: the words do not tell.
 */
export function holderOf(
  reading: Reading,
  statements: Statements,
  sentence: Sentence,
  cue: Range,
): Mention | undefined {
  const own = statements.byCue(cue);
  if (own !== undefined) return mentionOf(own);
  const around = statements.around(cue);
  if (around !== undefined) return mentionOf(around);
  // Within quotation marks it is a speaker's, even if nobody knows whose.
  if (sentence.quoted.some((q) => q.inner[0] <= cue[0] && q.inner[1] >= cue[1])) return undefined;
  const [start] = sentence.range;
  const before = reading.document.text.slice(start, cue[0]);
  const participle = /^\p{Ll}+ing(?!\p{L})/u.test(reading.document.text.slice(...cue));
  const near = participle ? undefined : subjectBefore(before, start, reading);
  const found =
    near ??
    withSubject(before, start, reading) ??
    mainSubject(before, start, reading.finder) ??
    (participle ? subjectBefore(before.replace(/, $/, " "), start, reading) : undefined);
  return resolved(reading.document, found, sentence.range, reading.finder);
}

/** "With Putin showing … and Trump placing …": the subject of a participle after "with" or "and". */
function withSubject(before: string, at: number, { finder }: Reading): Mention | undefined {
  const last = finder.find(before, at).at(-1);
  if (last === undefined || last.range[1] - at !== before.trimEnd().length) return undefined;
  return /(?:^|[ ,])(?:[Ww]ith|and|while) $/u.test(before.slice(0, last.range[0] - at)) ? last : undefined;
}
