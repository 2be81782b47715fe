import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { Case } from "@parley/case";
import { fromSystemError, isTextForm, UserError } from "@parley/server/casework";
import { type Added, addDocument, takeDocument } from "@parley/server/documents";
import { author, type CaseOptions, edit } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, progress } from "../output.ts";

type Done = { document: string } & (Added | { error: { code: string; message: string } });

/** `parley add`: documents into a case file. A bad one does not stop the others. */
export async function run(path: string, documents: string[], options: CaseOptions): Promise<Outcome> {
  if (isTextForm(path))
    throw new UserError("text-form", "A text form is edited by hand; documents are added to a case file.", {
      where: path,
      todo: `Make one with: parley import-case ${path} FILE.parley`,
    });
  const file = await edit(path, options);
  const by = author(options);
  const done: Done[] = [];
  try {
    for (const given of documents) {
      for (const document of filesOf(given, done)) {
        progress(document);
        try {
          const bytes = readFileSync(document);
          const added = await addDocument(file, bytes, basename(document), by, (raw, facts, objects) =>
            takeDocument(raw, facts, new Case(objects)),
          );
          done.push({ document, ...added });
        } catch (error) {
          done.push(failed(document, fromSystemError(error, document) ?? error));
        }
      }
    }
  } finally {
    file.close();
  }
  const wrong = done.some((one) => "error" in one);
  return {
    json: { documents: done, failed: done.filter((one) => "error" in one).length },
    text: done.map(words).join("\n"),
    failed: wrong,
  };
}

/** The files a name stands for: itself, or all in a folder, whatever lies in folders of it included. */
function filesOf(given: string, done: Done[]): string[] {
  try {
    if (!statSync(given).isDirectory()) return [given];
    const inside = readdirSync(given, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
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

function words(one: Done): string {
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
  ].join("\n");
}
