import { decode } from "../decode.ts";
import { extractHtml } from "../extract/html.ts";
import { extractPlain } from "../extract/plain.ts";
import { declaredCharset } from "../media-type.ts";
import * as say from "../messages.ts";
import type { Layer } from "./layer.ts";
import { decodeWords, type MimePart, readMime } from "./mime.ts";

/** The page of a web archive in one file (.mhtml, RFC 2557): its root part; pictures and styles are not looked at. */
export function readSavedPage(bytes: Uint8Array, asked: string | undefined): Layer {
  const message = readMime(bytes);
  const page = rootOf(message);
  if (page === undefined) throw say.damaged("page");
  const html = page.type !== "text/plain";
  const declared = page.charset ?? (html ? declaredCharset(page.body) : undefined);
  const { raw, charset } = decode(page.body, asked, declared);
  const extracted = html ? extractHtml(raw) : extractPlain(raw, false);
  const said: string[] = [say.layerSaid.savedPage];
  const url = message.headers.get("snapshot-content-location") ?? page.headers.get("content-location");
  if (url !== undefined && /^https?:/i.test(url)) {
    said.push(say.layerSaid.savedFrom(url, message.headers.get("date")));
    const host = hostOf(url);
    if (host !== undefined) extracted.head.push({ field: "host", value: host, raw: [0, 0] });
  }
  const subject = message.headers.get("subject");
  if (subject !== undefined && !extracted.head.some((h) => h.field === "title"))
    extracted.head.push({ field: "title", value: decodeWords(subject), raw: [0, 0] });
  return { raw, charset, mediaType: "multipart/related", extracted, layer: { of: "saved-page", said } };
}

/** The root of a related set: the one named as its start, else the first page, else the first text. */
function rootOf(message: MimePart): MimePart | undefined {
  const all: MimePart[] = [];
  const walk = (part: MimePart): void => {
    if (part.parts.length === 0) all.push(part);
    for (const inner of part.parts) walk(inner);
  };
  walk(message);
  const pages = all.filter((part) => /^(?:text\/html|application\/xhtml\+xml)$/.test(part.type));
  const start = message.start;
  return (
    pages.find((part) => start !== undefined && part.headers.get("content-id") === start) ??
    pages[0] ??
    all.find((part) => part.type === "text/plain" && message.type.startsWith("multipart/"))
  );
}

/** The host of an address, as a reader knows it. */
export function hostOf(url: string): string | undefined {
  try {
    return new URL(url).hostname.replace(/^www\./, "") || undefined;
  } catch {
    return undefined;
  }
}
