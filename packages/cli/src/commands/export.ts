import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { LEVELS, type Level } from "@parley/case";
import { writeTextForm } from "@parley/case/text";
import { EXPORT_FORMATS, type ExportFormat, exportAs, TABLES, type Table } from "@parley/record/exchange";
import { fromSystemError, UserError } from "@parley/server/casework";
import { type CaseOptions, load } from "../input.ts";
import * as say from "../messages.ts";
import type { Outcome } from "../output.ts";

interface Options extends CaseOptions {
  /** Write sealed objects too. */
  withSealed?: boolean;
  /** A format of another tool; without one, the text form. */
  format?: string;
  level?: string;
  table?: string;
}

/** `parley export`: the text form of a case into a new folder, or a file in a format of another tool. */
export async function run(path: string, to: string, options: Options): Promise<Outcome> {
  return options.format === undefined ? textForm(path, to, options) : exchange(path, to, options);
}

/** A file for another tool: what may be read at a level, and nothing above it. */
async function exchange(path: string, to: string, options: Options): Promise<Outcome> {
  const format: ExportFormat = oneOf("--format", options.format, EXPORT_FORMATS);
  const level: Level = oneOf("--level", options.level ?? "team", LEVELS);
  const table: Table | undefined =
    options.table === undefined ? undefined : oneOf("--table", options.table, TABLES);
  const loaded = await load(path, options);
  try {
    const at = new Date().toISOString();
    const { bytes, heldBack } = exportAs(loaded.held, format, {
      level,
      at,
      ...(table === undefined ? {} : { table }),
    });
    writeFileSync(to, bytes, { flag: "wx" });
    return {
      json: { file: to, format, level, bytes: bytes.length, heldBack },
      text: `${to}: ${format}, ${bytes.length} bytes, nothing above level ${level}${heldBack === 0 ? "" : `; ${say.heldBack(heldBack)}`}`,
    };
  } catch (error) {
    throw fromSystemError(error, to) ?? error;
  } finally {
    loaded.close();
  }
}

/** The text form, into a folder that holds nothing yet. Nothing sealed leaves unasked. */
async function textForm(path: string, folder: string, options: Options): Promise<Outcome> {
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

function oneOf<T extends string>(option: string, value: string | undefined, list: readonly T[]): T {
  const found = list.find((one) => one === value);
  if (found === undefined) throw new UserError("usage", say.oneOf(option, value ?? "", list));
  return found;
}
