import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { fromSystemError, type LoadedCase, loadCase, openFile, UserError } from "@parley/server/casework";
import type { CaseFile } from "@parley/store";
import * as say from "./messages.ts";
import { readStdin } from "./output.ts";

/** Options every command that opens a case has. */
export interface CaseOptions {
  passphraseFile?: string;
  by?: string;
}

/** Who makes changes: `--by`, `PARLEY_BY`, or the name of this machine's user. */
export function author(options: CaseOptions): string {
  return options.by ?? process.env.PARLEY_BY ?? userInfo().username;
}

/** The passphrase: from a file, the environment, or asked on a terminal. Never from the command line, where others read it. */
export async function passphrase(
  options: CaseOptions,
  path: string,
  twice = false,
): Promise<string | undefined> {
  if (options.passphraseFile !== undefined) {
    const first = readText(options.passphraseFile).split(/\r?\n/)[0] ?? "";
    if (first === "") throw new UserError("passphrase-needed", say.passphraseFile(options.passphraseFile));
    return first;
  }
  const given = process.env.PARLEY_PASSPHRASE;
  if (given !== undefined && given !== "") return given;
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const { isCancel, password } = await import("@clack/prompts");
  const ask = async (message: string): Promise<string | undefined> => {
    const answer = await password({ message, output: process.stderr });
    return isCancel(answer) ? undefined : answer;
  };
  const first = await ask(`Passphrase of ${path}`);
  if (!twice || first === undefined) return first;
  const second = await ask("The same again");
  if (second !== first)
    throw new UserError("wrong-passphrase", "The two passphrases differ; nothing was made.");
  return first;
}

/** Open a case to read it. */
export function load(path: string, options: CaseOptions): Promise<LoadedCase> {
  return loadCase(path, { readOnly: true, passphrase: () => passphrase(options, path) });
}

/** Open a case file to change it. */
export function edit(path: string, options: CaseOptions): Promise<CaseFile> {
  return openFile(path, { passphrase: () => passphrase(options, path) });
}

/** A text file. @throws UserError */
export function readText(path: string): string {
  try {
    return text(readFileSync(path), path);
  } catch (error) {
    throw fromSystemError(error, path) ?? error;
  }
}

function text(bytes: Uint8Array, path: string): string {
  if (bytes.includes(0)) throw new UserError("not-text", say.binary(), { where: path });
  return new TextDecoder().decode(bytes);
}

/** JSON from a file or `-` (standard input), with file:line:column where it is not JSON. */
export async function readJsonInput(path: string): Promise<unknown> {
  const said = path === "-" ? text(await readStdin(), "standard input") : readText(path);
  try {
    return JSON.parse(said);
  } catch (error) {
    const { message } = error as Error;
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
    const before = Number.isNaN(at) ? undefined : said.slice(0, at).split("\n");
    const file = path === "-" ? "standard input" : path;
    const where =
      before === undefined ? file : `${file}:${before.length}:${(before.at(-1) ?? "").length + 1}`;
    throw new UserError("not-json", say.notJson(message.replace(/ in JSON at position.*$/, "")), { where });
  }
}

/** Whether a path is model JSON rather than a case. */
export function isJsonInput(path: string): boolean {
  return path === "-" || /\.(json|gmcr)$/i.test(path);
}
