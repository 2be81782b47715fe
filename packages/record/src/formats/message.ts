import { decode } from "../decode.ts";
import type { Extracted, HeadValue, Line } from "../extract/extracted.ts";
import { extractHtml } from "../extract/html.ts";
import { extractMail } from "../extract/mail.ts";
import { declaredCharset } from "../media-type.ts";
import * as say from "../messages.ts";
import { MapBuilder, TextMap } from "../text-map.ts";
import { contentsOf } from "./attachments.ts";
import type { Layer } from "./layer.ts";
import { decodeWords, readMime } from "./mime.ts";

const SHOWN = ["from", "to", "cc", "date", "subject"] as const;
const LABEL: Readonly<Record<(typeof SHOWN)[number], string>> = {
  from: "From",
  to: "To",
  cc: "Cc",
  date: "Date",
  subject: "Subject",
};

/** An e-mail: its headers as they are shown, then its plain text, or its HTML where there is no other. */
export function readMessage(bytes: Uint8Array, asked: string | undefined): Layer {
  const message = readMime(bytes);
  const { body, other, attached } = contentsOf(message);
  const html = body?.type === "text/html";
  const words = body?.body ?? new Uint8Array();
  const declared = body?.charset ?? (html ? declaredCharset(words) : undefined);
  const { raw: inner, charset } = decode(words, asked, declared);
  const heads = SHOWN.flatMap((name) => {
    const value = decodeWords(message.headers.get(name) ?? "")
      .replace(/\s+/g, " ")
      .trim();
    return value === "" ? [] : [{ name, value }];
  });
  const top = heads.map(({ name, value }) => `${LABEL[name]}: ${value}\n`).join("");
  const raw = heads.length === 0 ? inner : `${top}\n${inner}`;
  const said = [say.layerSaid.message(html)];
  if (other) said.push(say.layerSaid.otherPart);
  if (attached.length > 0) said.push(say.layerSaid.attachments(attached.map((a) => a.name)));
  return {
    raw,
    charset,
    mediaType: "message/rfc822",
    extracted: under(heads, raw.length - inner.length, html ? extractHtml(inner) : extractMail(inner), html),
    layer: { of: "message", said },
  };
}

const FIELD: Readonly<Partial<Record<string, HeadValue["field"]>>> = {
  from: "byline",
  date: "published",
  subject: "title",
};

/** Put the shown headers before the body: lines of their own outside the text, each with its raw place. */
function under(
  heads: readonly { name: (typeof SHOWN)[number]; value: string }[],
  offset: number,
  body: Extracted,
  html: boolean,
): Extracted {
  const out = new MapBuilder();
  const lines: Line[] = [];
  const head: HeadValue[] = [];
  for (const { name, value } of heads) {
    const start = out.length;
    const line = `${LABEL[name]}: ${value}`;
    out.put(line, out.raw + line.length, true);
    lines.push({ range: [start, out.length], outside: true, why: say.furnitureReason.messageHeader });
    const from = start + LABEL[name].length + 2;
    const field = FIELD[name];
    const shown = name === "from" ? value.replace(/\s*<[^<>]*>$/, "").replace(/^"(.*)"$/, "$1") : value;
    if (field !== undefined) head.push({ field, value: shown || value, raw: [from, from + value.length] });
    out.put("\n", out.raw + 1, false);
  }
  if (out.raw < offset) out.put("\n", offset, false);
  const shift = out.length;
  const segments = out.build().map.segments;
  const rest = body.map.segments;
  const joined = [...segments];
  for (let i = 0; i < rest.length; i += 5)
    joined.push(
      rest[i]! + shift,
      rest[i + 1]! + shift,
      rest[i + 2]! + offset,
      rest[i + 3]! + offset,
      rest[i + 4]!,
    );
  const top = out.build().text;
  const result: Extracted = {
    text: top + body.text,
    map: new TextMap(joined),
    lines: [
      ...lines,
      ...body.lines.map((line): Line => {
        const moved: Line = { ...line, range: [line.range[0] + shift, line.range[1] + shift] };
        // The article finder of web pages is not for letters: what it takes for page furniture may be a greeting.
        if (html) delete moved.outside;
        return moved;
      }),
    ],
    head,
    emptyLinks: body.emptyLinks.map((at) => at + shift),
  };
  if (body.language !== undefined) result.language = body.language;
  return result;
}
