import type { Source, TextVersion } from "@parley/case";
import * as say from "../messages.ts";
import { JUDGING } from "../rules/en/levels.ts";
import { type Finding, type FindingPlace, finding } from "./finding.ts";

/** So many different words of judging, and a source takes a side. */
const LEAST = 4;
/** Places that are named. */
const SHOWN = 8;

const QUOTED = /[“„"«][^“”„"«»\n]{1,600}[”“"»]/gu;

/**
 * Sources in English that judge in their own voice, outside quotation marks, and of which nobody has noted where their author
 * stands. Which side it is, the rule does not say.
 */
export function unnotedStances(
  sources: readonly Pick<Source, "id" | "stance" | "language">[],
  texts: readonly Pick<TextVersion, "source" | "text">[],
): Finding[] {
  const open = new Set(
    sources
      .filter(({ stance, language }) => stance === undefined && (language ?? "en") === "en")
      .map(({ id }) => id),
  );
  return texts.flatMap(({ source, text }) => {
    if (!open.has(source)) return [];
    // Blanked, not cut: places stay where they are.
    const own = text.replace(QUOTED, (words) => " ".repeat(words.length));
    const places: FindingPlace[] = [...own.matchAll(JUDGING)].map((match) => ({
      source,
      range: [match.index, match.index + match[0].length],
      text: match[0],
    }));
    const words = [...new Set(places.map((place) => place.text!.toLowerCase()))];
    if (words.length < LEAST) return [];
    return [
      // By the source alone: which words the list holds may change, that it was set aside does not.
      {
        ...finding("stance", [{ source }], say.takesSides(words.slice(0, SHOWN), places.length)),
        places: places.slice(0, SHOWN),
      },
    ];
  });
}
