import { Case } from "@parley/case";
import { ForecastFormatError, type Imported, importedObjects, readQuestions } from "@parley/forecast";
import { UserError } from "@parley/server/casework";
import { author, type CaseOptions, edit, readText } from "../input.ts";
import { counted } from "../messages.ts";
import type { Outcome } from "../output.ts";

/** `parley import-questions`: questions and crowd forecasts of other platforms, proposed. Nothing is overwritten. */
export async function run(path: string, from: string, options: CaseOptions): Promise<Outcome> {
  let found: Imported;
  try {
    found = readQuestions(readText(from));
  } catch (error) {
    if (!(error instanceof ForecastFormatError)) throw error;
    throw new UserError("questions-format", error.message, { where: from, cause: error });
  }
  const file = await edit(path, options);
  try {
    const day = new Date().toISOString().slice(0, 10);
    const { objects, left } = importedObjects(new Case(file.objects()), found, day);
    if (objects.length > 0)
      file.change(
        { by: author(options), why: `Questions taken in: ${from}` },
        objects.map((value) => ({ kind: value.kind, id: value.id, value })),
      );
    const count = (kind: string): number => objects.filter((o) => o.kind === kind).length;
    const lines = [
      `${counted(count("question"), "question")} and ${counted(count("forecast"), "forecast")} proposed (${found.format})`,
      ...left.map(({ key, why }) => `left out: ${key}: ${why}`),
    ];
    return {
      json: {
        format: found.format,
        questions: count("question"),
        forecasts: count("forecast"),
        objects: objects.map(({ kind, id }) => `${kind}:${id}`),
        left,
      },
      text: lines.join("\n"),
    };
  } finally {
    file.close();
  }
}
