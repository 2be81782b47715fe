import {
  analyse,
  type BriefDocument,
  composeBrief,
  type Result,
  renderHtml,
  renderMarkdown,
  type UntaggedNumber,
} from "@parley/brief";
import type { Case, CaseObject, Gap, Id, Level, Passage, TextVersion } from "@parley/case";
import type { CleanedSource, SourceToClean } from "@parley/case/text";
import { clean } from "@parley/record";
import type { RepairRequest } from "../api.ts";
import { cleanSource, decide } from "./record-objects.ts";

/** What a document gives: its text, its gaps, what its page says of it, and what the rules propose from it. */
export interface TakenDocument extends CleanedSource {
  proposals: CaseObject[];
}

/** A text version after decisions about its repairs, with the passages found again in it. */
export interface RederivedText {
  text: TextVersion;
  gaps: Gap[];
  passages: Passage[];
}

/** What the case work asks of the rooms that know documents and analyses. The one place where they are wired. */
export interface Rooms {
  clean(bytes: Uint8Array, about: SourceToClean): CleanedSource;
  take(bytes: Uint8Array, about: SourceToClean, held: Case): TakenDocument;
  rawText(bytes: Uint8Array, charset: string | undefined): { raw: string; charset: string };
  decide(bytes: Uint8Array, held: Case, source: Id, request: RepairRequest): RederivedText;
  analyse(held: Case): Result[];
  compose(held: Case, level: Level): { document: BriefDocument; untagged: UntaggedNumber[] };
  render(document: BriefDocument, format: "html" | "md"): string;
}

export const rooms: Rooms = {
  clean: cleanSource,
  // The rules that propose claims are not there yet: a document brings none.
  take: (bytes, about) => ({ ...cleanSource(bytes, about), proposals: [] }),
  rawText: (bytes, charset) => {
    const read = clean(bytes, charset === undefined ? {} : { charset });
    return { raw: read.raw, charset: read.charset.name };
  },
  decide,
  analyse: (held) => analyse(held),
  compose: (held, level) => composeBrief(held, analyse(held), { level }),
  render: (document, format) => (format === "html" ? renderHtml(document) : renderMarkdown(document)),
};
