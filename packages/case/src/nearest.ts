import { distance } from "fastest-levenshtein";

/**
 * The known word nearest to a misspelt one, or undefined when none is near: at most a third of its letters
 * (two at least) may differ. The first in the given order wins a tie.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const d = distance(word.toLowerCase(), candidate.toLowerCase());
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}
