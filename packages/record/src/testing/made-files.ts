import { zipSync, zlibSync } from "fflate";

/* Small files of the formats that are read, made by us from the formats' definitions. */

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface MadeLine {
  text: string;
  x?: number;
  y: number;
  size?: number;
}

export interface MadePdf {
  /** Compress the page contents. */
  deflate?: boolean;
  title?: string;
  /** Put in the trailer, as an encrypted file has it. */
  encrypt?: string;
}

/** A PDF of pages of lines in Helvetica (ISO 32000-1, 7.5); a page without lines is a picture to its readers. */
export function makePdf(pages: readonly (readonly MadeLine[])[], options: MadePdf = {}): Uint8Array {
  const escaped = (text: string): string => text.replace(/[\\()]/g, "\\$&");
  const contents = pages.map((lines) =>
    utf8(
      lines
        .map(({ text, x = 72, y, size = 12 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`)
        .join("\n"),
    ),
  );
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(" ");
  const objects: (string | Uint8Array)[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  for (const [i, content] of contents.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
    );
    objects.push(stream(content, options.deflate === true));
  }
  if (options.title !== undefined) objects.push(`<< /Title (${escaped(options.title)}) >>`);
  const info = options.title === undefined ? "" : ` /Info ${objects.length} 0 R`;
  return assemble(objects, `/Root 1 0 R${info}${options.encrypt === undefined ? "" : ` ${options.encrypt}`}`);
}

/** A stream object. */
export function stream(content: Uint8Array, deflate: boolean, filter = "/FlateDecode"): Uint8Array {
  const body = deflate ? zlibSync(content, { level: 1 }) : content;
  const head = `<< /Length ${body.length}${deflate ? ` /Filter ${filter}` : ""} >>\nstream\n`;
  return join([utf8(head), body, utf8("\nendstream")]);
}

/** A file of objects with its table. */
export function assemble(objects: readonly (string | Uint8Array)[], trailer: string): Uint8Array {
  const parts: Uint8Array[] = [utf8("%PDF-1.4\n")];
  let length = parts[0]!.length;
  const places: number[] = [];
  for (const [i, object] of objects.entries()) {
    places.push(length);
    const part = join([
      utf8(`${i + 1} 0 obj\n`),
      typeof object === "string" ? utf8(object) : object,
      utf8("\nendobj\n"),
    ]);
    parts.push(part);
    length += part.length;
  }
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    utf8(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return join(parts);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A .docx with the given body (WordprocessingML) and further parts. */
export function makeDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return makeZip({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [name, xml.replace(/^<([\w:]+)/, `<$1 ${W}`)]),
    ),
  });
}

/** A paragraph of a .docx. */
export const docxParagraph = (text: string, style?: string): string =>
  `<w:p>${style === undefined ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A ZIP archive. */
export function makeZip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === "string" ? utf8(content) : content,
      ]),
    ),
    { level: 1 },
  );
}
