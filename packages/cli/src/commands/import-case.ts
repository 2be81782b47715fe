import { importCase, UserError } from "@parley/server/casework";
import { author, type CaseOptions, passphrase } from "../input.ts";
import { counted } from "../messages.ts";
import type { Outcome } from "../output.ts";

/** `parley import-case`: a case file of a text form. */
export async function run(
  folder: string,
  path: string,
  options: CaseOptions & { encrypt?: boolean },
): Promise<Outcome> {
  const secret = options.encrypt === true ? await passphrase(options, path, true) : undefined;
  if (options.encrypt === true && secret === undefined)
    throw new UserError("passphrase-needed", "An encrypted case needs a passphrase.", { where: path });
  const done = await importCase(folder, path, {
    by: author(options),
    why: `Imported from ${folder}`,
    ...(secret === undefined ? {} : { passphrase: secret }),
  });
  const warnings = done.findings.map(({ where, severity, message }) => `${where} ${severity} ${message}`);
  const text = [
    ...warnings,
    `${path}: ${counted(done.objects, "object")}, ${counted(done.documents, "document")}`,
  ].join("\n");
  return { json: { file: path, ...done }, text };
}
