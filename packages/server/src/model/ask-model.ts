import { UserError } from "../casework/user-error.ts";
import * as say from "../messages.ts";
import { checkAddress } from "./model-settings.ts";

export interface AskOptions {
  address: string;
  model: string;
  key?: string;
  /** Longest wait in all, in milliseconds. */
  timeout?: number;
  /** Most bytes of an answer. */
  limit?: number;
  signal?: AbortSignal;
}

const TIMEOUT = 120_000;
const LIMIT = 2 * 1024 * 1024;

/**
 * One question to an OpenAI-compatible address (`…/v1/chat/completions`), answered as text. Only the address that was
 * set is asked: an answer that points elsewhere is refused, and nothing else of the machine is told.
 * @throws UserError `model-…` in every case in which there is no answer
 */
export async function askModel(
  messages: readonly { role: "system" | "user"; content: string }[],
  { address, model, key = "", timeout = TIMEOUT, limit = LIMIT, signal }: AskOptions,
): Promise<string> {
  const base = checkAddress(address);
  const url = new URL(base);
  if (!/\/chat\/completions\/?$/.test(url.pathname))
    url.pathname = `${url.pathname.replace(/\/$/, "")}${/\/v1$/.test(url.pathname.replace(/\/$/, "")) ? "" : "/v1"}/chat/completions`;
  const stop = AbortSignal.any([AbortSignal.timeout(timeout), ...(signal === undefined ? [] : [signal])]);
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "error",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(key === "" ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, messages, temperature: 0, stream: false }),
      signal: stop,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new UserError("model-refused", say.modelStatus(url.host, response.status));
    }
    return contentOf(await readAtMost(response, limit, url.host), url.host);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (signal?.aborted === true) throw new UserError("cancelled", say.cancelled());
    if (stop.aborted) throw new UserError("model-slow", say.modelSlow(url.host, timeout));
    throw new UserError("model-unreachable", say.modelUnreachable(url.host), { cause: error });
  }
}

async function readAtMost(response: Response, limit: number, host: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > limit) throw new UserError("model-too-large", say.modelTooLarge(host, limit));
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}

function contentOf(body: string, host: string): string {
  try {
    const reply = JSON.parse(body) as { choices?: { message?: { content?: unknown } }[] };
    const content = reply.choices?.[0]?.message?.content;
    if (typeof content === "string") return content;
  } catch {
    // Said below: it is no answer either way.
  }
  throw new UserError("model-no-answer", say.modelNoAnswer(host));
}
