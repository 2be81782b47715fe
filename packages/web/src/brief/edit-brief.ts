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

/** The brief with one more section at its end. */
export function withSection(brief: Brief, title: string): Brief {
  return { ...brief, sections: [...brief.sections, { title, sentences: [] }] };
}
