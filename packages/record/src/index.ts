export { type CleanOptions, clean } from "./clean.ts";
export { applyDecisions, type Decision, type Decisions, decisionsOf } from "./decisions.ts";
export type { Charset } from "./decode.ts";
export type { CleanDocument, CleanGap } from "./document.ts";
export { RecordError, type RecordErrorCode } from "./errors.ts";
export { type Examination, examine } from "./examine/examine.ts";
export type { Finding, FindingPlace, FindingRule } from "./examine/finding.ts";
export type { NumberedSet } from "./examine/missing-documents.ts";
export type { Likeness } from "./examine/near-duplicates.ts";
export type { Language } from "./language.ts";
export { LIMITS, type Limits } from "./limits.ts";
export { AnnotationError, type GoldAttribution, readBrat, readWebAnnotations } from "./measure/annotated.ts";
export { type AttributionScore, type Measured, scoreAttributions } from "./measure/attribution-score.ts";
export type { MediaType } from "./media-type.ts";
export type { Metadata, ReadValue } from "./metadata.ts";
export {
  type ModelClaim,
  type ModelReading,
  modelQuestion,
  partsOf,
  readModelAnswer,
} from "./model/model-proposals.ts";
export { claims } from "./proposals/claims.ts";
export type { KnownActor } from "./proposals/mentions.ts";
export type { ClaimProposal, Proposal, QuotationProposal } from "./proposals/proposal.ts";
export { type ProposalOptions, proposals } from "./proposals/proposals.ts";
export { quotations } from "./proposals/quotations.ts";
export { readDocument } from "./read-document.ts";
export { type Anchor, anchorAt, type Relocated, relocate } from "./relocate.ts";
export { redamage } from "./repair/redamage.ts";
export type { CueVerb, LanguagePack } from "./rules/language-pack.ts";
export { PACKS } from "./rules/packs.ts";
export { sentences } from "./sentences.ts";
export type { SourceFacts } from "./source-facts.ts";
export { TextMap } from "./text-map.ts";
export { knownActors, recordOf, toCase } from "./to-case.ts";
