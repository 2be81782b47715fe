import { readFileSync, realpathSync } from "node:fs";
import { join, posix, sep } from "node:path";
import type { TextHost } from "@parley/case/text";
import { cleanSource } from "./documents.ts";
import { sha256 } from "./sha256.ts";

/** A text form on disk. Nothing outside its folder is read, also not through a link that lies in it. */
export function folderHost(folder: string): TextHost {
  const root = realpathSync(folder);
  return {
    read: (path) => {
      try {
        const real = realpathSync(join(root, path));
        return real.startsWith(root + sep) ? readFileSync(real) : undefined;
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR" || code === "ELOOP")
          return undefined;
        throw error;
      }
    },
    sha256,
    clean: (bytes, source) => cleanSource(bytes, { accept: [], names: [], ...source }, sha256(bytes)),
  };
}

/** A text form in memory: nothing but its own files can be read, whatever path it names. */
export function memoryHost(files: ReadonlyMap<string, Uint8Array>): TextHost {
  return {
    read: (path) => files.get(posix.normalize(path)),
    sha256,
    clean: (bytes, source) => cleanSource(bytes, { accept: [], names: [], ...source }, sha256(bytes)),
  };
}
