import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { Case } from "@parley/case";
import { IMPORT_FORMATS } from "@parley/record/exchange";
import { LIMITS } from "@parley/record/files";
import { fromSystemError, isTextForm, UserError } from "@parley/server/casework";
import { importExchange, takeDocument } from "@parley/server/documents";
import { author, type CaseOptions, edit } from "../input.ts";
import * as say from "../messages.ts";
import type { Outcome } from "../output.ts";

/** `parley import CASE FILE`: annotations, coded segments, claims or references of another tool, as proposals. */
export async function run(
  path: string,
  from: string,
  options: CaseOptions & { format?: string },
): Promise<Outcome> {
  if (isTextForm(path))
    throw new UserError("text-form", say.importNeedsFile(), {
      where: path,
      todo: `Make one with: parley import-case ${path} FILE.parley`,
    });
  const format = IMPORT_FORMATS.find((one) => one === options.format);
  if (options.format !== undefined && format === undefined)
    throw new UserError("usage", say.oneOf("--format", options.format, IMPORT_FORMATS));
  let bytes: Uint8Array;
  try {
    const { size } = statSync(from);
    if (size > LIMITS.unpacked)
      throw new UserError("too-large", say.fileTooLarge(size, LIMITS.unpacked), { where: from });
    bytes = readFileSync(from);
  } catch (error) {
    throw fromSystemError(error, from) ?? error;
  }
  const file = await edit(path, options);
  try {
    const done = await importExchange(
      file,
      bytes,
      basename(from),
      author(options),
      (raw, facts, objects) => takeDocument(raw, facts, new Case(objects)),
      format,
    );
    const taken = Object.entries(done.taken).map(([kind, n]) => `${n} ${kind}${n === 1 ? "" : "s"}`);
    return {
      json: done,
      text: [
        `${basename(from)}: ${done.format}, ${taken.join(", ") || "nothing new"}${taken.length === 0 ? "" : ", to be reviewed"}`,
        ...done.documents.map((one) => `  document   ${one.name}${one.already ? " (was there)" : ""}`),
        ...(done.filled.length === 0 ? [] : [`  filled in  ${done.filled.join(", ")}`]),
        ...(done.orphans === 0 ? [] : [`  orphans    ${done.orphans} passages whose place is not certain`]),
        ...done.skipped.map(
          ({ what, why }) => `  not taken  ${what.replace(/\s+/g, " ").slice(0, 80)}: ${why}`,
        ),
      ].join("\n"),
    };
  } finally {
    file.close();
  }
}
