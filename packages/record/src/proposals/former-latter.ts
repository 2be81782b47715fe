import type { Range } from "@parley/case";
import type { CleanDocument } from "../document.ts";
import type { Mention, MentionFinder } from "./mentions.ts";

/**
 * "The former" and "the latter" name nobody for certain: the two that were last named side by side ("A and B") before,
 * in the same paragraph, are offered as candidates, the likelier first. Other mentions stay as they are.
 */
export function resolved(
  document: CleanDocument,
  mention: Mention | undefined,
  [start]: Range,
  finder: MentionFinder,
): Mention | undefined {
  if (mention === undefined || mention.name !== null) return mention;
  const { text } = document;
  const words = text.slice(...mention.range).toLowerCase();
  if (words !== "the former" && words !== "the latter") return mention;
  const from = text.lastIndexOf("\n", start) + 1;
  const named = finder.find(text.slice(from, start), from).filter((m) => m.name !== null);
  for (let i = named.length - 1; i > 0; i--) {
    const [a, b] = [named[i - 1]!, named[i]!];
    if (text.slice(a.range[1], b.range[0]) !== " and ") continue;
    const candidates = [a.name!, b.name!];
    return { ...mention, candidates: words === "the former" ? candidates : candidates.reverse() };
  }
  return mention;
}
