import { basename, extname } from "node:path";
import { UserError } from "@parley/server/casework";
import { createCase } from "@parley/store";
import { author, type CaseOptions, passphrase } from "../input.ts";
import type { Outcome } from "../output.ts";

interface Options extends CaseOptions {
  title?: string;
  encrypt?: boolean;
}

/** `parley new`: an empty case file. */
export async function run(path: string, options: Options): Promise<Outcome> {
  if (extname(path) !== ".parley")
    throw new UserError("bad-name", "A case file's name ends in .parley.", {
      where: path,
      todo: `${path}.parley`,
    });
  const title = options.title ?? basename(path, ".parley");
  const secret = options.encrypt === true ? await passphrase(options, path, true) : undefined;
  if (options.encrypt === true && secret === undefined)
    throw new UserError("passphrase-needed", "An encrypted case needs a passphrase.", {
      todo: "Give --passphrase-file or PARLEY_PASSPHRASE, or run this on a terminal.",
    });
  const by = author(options);
  createCase(path, {
    by,
    title,
    why: "New case",
    ...(secret === undefined ? {} : { passphrase: secret }),
  }).close();
  const encrypted = secret !== undefined;
  return {
    json: { file: path, title, by, encrypted },
    text: `${path}: ${title}${encrypted ? " (encrypted)" : ""}`,
  };
}
