import { Case, DEFAULT_LEVEL } from "@parley/case";
import { openExchange } from "@parley/record/exchange";
import type { CaseFile, Edit } from "@parley/store";
import type { ImportFormat, ImportReply } from "../api.ts";
import * as say from "../messages.ts";
import { addDocument, cleanName, type TakeApart } from "./add-document.ts";

/**
 * Take a file of another tool into a case file: first the documents it brings, then, as one act, what it says of them,
 * all of it proposed. Nothing there is overwritten.
 *
 * @throws RecordError when the file is not what it says, is damaged, or beyond the limits; the case is then as it was
 */
export async function importExchange(
  file: CaseFile,
  bytes: Uint8Array,
  name: string,
  by: string,
  takeApart: TakeApart,
  format?: ImportFormat,
): Promise<ImportReply> {
  const called = cleanName(name);
  const at = new Date().toISOString();
  const held = (): Case => new Case(file.objects());
  const opened = openExchange(bytes, { name: called, at, ...(format === undefined ? {} : { format }) });
  const documents: ImportReply["documents"] = [];
  for (const { name: document, bytes: text } of opened.brings(held())) {
    const added = await addDocument(file, text, document, by, takeApart);
    documents.push({ name: document, source: added.source, already: added.already });
  }
  const { objects, filled, orphans, skipped } = opened.take(held());
  const level = file.objects("case")[0]?.newLevel ?? DEFAULT_LEVEL;
  const edits = [
    ...objects.map((object): Edit => ({ kind: object.kind, id: object.id, value: { level, ...object } })),
    ...filled.map(
      (source): Edit => ({
        kind: source.kind,
        id: source.id,
        value: source,
        expect: file.heads(source.kind, source.id),
      }),
    ),
  ];
  if (edits.length > 0) file.change({ by, why: say.importedFrom(called) }, edits);
  const counts: ImportReply["taken"] = {};
  for (const { kind } of objects) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    format: opened.format,
    taken: counts,
    filled: filled.map((one) => one.id),
    orphans,
    skipped,
    documents,
    seq: file.lastSeq,
  };
}
