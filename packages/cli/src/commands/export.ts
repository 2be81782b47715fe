import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeTextForm } from "@parley/case/text";
import { fromSystemError, UserError } from "@parley/server/casework";
import { type CaseOptions, load } from "../input.ts";
import * as say from "../messages.ts";
import type { Outcome } from "../output.ts";

interface Options extends CaseOptions {
  /** Write sealed objects too. */
  withSealed?: boolean;
}

/** `parley export`: the text form of a case, into a folder that holds nothing yet. Nothing sealed leaves unasked. */
export async function run(path: string, folder: string, options: Options): Promise<Outcome> {
  const loaded = await load(path, options);
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new UserError("exists", say.fileExists(), { where: folder, todo: "Name a new or empty folder." });
    const sealed = loaded.held.objects().filter((object) => object.level === "sealed").length;
    if (sealed > 0 && options.withSealed !== true)
      throw new UserError("sealed", say.sealedStay(sealed), { where: path, todo: say.sealedTodo });
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
