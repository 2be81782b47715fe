import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root: the folder that holds tsconfig.base.json. */
export function repositoryRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "tsconfig.base.json"))) folder = dirname(folder);
  return folder;
}

/** A file of the texts that stand beside the repository, by the start of its name; undefined when they are absent. */
export function sharedFile(folder: string, prefix: string): Uint8Array | undefined {
  const path = join(repositoryRoot(), "..", "shared", folder);
  const name = existsSync(path) ? readdirSync(path).find((file) => file.startsWith(prefix)) : undefined;
  return name === undefined ? undefined : new Uint8Array(readFileSync(join(path, name)));
}

/** Said of a test that needs texts which are not part of the repository. */
export const ABSENT = "skipped: the texts in ../shared are not part of the repository and are not beside it";
