import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import type { TextHost } from "@parley/case/text";
import { rooms } from "./rooms.ts";

/** SHA-256, lower-case hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

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
    clean: (bytes, source) => rooms.clean(bytes, { accept: [], names: [], ...source }),
  };
}
