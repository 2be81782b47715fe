import type { Actor, CaseObject, Gap, Id, Passage, Range, Source, TextVersion } from "@parley/case";
import type { CleanDocument, CleanGap } from "./document.ts";
import type { Proposal } from "./proposals/proposal.ts";
import { type About, objectOf, RULES_VERSION } from "./proposed-objects.ts";
import { anchorAt } from "./relocate.ts";
import type { SourceFacts } from "./source-facts.ts";

/** A source, its text version and its gaps: what a document is, before any proposal. */
export function recordOf(
  document: CleanDocument,
  facts: SourceFacts,
): { source: Source; text: TextVersion; gaps: Gap[] } {
  return {
    source: sourceOf(document, facts),
    text: textVersionOf(document, facts.id),
    gaps: gapsOf(document, facts),
  };
}

/**
 * A document and its proposals as objects of a case. The same document, facts and proposals always give the same
 * objects with the same ids. What the rules found waits for review; nothing is accepted here.
 */
export function toCase(
  document: CleanDocument,
  proposals: readonly Proposal[],
  facts: SourceFacts,
): CaseObject[] {
  const { source, text, gaps } = recordOf(document, facts);
  const passages = new Map<Id, Passage>();
  const actorOf = actorFinder(facts.actors ?? []);
  const about: About = {
    document,
    facts,
    actorOf,
    proposals,
    passageOf: (range) => {
      const passage = passageOf(document, range, facts);
      passages.set(passage.id, passage);
      return passage;
    },
  };
  const found = proposals.flatMap((proposal) => objectOf(proposal, about) ?? []);
  return [source, text, ...gaps, ...passages.values(), ...found];
}

function sourceOf({ metadata, charset, language, mediaType }: CleanDocument, facts: SourceFacts): Source {
  const { title, byline, publisher, published, firstPublisher, host } = metadata;
  const source: Source = {
    id: facts.id,
    kind: "source",
    sha256: facts.sha256,
    mediaType,
    charset: charset.name,
  };
  if (title !== undefined) source.title = title.value;
  if (facts.file !== undefined) source.file = facts.file;
  if (facts.size !== undefined) source.size = facts.size;
  if (byline !== undefined) source.byline = byline.value;
  if (host !== undefined) source.host = host.value;
  if (publisher !== undefined) source.publisher = publisher.value;
  if (typeof firstPublisher?.value === "string") source.firstPublisher = firstPublisher.value;
  // A date whose weekday contradicts it is not taken over: the analyst sees it in the text.
  if (published !== undefined && published.weekdayAgrees !== false) {
    const { value } = published;
    source.published = { earliest: value, latest: value, precision: "day", basis: "stated" };
    source.reportedAt = value;
  }
  if (language !== null) source.language = language.code;
  if (facts.knownAt !== undefined) source.knownAt = facts.knownAt;
  return source;
}

function textVersionOf(document: CleanDocument, source: Id): TextVersion {
  const { text, ops, furniture, blocks, map, raw, metadata, layer } = document;
  const version: TextVersion = {
    id: `${source}.text`,
    kind: "text",
    source,
    text,
    ops,
    furniture,
    blocks,
    map: [...map.segments],
    rawLength: raw.length,
  };
  if (layer !== undefined) version.layer = layer;
  const read = Object.entries(metadata).map(
    ([field, value]) => [field, (value as { raw: [number, number] }).raw] as const,
  );
  if (read.length > 0) version.metadataAt = Object.fromEntries(read);
  return version;
}

function gapsOf({ gaps }: CleanDocument, facts: SourceFacts): Gap[] {
  return gaps.map(
    ({ id, kind, range, context, rule, reason, confidence }: CleanGap): Gap => ({
      id: `${facts.id}.${id}`,
      kind: "gap",
      source: facts.id,
      type: kind,
      range,
      context,
      createdBy: { type: "rule", name: rule, version: RULES_VERSION, reason, confidence },
    }),
  );
}

function actorFinder(actors: NonNullable<SourceFacts["actors"]>): About["actorOf"] {
  const byName = new Map(actors.map((actor) => [actor.name, actor.id]));
  return (name) => (name === null ? undefined : byName.get(name));
}

function passageOf({ text }: CleanDocument, [start, end]: Range, { id }: SourceFacts): Passage {
  return { id: `${id}@${start}-${end}`, kind: "passage", source: id, ...anchorAt(text, start, end) };
}

/** Actors of a case in the form in which proposals know them. */
export function knownActors(
  actors: readonly Pick<Actor, "name" | "aliases">[],
): { name: string; aliases: string[] }[] {
  return actors.map(({ name, aliases = [] }) => ({
    name,
    aliases: aliases.map((alias) => (typeof alias === "string" ? alias : alias.name)),
  }));
}
