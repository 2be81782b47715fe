import * as say from "./messages.ts";

/** What can be read at present. */
export type MediaType = "text/plain" | "text/markdown" | "text/html";

const BY_ENDING: Readonly<Record<string, string>> = {
  txt: "text/plain",
  text: "text/plain",
  md: "text/markdown",
  markdown: "text/markdown",
  html: "text/html",
  htm: "text/html",
  xhtml: "text/html",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  doc: "application/msword",
  odt: "application/vnd.oasis.opendocument.text",
  rtf: "application/rtf",
  eml: "message/rfc822",
  zip: "application/zip",
  png: "image/png",
  jpg: "image/jpeg",
};

const READABLE: Readonly<Record<string, MediaType>> = {
  "text/plain": "text/plain",
  "text/markdown": "text/markdown",
  "text/x-markdown": "text/markdown",
  "text/html": "text/html",
  "application/xhtml+xml": "text/html",
};

/** Kinds of file told by their first bytes, whatever the name says. */
function bySignature(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 5));
  if (head === "%PDF-") return "application/pdf";
  if (head.startsWith("PK\u0003\u0004")) return "application/zip";
  if (head.startsWith("{\\rtf")) return "application/rtf";
  if (head.startsWith("\u0089PNG")) return "image/png";
  if (head.startsWith("\u00ff\u00d8\u00ff")) return "image/jpeg";
  return undefined;
}

const HTML = /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|article|main|div|meta)\b/i;

/**
 * What a document is: as the caller says, else by its first bytes, its name, or its look.
 * @throws RecordError for what cannot be read yet.
 */
export function mediaTypeOf(
  bytes: Uint8Array,
  given: string | undefined,
  name: string | undefined,
): { mediaType: MediaType; charset?: string } {
  const [type, ...parameters] = (given ?? "").split(";").map((part) => part.trim());
  const charset = parameters.find((p) => /^charset=/i.test(p))?.replace(/^charset="?|"$/gi, "");
  const signature = bySignature(bytes);
  const ending = name === undefined ? undefined : /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase();
  const told =
    signature !== undefined && (type === undefined || type === "" || !(type.toLowerCase() in READABLE))
      ? (BY_ENDING[ending ?? ""] ?? signature)
      : type || (ending === undefined ? undefined : BY_ENDING[ending]);
  const known = told === undefined ? guess(bytes) : READABLE[told.toLowerCase()];
  if (known === undefined) throw say.unsupportedMediaType(told ?? "");
  return charset === undefined ? { mediaType: known } : { mediaType: known, charset };
}

function guess(bytes: Uint8Array): MediaType {
  return HTML.test(new TextDecoder("latin1").decode(bytes.subarray(0, 4096))) ? "text/html" : "text/plain";
}

/** The encoding an HTML document names in its first kilobyte (HTML Standard, prescan). */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:-]+)/i.exec(head)?.[1];
}
