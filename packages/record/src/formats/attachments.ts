import { type MimePart, readMime } from "./mime.ts";

/** A file that came with a message. */
export interface Attachment {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** The files that came with a message, in order; messages within it are files of their own. */
export function attachmentsOf(bytes: Uint8Array): Attachment[] {
  return contentsOf(readMime(bytes)).attached;
}

/** The text of a message, whether it is there a second time, and the files that came with it. */
export function contentsOf(message: MimePart): { body?: MimePart; other: boolean; attached: Attachment[] } {
  const texts: MimePart[] = [];
  const pages: MimePart[] = [];
  const attached: Attachment[] = [];
  const walk = (part: MimePart): void => {
    if (part.type.startsWith("multipart/")) {
      for (const inner of part.parts) walk(inner);
      return;
    }
    const file = part.attached || part.name !== undefined;
    if (!file && part.type === "text/plain") texts.push(part);
    else if (!file && part.type === "text/html") pages.push(part);
    else if (part.attached || !part.type.startsWith("image/")) {
      const ending = part.type === "message/rfc822" ? ".eml" : "";
      const name = part.name ?? `part ${attached.length + 1}${ending}`;
      attached.push({ name, mediaType: part.type, bytes: part.body });
    }
  };
  walk(message);
  const text = texts.find((part) => part.body.some((b) => b > 32));
  const body = text ?? pages[0] ?? texts[0];
  const other = text !== undefined && pages.length > 0;
  return body === undefined ? { other, attached } : { body, other, attached };
}
