import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ModelSettings } from "../api.ts";
import { HttpError } from "../http/http-error.ts";
import * as say from "../messages.ts";

const FILE = "model.json";
export const NO_MODEL: ModelSettings = { on: false, address: "", model: "" };

/** What is set about a language model of the user's own: off until somebody sets it. A key is never kept on the disk. */
export class ModelChoice {
  readonly #file: string;
  #settings: ModelSettings;
  /** Kept in memory as long as the server runs. */
  key = "";

  constructor(folder: string) {
    this.#file = join(folder, FILE);
    this.#settings = read(this.#file);
  }

  get settings(): ModelSettings {
    return this.#settings;
  }

  /** @throws HttpError where the address is none that may be asked */
  set(next: ModelSettings): void {
    const settings: ModelSettings = { on: next.on, address: next.address.trim(), model: next.model.trim() };
    if (settings.on || settings.address !== "") checkAddress(settings.address);
    if (settings.on && settings.model === "")
      throw new HttpError(400, "no-model", say.modelUnnamed(), { where: "model" });
    writeFileSync(this.#file, `${JSON.stringify(settings, null, 1)}\n`, { mode: 0o600 });
    this.#settings = settings;
  }
}

function read(file: string): ModelSettings {
  if (!existsSync(file)) return NO_MODEL;
  try {
    const { on, address, model } = JSON.parse(readFileSync(file, "utf8")) as ModelSettings;
    if (typeof on !== "boolean" || typeof address !== "string" || typeof model !== "string") return NO_MODEL;
    if (on) checkAddress(address);
    return { on, address, model };
  } catch {
    // A file that cannot be read turns nothing on.
    return NO_MODEL;
  }
}

/** An address of a model: http on this machine, https elsewhere, without name or password in it. */
export function checkAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const bad = (why: string): HttpError =>
    new HttpError(400, "bad-address", say.modelAddress(address, why), { where: "address" });
  if (url === null) throw bad(say.modelNoUrl());
  if (url.username !== "" || url.password !== "") throw bad(say.modelCredentials());
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url)))
    throw bad(say.modelPlainHttp());
  return url;
}

/** Whether an address stays on this machine. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return host === "localhost" || host === "::1" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
