import type { Brief, BriefSentence } from "@parley/case";

/** The brief with a sentence at the end of a section; a brief without sections gets a first one. */
export function withSentence(
  brief: Brief,
  section: number,
  sentence: BriefSentence,
  firstTitle: string,
): Brief {
  if (brief.sections.length === 0)
    return { ...brief, sections: [{ title: firstTitle, sentences: [sentence] }] };
  return {
    ...brief,
    sections: brief.sections.map((s, i) =>
      i === section ? { ...s, sentences: [...s.sentences, sentence] } : s,
    ),
  };
}

/** The brief with a sentence changed, or taken out. */
export function withChanged(
  brief: Brief,
  section: number,
  at: number,
  sentence: BriefSentence | undefined,
): Brief {
  return {
    ...brief,
    sections: brief.sections.map((s, i) => {
      if (i !== section) return s;
      const sentences = s.sentences.flatMap((old, k) =>
        k !== at ? [old] : sentence === undefined ? [] : [sentence],
      );
      return { ...s, sentences };
    }),
  };
}

/** A brief to save, and whether it stands on what there is now or on what its editor saw. */
export interface Rebased {
  brief: Brief;
  /** Somebody else changed this very sentence meanwhile: the brief is the one the editor began with, so that both show. */
  clash: boolean;
}

/**
 * A changed sentence (or one taken out) put into the brief as it is now. What others wrote elsewhere in the brief
 * meanwhile stays, also where it moved the sentence; found by its words and what it rests on, the nearest if it stands
 * there more than once.
 */
export function rebased(
  begun: Brief,
  now: Brief,
  section: number,
  at: number,
  sentence: BriefSentence | undefined,
): Rebased {
  const before = begun.sections[section]?.sentences[at];
  const same = (other: BriefSentence): boolean =>
    before !== undefined && JSON.stringify(other) === JSON.stringify(before);
  const title = begun.sections[section]?.title;
  const places = now.sections.flatMap((s, i) =>
    s.sentences.flatMap((other, k) =>
      same(other) ? [{ i, k, far: Math.abs(k - at) + (i === section && s.title === title ? 0 : 1e6) }] : [],
    ),
  );
  const place = places.sort((a, b) => a.far - b.far)[0];
  if (place === undefined) return { brief: withChanged(begun, section, at, sentence), clash: true };
  return { brief: withChanged(now, place.i, place.k, sentence), clash: false };
}

/** The brief with one more section at its end. */
export function withSection(brief: Brief, title: string): Brief {
  return { ...brief, sections: [...brief.sections, { title, sentences: [] }] };
}
