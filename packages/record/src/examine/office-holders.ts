import type { Actor, Source, TextVersion } from "@parley/case";
import * as say from "../messages.ts";
import { type Finding, finding } from "./finding.ts";

const escaped = (words: string): string =>
  words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");

/**
 * Places where somebody is called by an office that, as the case has it, they did not hold when the source was published.
 * Only the words "office name" beside each other count: "former" before them, or any other word between, is no claim.
 */
export function wrongOffices(
  actors: readonly Pick<Actor, "name" | "aliases" | "offices">[],
  sources: readonly Pick<Source, "id" | "published">[],
  texts: readonly Pick<TextVersion, "source" | "text">[],
): Finding[] {
  const found: Finding[] = [];
  const textOf = new Map(texts.map((text) => [text.source, text.text]));
  for (const actor of actors) {
    const names = [actor.name, ...(actor.aliases ?? []).map((a) => (typeof a === "string" ? a : a.name))];
    for (const { title, during } of actor.offices ?? []) {
      const [from, to] = [during?.earliest?.slice(0, 10), during?.latest?.slice(0, 10)];
      if (from === undefined && to === undefined) continue;
      const pattern = new RegExp(
        `(?<!\\b(?:former|ex|then|future|acting|late)[\\s-]+)(?<![\\p{L}\\p{N}])${escaped(title)}\\s+(?:${names.map(escaped).join("|")})(?![\\p{L}\\p{N}])`,
        "giu",
      );
      for (const source of sources) {
        const published = source.published;
        const text = textOf.get(source.id);
        if (text === undefined || published?.earliest === undefined || published.latest === undefined)
          continue;
        const before = from !== undefined && published.latest.slice(0, 10) < from;
        const after = to !== undefined && published.earliest.slice(0, 10) > to;
        if (!before && !after) continue;
        for (const match of text.matchAll(pattern)) {
          const range: [number, number] = [match.index, match.index + match[0].length];
          const place = { source: source.id, range, text: match[0] };
          found.push(
            finding(
              "office",
              [place],
              say.notInOffice(actor.name, title, before ? "before" : "after", (before ? from : to) as string),
            ),
          );
        }
      }
    }
  }
  return found;
}
