import { analyse, type BriefDocument, composeBrief, renderHtml, renderMarkdown } from "@parley/brief";
import { Case, type CaseObject, type Id, type Level, type Source } from "@parley/case";
import { type Examination, examine } from "@parley/record";
import type { BriefReply, RawReply, RepairRequest, Result, TryReply, TryRequest } from "../api.ts";
import {
  type DocumentFacts,
  decideRepairs,
  lookAgain,
  type RederivedText,
  type Reread,
  rawText,
  rereadSource,
  takeDocument,
  tryWords,
} from "../casework/documents.ts";

/** Work that may last, by name: what goes in and what comes out. Both can be copied between threads. */
export interface Tasks {
  take: [{ bytes: Uint8Array; facts: DocumentFacts; objects: CaseObject[] }, CaseObject[]];
  rawText: [{ bytes: Uint8Array; source: Source }, RawReply];
  decide: [{ bytes: Uint8Array; objects: CaseObject[]; source: Id; request: RepairRequest }, RederivedText];
  reread: [{ bytes: Uint8Array; objects: CaseObject[]; source: Id; charset: string }, Reread];
  lookAgain: [{ bytes: Uint8Array; objects: CaseObject[]; source: Id; knownAt: string }, CaseObject[]];
  tryWords: [{ objects: CaseObject[]; request: TryRequest }, TryReply];
  analyse: [{ objects: CaseObject[] }, Result[]];
  examine: [{ objects: CaseObject[] }, Examination];
  compose: [{ objects: CaseObject[]; results: Result[]; level: Level }, BriefReply];
  render: [{ document: BriefDocument; format: "html" | "md" }, string];
}

export type TaskName = keyof Tasks;
/** Hears how much of a piece of work is done. */
export type OnProgress = (done: number, all: number) => void;
type Runners = {
  [K in TaskName]: (input: Tasks[K][0], onProgress: OnProgress) => Tasks[K][1] | Promise<Tasks[K][1]>;
};

const runners: Runners = {
  take: ({ bytes, facts, objects }) => takeDocument(bytes, facts, new Case(objects)),
  rawText: ({ bytes, source }) => rawText(bytes, source),
  decide: ({ bytes, objects, source, request }) => decideRepairs(bytes, new Case(objects), source, request),
  reread: ({ bytes, objects, source, charset }) => rereadSource(bytes, new Case(objects), source, charset),
  lookAgain: ({ bytes, objects, source, knownAt }) => lookAgain(bytes, new Case(objects), source, knownAt),
  tryWords: ({ objects, request }) => tryWords(request.text, request.lookFor, new Case(objects)),
  examine: ({ objects }, onProgress) => examine(new Case(objects), onProgress),
  analyse: ({ objects }, onProgress) => analyse(new Case(objects), { onProgress }),
  compose: ({ objects, results, level }) => composeBrief(new Case(objects), results, { level }),
  render: ({ document, format }) => (format === "html" ? renderHtml(document) : renderMarkdown(document)),
};

/** Do one piece of work here and now. */
export async function runTask<K extends TaskName>(
  name: K,
  input: Tasks[K][0],
  onProgress: OnProgress = () => {},
): Promise<Tasks[K][1]> {
  return await runners[name](input, onProgress);
}
