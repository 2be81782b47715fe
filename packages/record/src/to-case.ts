import type {
  Actor,
  CaseObject,
  Claim,
  Gap,
  Id,
  Passage,
  Source,
  Statement,
  TextVersion,
} from "@parley/case";
import type { CleanDocument, CleanGap } from "./document.ts";
import type { ClaimProposal, Proposal, QuotationProposal } from "./proposals/proposal.ts";
import { anchorAt } from "./relocate.ts";

/** What the caller knows of a document beyond its characters. */
export interface SourceFacts {
  /** Id of the source; the ids of everything else begin with it. */
  id: Id;
  /** SHA-256 of the raw bytes, lower-case hex. */
  sha256: string;
  /** Name of the file it came with. */
  file?: string;
  /** Length in bytes. */
  size?: number;
  /** Actors of the case, by whose names speakers are recognised. */
  actors?: readonly Pick<Actor, "id" | "name" | "aliases">[];
  /** When it enters the case: an ISO instant. */
  knownAt?: string;
}

/** Names of this package's rules as their author, with the version that a proposal remembers. */
export const RULES_VERSION = "1";

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
  const found: CaseObject[] = [];
  const actorOf = actorFinder(facts.actors ?? []);
  for (const proposal of proposals) {
    const passage = passageOf(document, proposal, facts);
    passages.set(passage.id, passage);
    found.push(
      proposal.kind === "quotation"
        ? statementOf(document, proposal, passage, facts, actorOf)
        : claimOf(document, proposal, passage, facts, actorOf),
    );
  }
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

type ActorFinder = (name: string | null) => Id | undefined;

function actorFinder(actors: NonNullable<SourceFacts["actors"]>): ActorFinder {
  const byName = new Map(actors.map((actor) => [actor.name, actor.id]));
  return (name) => (name === null ? undefined : byName.get(name));
}

function passageOf({ text }: CleanDocument, { range }: Proposal, { id }: SourceFacts): Passage {
  const [start, end] = range;
  return { id: `${id}@${start}-${end}`, kind: "passage", source: id, ...anchorAt(text, start, end) };
}

const proposed = (proposal: Proposal): Pick<Claim, "review" | "createdBy"> => ({
  review: { state: "proposed" },
  createdBy: {
    type: "rule",
    name: proposal.rule,
    version: RULES_VERSION,
    reason: proposal.reason,
    confidence: proposal.confidence,
  },
});

/** Ids keep the raw place: a proposal once rejected has the same id after other repairs, and stays rejected. */
const idOf = ({ id }: Proposal, facts: SourceFacts): Id => `${facts.id}.${id}`;

function statementOf(
  document: CleanDocument,
  proposal: QuotationProposal,
  passage: Passage,
  facts: SourceFacts,
  actorOf: ActorFinder,
): Statement {
  const statement: Statement = {
    id: idOf(proposal, facts),
    kind: "statement",
    passage: passage.id,
    mode: proposal.mode,
    ...proposed(proposal),
  };
  const speaker = actorOf(proposal.speaker);
  if (speaker !== undefined) statement.speaker = speaker;
  if (proposal.speakerRange !== undefined)
    statement.speakerText = document.text.slice(...proposal.speakerRange);
  if (proposal.cue !== undefined) statement.cue = proposal.cue.text;
  return statement;
}

function claimOf(
  _document: CleanDocument,
  proposal: ClaimProposal,
  passage: Passage,
  facts: SourceFacts,
  actorOf: ActorFinder,
): Claim {
  const claim: Claim = {
    id: idOf(proposal, facts),
    kind: "claim",
    says: proposal.text,
    act: proposal.act,
    polarity: proposal.polarity,
    basis: { passages: [passage.id] },
    ...proposed(proposal),
  };
  const by = actorOf(proposal.speaker);
  if (by !== undefined) claim.by = by;
  if (proposal.gapIds.length > 0) claim.gaps = proposal.gapIds.map((gap) => `${facts.id}.${gap}`);
  return claim;
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
