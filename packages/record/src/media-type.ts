import * as say from "./messages.ts";

/** What can be read at present. */
export type MediaType =
  | "text/plain"
  | "text/markdown"
  | "text/html"
  | "multipart/related"
  | "message/rfc822"
  | "application/pdf"
  | typeof DOCX;

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const BY_ENDING: Readonly<Record<string, string>> = {
  txt: "text/plain",
  text: "text/plain",
  md: "text/markdown",
  markdown: "text/markdown",
  html: "text/html",
  htm: "text/html",
  xhtml: "text/html",
  pdf: "application/pdf",
  docx: DOCX,
  doc: "application/msword",
  odt: "application/vnd.oasis.opendocument.text",
  rtf: "application/rtf",
  eml: "message/rfc822",
  mhtml: "multipart/related",
  mht: "multipart/related",
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
  "multipart/related": "multipart/related",
  "application/x-mimearchive": "multipart/related",
  "message/rfc822": "message/rfc822",
  "application/pdf": "application/pdf",
  [DOCX]: DOCX,
};

/** Kinds of file told by their first bytes, whatever the name says. */
function bySignature(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 5));
  if (head === "%PDF-") return "application/pdf";
  if (head.startsWith("PK\u0003\u0004")) return "application/zip";
  if (head.startsWith("{\\rtf")) return "application/rtf";
  if (head.startsWith("\u0089PNG")) return "image/png";
  if (head.startsWith("\u00ff\u00d8\u00ff")) return "image/jpeg";
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) return "application/msword";
  return undefined;
}

/** Headers of a message or of a saved page: at least one of those that such files begin with, before an empty line. */
function byHeaders(bytes: Uint8Array): MediaType | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 8192)).split(/\r?\n\r?\n/)[0] ?? "";
  if (!/^(?:[A-Za-z-]+:[^\n]*\n?|[ \t][^\n]*\n?|From [^\n]*\n){3,}/.test(head)) return undefined;
  if (!/^mime-version:|^received:|^message-id:/im.test(head)) return undefined;
  return /^content-type:\s*multipart\/related/im.test(head) &&
    /^(?:snapshot-content-location|from:\s*<saved by)/im.test(head)
    ? "multipart/related"
    : "message/rfc822";
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
      ? inside(signature, BY_ENDING[ending ?? ""])
      : type || (ending === undefined ? undefined : BY_ENDING[ending]);
  const known = told === undefined ? guess(bytes) : READABLE[told.toLowerCase()];
  if (known === undefined) throw say.unsupportedMediaType(told ?? "");
  return charset === undefined ? { mediaType: known } : { mediaType: known, charset };
}

/** What a file is by its first bytes; the name tells more only where the bytes are a container's. */
function inside(signature: string, byName: string | undefined): string {
  const container = signature === "application/zip" || signature === "application/msword";
  return container && byName !== undefined && !byName.startsWith("text/") ? byName : signature;
}

function guess(bytes: Uint8Array): MediaType {
  return HTML.test(new TextDecoder("latin1").decode(bytes.subarray(0, 4096)))
    ? "text/html"
    : (byHeaders(bytes) ?? "text/plain");
}

/** The encoding an HTML document names in its first kilobyte (HTML Standard, prescan). */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:-]+)/i.exec(head)?.[1];
}
