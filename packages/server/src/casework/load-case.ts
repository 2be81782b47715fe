import { existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Case, type CaseObject, type Ref, refOf } from "@parley/case";
import type { CaseFile } from "@parley/store";
import * as say from "../messages.ts";
import { fromSystemError, UserError } from "./user-error.ts";

/** Something the check of a case found; `where` is file:line:column in a text form, the object in a case file. */
export interface CaseFinding {
  where: string;
  severity: "error" | "warning";
  message: string;
  ref?: Ref;
}

/** A case from a case file or a text form, ready to be read. */
export interface LoadedCase {
  path: string;
  held: Case;
  /** Raw bytes of a source. */
  blob: (sha256: string) => Uint8Array | undefined;
  findings: CaseFinding[];
  /** The case file; undefined for a text form, which is edited by hand. */
  file: CaseFile | undefined;
  close: () => void;
}

export interface LoadOptions {
  /** Asked for only when the file turns out to be encrypted. */
  passphrase?: () => Promise<string | undefined>;
  readOnly?: boolean;
}

/** Whether a path names a text form: a folder, or a YAML file. @throws UserError when there is nothing */
export function isTextForm(path: string): boolean {
  const stat = statOf(path);
  return stat.isDirectory() || /\.ya?ml$/i.test(path);
}

function statOf(path: string): ReturnType<typeof statSync> & object {
  try {
    return statSync(path);
  } catch (error) {
    throw fromSystemError(error, path) ?? error;
  }
}

/** Open a case: a `.parley` file, a folder with `case.yaml`, or a `case.yaml`. @throws UserError, StoreError */
export async function loadCase(path: string, options: LoadOptions = {}): Promise<LoadedCase> {
  return isTextForm(path) ? await loadTextForm(path) : await loadCaseFile(path, options);
}

/** A case file, asking for the passphrase when it needs one. */
export async function openFile(path: string, options: LoadOptions = {}): Promise<CaseFile> {
  statOf(path);
  const { openCase } = await import("@parley/store");
  const readOnly = options.readOnly === true ? { readOnly: true } : {};
  try {
    return openCase(path, readOnly);
  } catch (error) {
    const needed = (error as { code?: string }).code === "passphrase-needed";
    const passphrase = needed ? await options.passphrase?.() : undefined;
    if (passphrase === undefined) throw error;
    return openCase(path, { ...readOnly, passphrase });
  }
}

async function loadCaseFile(path: string, options: LoadOptions): Promise<LoadedCase> {
  const file = await openFile(path, options);
  try {
    const { checkCase } = await import("@parley/case/text");
    const { problemsOf } = await import("@parley/case/schema");
    const objects = file.objects();
    const unfit = objects.flatMap((object) => {
      const problem = problemsOf(object)[0];
      return problem === undefined ? [] : [{ object, problem }];
    });
    const left = new Set(unfit.map(({ object }) => object));
    const held = new Case(objects.filter((object) => !left.has(object)));
    const findings = [
      ...unfit.map(({ object, problem }): CaseFinding => {
        const { kind, id } = (object ?? {}) as Partial<CaseObject>;
        const ref = refOf(String(kind), String(id));
        const message = say.unfit(ref, [...problem.path, problem.message].join(": "));
        return { where: `${path}: ${ref}`, severity: "error", message, ref };
      }),
      ...file.warnings.map(
        (finding): CaseFinding => ({ where: path, severity: "error", message: finding.message }),
      ),
      ...checkCase(held).map(
        ({ ref, path: at, severity, message }): CaseFinding => ({
          where: `${path}: ${[ref, ...at].join(".")}`,
          severity,
          message,
          ref,
        }),
      ),
    ];
    findings.push(...(await brokenSeals(held, (ref) => `${path}: ${ref}`)));
    const blob = (hash: string): Uint8Array | undefined =>
      file.hasBlob(hash) ? file.getBlob(hash) : undefined;
    return { path, held, blob, findings, file, close: () => file.close() };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Forecasts that are not as they were sealed. */
async function brokenSeals(held: Case, where: (ref: Ref) => string): Promise<CaseFinding[]> {
  if (held.inForce("forecast").length === 0) return [];
  const { ledgerOf } = await import("@parley/forecast");
  return ledgerOf(held).findings.map((finding) => ({ where: where(finding.ref), ...finding }));
}

async function loadTextForm(path: string): Promise<LoadedCase> {
  const folder = statOf(path).isDirectory() ? path : dirname(path);
  const main = folder === path ? "case.yaml" : basename(path);
  if (!existsSync(join(folder, main)))
    throw new UserError("enoent", say.noCaseYaml(), { where: folder, todo: say.notAFolderOrCase() });
  const { readTextForm } = await import("@parley/case/text");
  const { folderHost } = await import("./text-host.ts");
  const { objects, blobs, findings } = readTextForm(folderHost(folder), main);
  const held = new Case(objects);
  return {
    path,
    held,
    blob: (hash) => blobs.get(hash),
    findings: [
      ...findings.map(({ file, line, column, severity, message }) => ({
        where: `${join(folder, file)}:${line}:${column}`,
        severity,
        message,
      })),
      ...(await brokenSeals(held, (ref) => `${join(folder, main)}: ${ref}`)),
    ],
    file: undefined,
    close: () => {},
  };
}

/** A text form whose files are in memory, as they came in an archive. */
export async function loadTextFiles(
  files: ReadonlyMap<string, Uint8Array>,
  main: string,
  called: string,
): Promise<LoadedCase> {
  const { readTextForm } = await import("@parley/case/text");
  const { memoryHost } = await import("./text-host.ts");
  const { objects, blobs, findings } = readTextForm(memoryHost(files), main);
  return {
    path: called,
    held: new Case(objects),
    blob: (hash) => blobs.get(hash),
    findings: findings.map(({ file, line, column, severity, message }) => ({
      where: `${file}:${line}:${column}`,
      severity,
      message,
    })),
    file: undefined,
    close: () => {},
  };
}

/** Errors first, places in the order they were found. */
export function worstFirst<T extends { severity: "error" | "warning" }>(findings: readonly T[]): T[] {
  return [
    ...findings.filter((f) => f.severity === "error"),
    ...findings.filter((f) => f.severity !== "error"),
  ];
}

/** All objects of a loaded case with its raw documents: what an import writes. */
export function contents(loaded: LoadedCase): { objects: CaseObject[]; blobs: Uint8Array[] } {
  const blobs = loaded.held.all("source").flatMap((source) => loaded.blob(source.sha256) ?? []);
  return { objects: loaded.held.objects(), blobs };
}
