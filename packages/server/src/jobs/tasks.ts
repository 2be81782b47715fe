import { Case, type CaseObject, type Id, type Level } from "@parley/case";
import type { SourceToClean } from "@parley/case/text";
import type { BriefDocument, BriefReply, RawReply, RepairRequest, Result } from "../api.ts";
import { type RederivedText, rooms, type TakenDocument } from "../casework/rooms.ts";

/** Work that may last, by name: what goes in and what comes out. Both can be copied between threads. */
export interface Tasks {
  take: [{ bytes: Uint8Array; about: SourceToClean; objects: CaseObject[] }, TakenDocument];
  rawText: [{ bytes: Uint8Array; charset: string | undefined }, RawReply];
  decide: [{ bytes: Uint8Array; objects: CaseObject[]; source: Id; request: RepairRequest }, RederivedText];
  analyse: [{ objects: CaseObject[] }, Result[]];
  compose: [{ objects: CaseObject[]; level: Level }, BriefReply];
  render: [{ document: BriefDocument; format: "html" | "md" }, string];
}

export type TaskName = keyof Tasks;
type Runners = { [K in TaskName]: (input: Tasks[K][0]) => Tasks[K][1] | Promise<Tasks[K][1]> };

const runners: Runners = {
  take: ({ bytes, about, objects }) => rooms.take(bytes, about, new Case(objects)),
  rawText: ({ bytes, charset }) => rooms.rawText(bytes, charset),
  decide: ({ bytes, objects, source, request }) => rooms.decide(bytes, new Case(objects), source, request),
  analyse: ({ objects }) => rooms.analyse(new Case(objects)),
  compose: ({ objects, level }) => rooms.compose(new Case(objects), level),
  render: ({ document, format }) => rooms.render(document, format),
};

/** Do one piece of work here and now. */
export async function runTask<K extends TaskName>(name: K, input: Tasks[K][0]): Promise<Tasks[K][1]> {
  return await runners[name](input);
}
