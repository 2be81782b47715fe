import { rmSync } from "node:fs";
import type { Edit } from "@parley/store";
import * as say from "../messages.ts";
import { contents, type LoadedCase, loadCase, worstFirst } from "./load-case.ts";
import { UserError } from "./user-error.ts";

/** A text form with errors: they are all in it, worst first. */
export class TextFormError extends UserError {
  readonly findings: { where: string; severity: string; message: string }[];
  constructor(path: string, findings: TextFormError["findings"]) {
    const errors = findings.filter((finding) => finding.severity === "error");
    super("text-form", `${say.textFormErrors(errors.length)} ${errors[0]?.message ?? ""}`, {
      where: errors[0]?.where ?? path,
    });
    this.name = "TextFormError";
    this.findings = findings;
  }
}

/** The setting of a case file that keeps the act by which its first contents came in. */
export const BEGAN_WITH = "beganWith";

/** Make a case file of a text form. It never overwrites, and leaves nothing behind when it fails. */
export async function importCase(
  from: string,
  to: string,
  options: { by: string; why: string; passphrase?: string },
): Promise<{ objects: number; documents: number; findings: TextFormError["findings"] }> {
  return writeCase(await loadCase(from), to, options);
}

/** Write a case that was read from a text form into a new case file. */
export async function writeCase(
  loaded: LoadedCase,
  to: string,
  options: { by: string; why: string; passphrase?: string },
): Promise<{ objects: number; documents: number; findings: TextFormError["findings"] }> {
  const findings = worstFirst(loaded.findings);
  if (findings.some((finding) => finding.severity === "error"))
    throw new TextFormError(loaded.path, findings);
  const { createCase } = await import("@parley/store");
  const { objects, blobs } = contents(loaded);
  const title = loaded.held.info?.title ?? "Untitled";
  const { by, why, passphrase } = options;
  const file = createCase(to, { by, title, why, ...(passphrase === undefined ? {} : { passphrase }) });
  try {
    for (const blob of blobs) file.putBlob(blob);
    const [first] = file.change(
      { by, why },
      objects.map((object): Edit => ({ kind: object.kind, id: object.id, value: object })),
    );
    // What a case began with is no act of its analyst's, and undo must not take it all away.
    if (first !== undefined) file.set(BEGAN_WITH, first.group);
  } catch (error) {
    file.close();
    for (const ending of ["", "-wal", "-shm"]) rmSync(to + ending, { force: true });
    throw error;
  }
  file.close();
  return { objects: objects.length, documents: blobs.length, findings };
}
