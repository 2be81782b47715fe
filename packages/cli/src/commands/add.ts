import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { Case } from "@parley/case";
import { attachmentsOf, documentsOf, inOrder, LIMITS } from "@parley/record/files";
import { fromSystemError, isTextForm, UserError } from "@parley/server/casework";
import { type Added, addDocument, expand, type Given, takeDocument } from "@parley/server/documents";
import { author, type CaseOptions, edit } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, progress } from "../output.ts";

type Done = { document: string } & (Added | { error: { code: string; message: string } });

export interface AddOptions extends CaseOptions {
  /** Take in what came with messages, too. */
  attachments?: boolean;
  /** The encoding to read, whatever the documents say. */
  charset?: string;
}

/** `parley add`: documents into a case file. A bad one does not stop the others. */
export async function run(path: string, documents: string[], options: AddOptions): Promise<Outcome> {
  if (isTextForm(path))
    throw new UserError("text-form", "A text form is edited by hand; documents are added to a case file.", {
      where: path,
      todo: `Make one with: parley import-case ${path} FILE.parley`,
    });
  const file = await edit(path, options);
  const by = author(options);
  const done: Done[] = [];
  const take = async (document: string, read: () => Uint8Array, derivedFrom?: string): Promise<void> => {
    progress(document);
    try {
      const bytes = read();
      const added = await addDocument(
        file,
        bytes,
        basename(document),
        by,
        (raw, facts, objects) => takeDocument(raw, facts, new Case(objects)),
        {
          ...(options.charset === undefined ? {} : { charset: options.charset }),
          ...(derivedFrom === undefined ? {} : { derivedFrom }),
        },
      );
      done.push({ document, ...added });
      if (options.attachments !== true || added.attachments === undefined) return;
      for (const { name, bytes: inside } of attachmentsOf(bytes))
        await take(join(document, name), () => inside, added.source);
    } catch (error) {
      done.push(failed(document, fromSystemError(error, document) ?? error));
    }
  };
  try {
    for (const given of documents) {
      for (const document of filesOf(given, done)) {
        let inside: Given[];
        try {
          checkSize(document);
          inside = expand(document, readFileSync(document));
        } catch (error) {
          done.push(failed(document, fromSystemError(error, document) ?? error));
          continue;
        }
        const archive = inside.length !== 1 || inside[0]?.name !== document;
        for (const { name, read } of inside) await take(archive ? join(document, name) : document, read);
      }
    }
  } finally {
    file.close();
  }
  const wrong = done.some((one) => "error" in one);
  return {
    json: { documents: done, failed: done.filter((one) => "error" in one).length },
    text: done.map((one) => words(one, options)).join("\n"),
    failed: wrong,
  };
}

/** A file too large is refused before it is read. */
function checkSize(document: string): void {
  const { size } = statSync(document);
  const limit = /\.zip$/i.test(document) ? ARCHIVE : LIMITS.bytes;
  if (size > limit) throw new UserError("too-large", say.fileTooLarge(size, limit));
}

/** Most bytes of an archive. */
const ARCHIVE = 256 * 1024 * 1024;

/** The files a name stands for: itself, or all documents in a folder, whatever lies in folders of it included. */
function filesOf(given: string, done: Done[]): string[] {
  try {
    if (!statSync(given).isDirectory()) return [given];
    const paths = readdirSync(given, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(given, join(entry.parentPath, entry.name)).split(sep).join("/"));
    if (paths.length > LIMITS.files)
      throw new UserError("too-many-files", say.folderTooMany(paths.length, LIMITS.files));
    const inside = [...documentsOf(paths)].sort(inOrder).map((path) => join(given, path));
    if (inside.length === 0) throw new UserError("empty", say.folderEmpty());
    return inside;
  } catch (error) {
    done.push(failed(given, fromSystemError(error, given) ?? error));
    return [];
  }
}

function failed(document: string, error: unknown): Done {
  const { code, message } = error as { code?: string; message: string };
  return { document, error: { code: code ?? "error", message } };
}

function words(one: Done, { attachments }: AddOptions): string {
  if ("error" in one) return `${one.document}: not taken in. ${one.error.message}`;
  if (one.already) return `${one.document}: ${say.alreadyIn(one.title, one.source)}`;
  const counts = (of: Partial<Record<string, number>>): string =>
    Object.entries(of)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ") || say.nothing();
  return [
    `${one.document}: taken in as ${one.source}`,
    `  title      ${one.title}`,
    `  repairs    ${counts(one.repairs)}`,
    `  gaps       ${one.gaps === 0 ? say.nothing() : `${one.gaps} (${counts(one.gapTypes)})`}`,
    `  furniture  ${one.furniture}`,
    `  proposals  ${one.proposals}`,
    ...(one.said ?? []).map((said) => `  note       ${said}`),
    ...(one.attachments === undefined || attachments === true
      ? []
      : [`  note       ${say.attachmentsOffered()}`]),
  ].join("\n");
}
