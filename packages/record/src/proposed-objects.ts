import type { CaseObject, Claim, CreatedBy, Driver, Id, Passage, Range, Review } from "@parley/case";
import type { CleanDocument } from "./document.ts";
import { proposalReason } from "./messages.ts";
import { issuesAt } from "./proposals/issues.ts";
import type {
  ActorProposal,
  ClaimProposal,
  CommitmentProposal,
  EndorsementProposal,
  EventProposal,
  IssueProposal,
  LevelProposal,
  PositionProposal,
  PreconditionProposal,
  PressureProposal,
  Proposal,
  QuantityProposal,
  QuotationProposal,
  Spoken,
  TrustProposal,
} from "./proposals/proposal.ts";
import type { SourceFacts } from "./source-facts.ts";

/** The version of the rules that a proposal remembers. */
export const RULES_VERSION = "2";

/** What the making of objects knows. */
export interface About {
  document: CleanDocument;
  facts: SourceFacts;
  actorOf: (name: string | null) => Id | undefined;
  proposals: readonly Proposal[];
  /** The passage of a range, kept with the objects. */
  passageOf: (range: Range) => Passage;
}

/**
 * A proposal as an object of the case that waits for review. Undefined where the case has no object for it, or where an
 * object would have to invent what the text does not say: a promise by nobody known stays the claim it is. Days and
 * places are held by the events they belong to.
 */
export function objectOf(proposal: Proposal, about: About): CaseObject | undefined {
  switch (proposal.kind) {
    case "quotation":
      return statementOf(proposal, about);
    case "claim":
      return claimOf(proposal, about);
    case "endorsement":
      return endorsementOf(proposal, about);
    case "event":
      return eventOf(proposal, about);
    case "commitment":
      return commitmentOf(proposal, about);
    case "precondition":
      return preconditionOf(proposal, about);
    case "position":
      return positionOf(proposal, about);
    case "pressure":
      return tieOf(proposal, about);
    case "level":
      return levelOf(proposal, about);
    case "trust":
      return trustOf(proposal, about);
    case "issue":
      return issueOf(proposal, about);
    case "actor":
      return actorOf(proposal, about);
    case "quantity":
      return driverOf(proposal, about);
    case "date":
    case "place":
      return undefined;
  }
}

const proposed = (proposal: Proposal): { review: Review; createdBy: CreatedBy } => ({
  review: { state: "proposed" },
  createdBy: {
    type: "rule",
    name: proposal.rule,
    version: RULES_VERSION,
    reason: proposal.reason,
    confidence: Math.round(proposal.confidence * 100) / 100,
  },
});

/** Ids keep the raw place: a proposal once rejected has the same id after other repairs, and stays rejected. */
const idOf = ({ id }: Pick<Proposal, "id">, { facts }: About): Id => `${facts.id}.${id}`;

const gapsOf = (proposal: Proposal, { facts }: About): { gaps?: Id[] } =>
  proposal.gapIds.length === 0 ? {} : { gaps: proposal.gapIds.map((gap) => `${facts.id}.${gap}`) };

/** Stated: in the speaker's own words; reported: in the words of somebody else. */
function standingOf(proposal: Proposal, { proposals }: About): "stated" | "reported" {
  const direct = proposals.some(
    (one) =>
      one.kind === "quotation" &&
      one.mode === "direct" &&
      one.range[0] <= proposal.range[0] &&
      one.range[1] >= proposal.range[1],
  );
  return direct ? "stated" : "reported";
}

function statementOf(proposal: QuotationProposal, about: About): CaseObject {
  const speaker = about.actorOf(proposal.speaker);
  return {
    id: idOf(proposal, about),
    kind: "statement",
    passage: about.passageOf(proposal.range).id,
    mode: proposal.mode,
    ...proposed(proposal),
    ...(speaker === undefined ? {} : { speaker }),
    ...(proposal.speakerRange === undefined
      ? {}
      : { speakerText: about.document.text.slice(...proposal.speakerRange) }),
    ...(proposal.cue === undefined ? {} : { cue: proposal.cue.text }),
    ...(proposal.hedges === undefined ? {} : { hedges: proposal.hedges }),
  };
}

/** Statements in whose verb or words the cue of a claim stands: they are reviewed with the claim. */
function statementsUnder(proposal: ClaimProposal, about: About): Id[] {
  const { cue } = proposal;
  if (cue === undefined) return [];
  return about.proposals
    .filter((one): one is QuotationProposal => one.kind === "quotation" && one.mode !== "term")
    .filter(
      (one) =>
        (one.range[0] <= cue.range[0] && one.range[1] >= cue.range[1]) ||
        (one.cue !== undefined && one.cue.range[0] < cue.range[1] && one.cue.range[1] > cue.range[0]),
    )
    .map((one) => idOf(one, about));
}

function claimOf(proposal: ClaimProposal, about: About): Claim {
  const by = about.actorOf(proposal.speaker);
  const onWhom = about.actorOf(proposal.about ?? null);
  const statements = statementsUnder(proposal, about);
  const meta = proposed(proposal);
  // Who may say it is told; nobody is made its speaker.
  if (by === undefined && proposal.rule === "momentum" && proposal.speakerCandidates !== undefined)
    meta.createdBy.reason = `${proposal.reason}: ${proposal.speakerCandidates.join(", ")}`;
  return {
    id: idOf(proposal, about),
    kind: "claim",
    says: proposal.text,
    act: proposal.act,
    polarity: proposal.polarity,
    basis: { passages: [about.passageOf(proposal.range).id] },
    ...meta,
    ...(by === undefined ? {} : { by }),
    ...(onWhom === undefined || onWhom === by ? {} : { about: onWhom }),
    ...(proposal.hedges === undefined ? {} : { hedges: proposal.hedges }),
    ...(proposal.modality === undefined ? {} : { modality: proposal.modality }),
    ...gapsOf(proposal, about),
    ...(statements.length === 0 ? {} : { statements }),
  };
}

function endorsementOf(proposal: EndorsementProposal, about: About): CaseObject | undefined {
  const named = [proposal.speaker, ...(proposal.including ?? [])].map((name) => about.actorOf(name));
  const by = named.find((id) => id !== undefined);
  if (by === undefined) return undefined;
  const supported = about.actorOf(proposal.of);
  return {
    id: idOf(proposal, about),
    kind: "claim",
    says: about.document.text.slice(...proposal.sentence),
    act: "asserts",
    polarity: "yes",
    by,
    basis: { passages: [about.passageOf(proposal.range).id] },
    ...proposed(proposal),
    ...(supported === undefined ? {} : { about: supported }),
    ...gapsOf(proposal, about),
  };
}

function eventOf(proposal: EventProposal, about: About): CaseObject {
  const participants = [...new Set(proposal.participants.flatMap((name) => about.actorOf(name) ?? []))];
  return {
    id: idOf(proposal, about),
    kind: "event",
    title: proposal.title,
    type: "consult",
    occurrence: proposal.occurrence,
    basis: { passages: [about.passageOf(proposal.range).id] },
    ...proposed(proposal),
    ...(participants.length === 0 ? {} : { participants: participants.map((actor) => ({ actor })) }),
    ...(proposal.place === undefined ? {} : { place: proposal.place }),
    ...(proposal.when === undefined ? {} : { when: proposal.when }),
    ...(proposal.outcome === undefined ? {} : { outcome: proposal.outcome }),
    ...(proposal.replyTo === undefined ? {} : { replyTo: idOf({ id: proposal.replyTo }, about) }),
  };
}

function commitmentOf(proposal: CommitmentProposal, about: About): CaseObject | undefined {
  const by = about.actorOf(proposal.speaker);
  if (by === undefined) return undefined;
  return {
    id: idOf(proposal, about),
    kind: "commitment",
    by,
    text: proposal.text,
    strength: proposal.strength,
    // Nothing is known yet of what became of it.
    status: "not yet due",
    basis: { passages: [about.passageOf(proposal.range).id] },
    ...proposed(proposal),
    ...(proposal.novelty === undefined ? {} : { novelty: proposal.novelty }),
    ...(proposal.due === undefined ? {} : { due: proposal.due }),
  };
}

/** "The former" and "the latter" point by grammar: the likelier is offered, and the reason says so. */
function pointedAt({ speaker, speakerCandidates }: Spoken, about: About): Id | undefined {
  return about.actorOf(speaker) ?? about.actorOf(speakerCandidates?.[0] ?? null);
}

function preconditionOf(proposal: PreconditionProposal, about: About): CaseObject | undefined {
  const holder = pointedAt(proposal, about);
  if (holder === undefined) return undefined;
  const sure = about.actorOf(proposal.speaker) !== undefined;
  const meta = proposed(proposal);
  if (!sure)
    meta.createdBy.reason = `${proposal.reason}; ${proposalReason.candidate(proposal.speakerCandidates ?? [])}`;
  return {
    id: idOf(proposal, about),
    kind: "precondition",
    holder,
    needs: proposal.needs,
    for: proposal.for,
    type: "necessary",
    status: "open",
    standing: standingOf(proposal, about),
    basis: { passages: [about.passageOf(proposal.range).id] },
    ...meta,
  };
}

/** A position needs an issue: one of the case's, or one that is proposed from the same words. */
function positionOf(proposal: PositionProposal, about: About): CaseObject | undefined {
  const of = about.actorOf(proposal.speaker);
  const issues = about.proposals.filter((one): one is IssueProposal => one.kind === "issue");
  const name = issuesAt(issues, proposal.range)[0] ?? issuesAt(issues, proposal.sentence)[0];
  const found = issues.find((one) => one.name === name);
  if (of === undefined || name === undefined || found === undefined) return undefined;
  const onWhom = about.actorOf(proposal.about ?? null);
  return {
    id: idOf(proposal, about),
    kind: "position",
    of,
    issue: caseIssue(name, about) ?? idOf(found, about),
    firmness: proposal.firmness,
    standing: standingOf(proposal, about),
    note: proposal.text,
    basis: { passages: [about.passageOf(proposal.range).id] },
    ...proposed(proposal),
    ...(onWhom === undefined ? {} : { about: onWhom }),
  };
}

const caseIssue = (name: string, { facts }: About): Id | undefined =>
  facts.issues?.find((issue) => issue.name.toLowerCase() === name.toLowerCase())?.id;

function tieOf(proposal: PressureProposal, about: About): CaseObject | undefined {
  const from = about.actorOf(proposal.speaker);
  const to = about.actorOf(proposal.on);
  if (from === undefined || to === undefined) return undefined;
  return {
    id: idOf(proposal, about),
    kind: "tie",
    type: "pressure",
    from,
    to,
    note: proposal.text,
    basis: { passages: [about.passageOf(proposal.range).id] },
    ...proposed(proposal),
  };
}

/** What stands or moves is a driver of the case; an order, with who says it where that is known. */
function levelOf(proposal: LevelProposal, about: About): Driver {
  const by = about.actorOf(proposal.speaker);
  const meta = proposed(proposal);
  if (by === undefined && proposal.speakerCandidates !== undefined)
    meta.createdBy.reason = `${proposal.reason}; ${proposalReason.candidate(proposal.speakerCandidates)}`;
  return {
    id: idOf(proposal, about),
    kind: "driver",
    name: proposal.name,
    basis: { passages: [about.passageOf(proposal.range).id] },
    ...meta,
    ...(proposal.stands === undefined ? {} : { stands: proposal.stands }),
    ...(proposal.trend === undefined ? {} : { trend: proposal.trend }),
    ...(by === undefined ? {} : { saidBy: by }),
  };
}

function trustOf(proposal: TrustProposal, about: About): CaseObject | undefined {
  const from = about.actorOf(proposal.from);
  const to = about.actorOf(proposal.to);
  if (from === undefined || to === undefined) return undefined;
  return {
    id: idOf(proposal, about),
    kind: "tie",
    type: "trust",
    from,
    to,
    strength: "weak",
    note: proposal.text,
    basis: { passages: [about.passageOf(proposal.range).id] },
    ...proposed(proposal),
  };
}

function issueOf(proposal: IssueProposal, about: About): CaseObject | undefined {
  if (caseIssue(proposal.name, about) !== undefined) return undefined;
  return {
    id: idOf(proposal, about),
    kind: "issue",
    name: proposal.name,
    ...(proposal.category === "case" ? {} : { category: proposal.category }),
    basis: { passages: [about.passageOf(proposal.range).id] },
    ...proposed(proposal),
  };
}

function actorOf(proposal: ActorProposal, about: About): CaseObject | undefined {
  // What it is has to be said of an actor of a case: where the words do not tell, nothing is made up.
  if (proposal.type === undefined) return undefined;
  return {
    id: idOf(proposal, about),
    kind: "actor",
    name: proposal.name,
    type: proposal.type,
    basis: { passages: [about.passageOf(proposal.range).id] },
    ...proposed(proposal),
  };
}

/** A number with its period is a point of a series; without a period it is only read in the text. */
function driverOf(proposal: QuantityProposal, about: About): CaseObject | undefined {
  if (proposal.period === undefined) return undefined;
  const driver: Driver = {
    id: idOf(proposal, about),
    kind: "driver",
    name: about.document.text
      .slice(...proposal.sentence)
      .replace(/\s+/gu, " ")
      .slice(0, 120),
    unit: proposal.unit,
    points: [{ when: proposal.period, value: { low: proposal.value, high: proposal.value } }],
    basis: { passages: [about.passageOf(proposal.range).id] },
    ...proposed(proposal),
  };
  return driver;
}
