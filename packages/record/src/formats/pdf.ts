import type { FoundGap } from "../gaps/found-gap.ts";
import { LIMITS } from "../limits.ts";
import * as say from "../messages.ts";
import { BY_FORMAT, type Layer } from "./layer.ts";
import { LayerWriter } from "./layer-writer.ts";
import { refuseBombs } from "./pdf-bombs.ts";
import {
  goesOn,
  hyphenBefore,
  linesOfPage,
  type PdfItem,
  type PdfLine,
  paragraphsOf,
  wordsOf,
} from "./pdf-lines.ts";
import { runningLines } from "./pdf-running.ts";

/*
 * The text layer of a PDF (ISO 32000-1), as pdf.js reads it, put together to lines and paragraphs. pdf.js is loaded
 * when the first PDF comes. Scripts in the file are not run, nothing it points to is fetched, fonts are not loaded.
 */

/** Read the text layer of a PDF. @throws RecordError when it is damaged, locked, has no text, or goes beyond limits */
export async function readPdf(bytes: Uint8Array): Promise<Layer> {
  if (bytes.length > LIMITS.bytes) throw say.tooLarge("bytes", bytes.length, LIMITS.bytes);
  const started = performance.now();
  refuseBombs(bytes);
  const { getDocumentProxy } = await import("unpdf");
  const pages: PdfLine[][] = [];
  let title: string | undefined;
  let language: string | undefined;
  try {
    // pdf.js takes the bytes for itself: it gets its own.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      disableFontFace: true,
      useSystemFonts: false,
      isEvalSupported: false,
      maxImageSize: 1,
      enableXfa: false,
    });
    try {
      if (pdf.numPages > LIMITS.pages) throw say.tooManyPages(pdf.numPages, LIMITS.pages);
      let length = 0;
      for (let n = 1; n <= pdf.numPages; n++) {
        const page = await pdf.getPage(n);
        const content = await page.getTextContent();
        const lines = linesOfPage(content.items as PdfItem[], page.view as [number, number, number, number]);
        page.cleanup();
        for (const line of lines) length += line.text.length;
        if (length > LIMITS.characters) throw say.tooLarge("characters", length, LIMITS.characters);
        if (performance.now() - started > LIMITS.millis) throw say.tooSlow(LIMITS.millis);
        pages.push(lines);
      }
      const info = (await pdf.getMetadata()).info as { Title?: unknown; Language?: unknown };
      if (typeof info.Title === "string") title = info.Title;
      if (typeof info.Language === "string" && /^[a-z]{2,3}\b/i.test(info.Language)) language = info.Language;
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    throw reworded(error);
  }
  if (pages.every((lines) => lines.length === 0)) throw say.noTextInPdf(pages.length);
  return write(pages, title, language);
}

function reworded(error: unknown): unknown {
  const { name, message } = error as Error;
  if (name === "RecordError") return error;
  if (name === "PasswordException") return say.locked("pdf");
  return say.damaged("pdf", message.split("\n")[0]?.slice(0, 120));
}

/** A line of a paragraph and the page it stands on, counted from 0. */
interface OnPage {
  line: PdfLine;
  page: number;
}

function write(pages: readonly PdfLine[][], title: string | undefined, language: string | undefined): Layer {
  const running = runningLines(pages);
  const paragraphs: OnPage[][] = [];
  for (const [page, lines] of pages.entries()) {
    for (const [i, paragraph] of paragraphsOf(lines.filter((line) => !running.has(line))).entries()) {
      const placed = paragraph.map((line): OnPage => ({ line, page }));
      const last = paragraphs.at(-1)?.at(-1);
      // A sentence that goes on over the page's end.
      if (i === 0 && last?.page === page - 1 && goesOn(last.line, paragraph[0]!))
        paragraphs.at(-1)!.push(...placed);
      else paragraphs.push(placed);
    }
  }
  if (paragraphs.length === 0) throw say.noTextInPdf(pages.length);
  const words = wordsOf(pages);
  const out = new LayerWriter();
  const starts: number[] = [];
  let parted = 0;
  /** Turn to a page: its start is told, and the layer has a form feed between two. */
  const turnTo = (page: number): string => {
    let feeds = "";
    while (starts.length <= page) {
      if (starts.length > 0) feeds += "\f";
      starts.push(out.length);
    }
    return feeds;
  };
  for (const paragraph of paragraphs) {
    out.aside(turnTo(paragraph[0]!.page));
    for (const [k, { line }] of paragraph.entries()) {
      const next = paragraph[k + 1];
      if (next === undefined) {
        out.words(line.text);
        break;
      }
      const hyphen = hyphenBefore(line.text, next.line.text, words);
      if (hyphen === "none") out.words(line.text);
      else if (hyphen === "kept") out.words(line.text);
      else {
        out.words(line.text.slice(0, -1));
        out.aside(line.text.slice(-1));
        parted += 1;
      }
      if (hyphen === "none") out.words("\n");
      else out.aside("\n");
      out.aside(turnTo(next.page));
    }
    out.end(paragraph.at(-1)!.line.bullet || paragraph[0]!.line.bullet ? "list-item" : undefined);
  }
  const empty = pages.flatMap((lines, p) => (lines.length === 0 ? [p + 1] : []));
  out.aside(turnTo(pages.length - 1));
  const missing = empty.map((page): FoundGap => gapAt(page, placeOf(page, starts, out)));
  if (running.size > 0) out.aside("\f");
  for (const line of running) {
    out.words(line.text);
    out.end(undefined, say.furnitureReason.running);
  }
  const called = title?.replace(/\s+/g, " ").trim().slice(0, 500) ?? "";
  if (called !== "") {
    const from = out.rawLength + "Title: ".length;
    out.words(`Title: ${called}`);
    out.end(undefined, say.furnitureReason.property);
    // Programs put the name of the file there.
    if (!/^(?:microsoft word|untitled|about:blank)|\.\w{2,5}$/i.test(called))
      out.head.push({ field: "title", value: called, raw: [from, from + called.length] });
  }
  const { raw, text, map } = out.build();
  const said = [say.layerSaid.pdf(pages.length)];
  if (parted > 0) said.push(say.layerSaid.hyphens(parted));
  if (running.size > 0) said.push(say.layerSaid.running(running.size));
  if (empty.length > 0) said.push(say.layerSaid.scanned(empty));
  return {
    raw,
    charset: BY_FORMAT,
    mediaType: "application/pdf",
    extracted: {
      text,
      map,
      lines: out.lines,
      head: out.head,
      emptyLinks: [],
      missing,
      pages: starts,
      ...(language === undefined ? {} : { language }),
    },
    layer: { of: "pdf", said },
  };
}

/** The end of the last line before a page, or the start of the first line of all. */
function placeOf(page: number, starts: readonly number[], out: LayerWriter): number {
  const start = starts[page - 1] ?? 0;
  let place = out.lines[0]!.range[0];
  for (const { range } of out.lines) {
    if (range[0] >= start) break;
    place = Math.min(range[1], start);
  }
  return place;
}

const gapAt = (page: number, at: number): FoundGap => ({
  kind: "ocr",
  range: [at, at],
  rule: "page without text",
  confidence: 0.9,
  reason: say.gapReason.scanned(page),
});
