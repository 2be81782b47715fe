import type { DocSection } from "./document.ts";

/**
 * Length of the main text, in words: two A4 pages as `render-html.ts` prints it. The end of a line that a sentence
 * leaves empty counts as SENTENCE words, the room about a heading as HEADING words.
 */
export const MAIN_WORDS = 900;
const SENTENCE = 4;
const HEADING = 14;
/** The title of a section's rest in the annex: no two sections of a brief share a name. */
export const continued = (title: string): string => `${title} (continued)`;

/** A section keeps at least so many sentences in the main text, or all it has. */
const LEAST = 2;

/**
 * Share a brief out over the main text and its annex. What an author wrote stays where the author put it; of what
 * Parley put together, sentences that are details go to the annex, and then, while the main text is too long, the
 * longest of those sections gives away its last sentence. Sections come with what matters first at their head, so what
 * stays is what matters. Nothing is left out.
 */
export function layOut(sections: readonly DocSection[], details: ReadonlySet<unknown>): DocSection[] {
  const kept = sections.map((section) => {
    const main =
      section.type === "written" ? section.sentences : section.sentences.filter((one) => !details.has(one));
    return main.length === 0 && section.type !== "record" ? section.sentences.slice(0, 1) : [...main];
  });
  const movable = sections.map((section) => !section.sentences.some((one) => one.written !== undefined));
  const length = (n: number): number =>
    kept[n]?.reduce((sum, one) => sum + words(one.runs) + SENTENCE, 0) ?? 0;
  for (;;) {
    const all = sections.reduce(
      (sum, section, n) => sum + length(n) + words([{ text: section.title }]) + HEADING,
      0,
    );
    if (all <= MAIN_WORDS) break;
    const longest = sections
      .map((_, n) => n)
      .filter((n) => movable[n] === true && (kept[n]?.length ?? 0) > LEAST)
      .sort((a, b) => length(b) - length(a) || b - a)[0];
    if (longest === undefined) break;
    kept[longest]?.pop();
  }
  const main: DocSection[] = [];
  const annex: DocSection[] = [];
  for (const [n, section] of sections.entries()) {
    const stays = new Set(kept[n]);
    const rest = section.sentences.filter((one) => !stays.has(one));
    if (stays.size > 0)
      main.push({
        ...section,
        sentences: section.sentences.filter((one) => stays.has(one)),
        more: rest.length,
      });
    if (rest.length > 0)
      annex.push({ ...section, title: continued(section.title), sentences: rest, annex: true, more: 0 });
  }
  return [...main, ...annex];
}

function words(runs: readonly { text: string }[]): number {
  return runs.reduce((sum, run) => sum + (run.text.match(/\S+/gu)?.length ?? 0), 0);
}
