import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeTextForm } from "@parley/case/text";
import { fromSystemError, UserError } from "@parley/server/casework";
import { type CaseOptions, load } from "../input.ts";
import * as say from "../messages.ts";
import type { Outcome } from "../output.ts";

/** `parley export`: the text form of a case, into a folder that holds nothing yet. */
export async function run(path: string, folder: string, options: CaseOptions): Promise<Outcome> {
  const loaded = await load(path, options);
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new UserError("exists", say.fileExists(), { where: folder, todo: "Name a new or empty folder." });
    const files = writeTextForm(loaded.held, loaded.blob);
    for (const [name, content] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content, { flag: "wx" });
    }
    const names = [...files.keys()];
    return { json: { folder, files: names }, text: `${folder}: ${names.length} files` };
  } catch (error) {
    throw fromSystemError(error, folder) ?? error;
  } finally {
    loaded.close();
  }
}
