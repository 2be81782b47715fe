import { type Case, formatTime, parseTime, type Source, type WorldTime } from "@parley/case";
import { type Incoming, same } from "./incoming.ts";

/** What a list of references says of one document, in words. */
export interface Reference {
  title?: string;
  author?: string;
  publisher?: string;
  /** EDTF. */
  published?: string;
  language?: string;
  url?: string;
  topics?: string[];
}

/** A source as a reference. */
export function referenceOf(held: Case, source: Source): Reference {
  const published = source.published === undefined ? undefined : formatTime(source.published);
  const topics = (source.topics ?? []).map((id) => held.nameOf(`topic:${id}`));
  return {
    ...(source.title === undefined ? {} : { title: source.title }),
    ...(source.byline === undefined ? {} : { author: source.byline }),
    ...(source.publisher === undefined ? {} : { publisher: source.publisher }),
    ...(published === undefined ? {} : { published }),
    ...(source.language === undefined ? {} : { language: source.language }),
    ...(source.host === undefined ? {} : { url: source.host }),
    ...(topics.length === 0 ? {} : { topics }),
  };
}

/** Year, month and day of a time of at most a day, as far as they are known. */
export function partsOf(published: string | undefined): number[] | undefined {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(published ?? "");
  if (found === null) return undefined;
  const parts = found
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  // 21 to 24 are seasons, not months.
  return (parts[1] ?? 1) > 12 ? parts.slice(0, 1) : parts;
}

const FIELDS = ["byline", "publisher", "published", "language", "host"] as const;

/**
 * Fill what is empty in the documents that references name by title. What is there already stays, also where the list
 * says something else; a reference without its document is listed: a document is its characters, not its title.
 */
export function fillSources(held: Case, references: readonly Reference[]): Incoming {
  const result: Incoming = { objects: [], filled: [], orphans: 0, skipped: [] };
  for (const reference of references) {
    const what = reference.title ?? reference.url ?? reference.author ?? "a reference";
    const found = held
      .inForce("source")
      .filter(
        (one) => same(one.title, reference.title) || (one.host !== undefined && one.host === reference.url),
      );
    const [source] = found;
    if (source === undefined || found.length > 1) {
      result.skipped.push({ what, why: "no document of the case is meant" });
      continue;
    }
    const said = asFields(reference);
    const empty = FIELDS.filter((field) => source[field] === undefined && said[field] !== undefined);
    if (empty.length === 0) {
      result.skipped.push({ what, why: "it is there already" });
      continue;
    }
    result.filled.push({ ...source, ...Object.fromEntries(empty.map((field) => [field, said[field]])) });
  }
  return result;
}

function asFields(reference: Reference): Partial<Record<(typeof FIELDS)[number], string | WorldTime>> {
  const published = reference.published === undefined ? undefined : parseTime(reference.published);
  return {
    ...(reference.author === undefined ? {} : { byline: reference.author }),
    ...(reference.publisher === undefined ? {} : { publisher: reference.publisher }),
    ...(published === undefined ? {} : { published }),
    ...(reference.language === undefined ? {} : { language: reference.language }),
    ...(reference.url === undefined ? {} : { host: reference.url }),
  };
}
