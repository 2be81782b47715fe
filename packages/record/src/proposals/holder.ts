import type { Range } from "@parley/case";
import { resolved } from "./former-latter.ts";
import type { Mention } from "./mentions.ts";
import type { QuotationProposal } from "./proposal.ts";
import type { Reading, Sentence } from "./reading.ts";
import { mainSubject, subjectBefore } from "./speaker.ts";

/** Statements of a document by the sentence in which they begin, so that what stands in one finds who says it. */
export class Statements {
  readonly #all: readonly QuotationProposal[];
  constructor(all: readonly QuotationProposal[]) {
    this.#all = all.filter((one) => one.mode !== "term").sort((a, b) => a.range[0] - b.range[0]);
  }

  /** The narrowest statement that holds a place. */
  around([start, end]: Range): QuotationProposal | undefined {
    let best: QuotationProposal | undefined;
    for (const one of this.#all) {
      if (one.range[0] > start) break;
      if (one.range[1] < end) continue;
      if (best === undefined || one.range[1] - one.range[0] <= best.range[1] - best.range[0]) best = one;
    }
    return best;
  }

  /** The statement whose verb stands in a range. */
  byCue([start, end]: Range): QuotationProposal | undefined {
    return this.#all.find(
      (one) => one.cue !== undefined && one.cue.range[0] >= start && one.cue.range[1] <= end,
    );
  }

  /** The last statement that ends before a place, in the same paragraph. */
  before(place: number, from: number): QuotationProposal | undefined {
    return this.#all.findLast(
      (one) => one.range[1] <= place && one.sentence[0] >= from && one.speakerRange !== undefined,
    );
  }
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
