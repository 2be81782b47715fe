import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CaseFile } from "@parley/store";
import type { Result } from "./api.ts";

/** The file of the cases folder that keeps the secret. */
const SECRET = "results.key";

/**
 * Results kept in a case file under what they were made from. A case file comes by mail as well, and whoever can write
 * one can lay any results in it: what is kept is believed only with a seal made here, by a secret of this cases folder.
 * What bears none is computed anew.
 */
export class KeptResults {
  readonly #secret: Uint8Array;

  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  /** With the secret of a cases folder; in a folder that cannot be written, one for as long as the program runs. */
  static of(folder: string): KeptResults {
    const path = join(folder, SECRET);
    try {
      writeFileSync(path, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
    } catch {
      // It is there already, or cannot be written.
    }
    try {
      const text = readFileSync(path, "latin1").trim();
      if (/^[0-9a-f]{64}$/.test(text)) return new KeptResults(Buffer.from(text, "hex"));
    } catch {
      // Below.
    }
    return new KeptResults(randomBytes(32));
  }

  #seal(key: string, text: string): Buffer {
    return createHmac("sha256", this.#secret).update(`${key}\n${text}`, "utf8").digest();
  }

  /** What was kept under a key; undefined when there is nothing, or nothing that was made here. */
  get(file: CaseFile, key: string): Result[] | undefined {
    try {
      const { seal, text } = file.cached<{ seal?: unknown; text?: unknown }>(key) ?? {};
      if (typeof seal !== "string" || typeof text !== "string") return undefined;
      const [given, own] = [Buffer.from(seal, "hex"), this.#seal(key, text)];
      if (given.length !== own.length || !timingSafeEqual(given, own)) return undefined;
      return JSON.parse(text) as Result[];
    } catch {
      // Not even JSON: computed anew all the same.
      return undefined;
    }
  }

  keep(file: CaseFile, key: string, results: readonly Result[]): void {
    const text = JSON.stringify(results);
    file.cache(key, { seal: this.#seal(key, text).toString("hex"), text });
  }
}
