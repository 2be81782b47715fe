import { Parser } from "htmlparser2";
import type { Line } from "../extract/extracted.ts";
import { LIMITS } from "../limits.ts";
import * as say from "../messages.ts";
import { BY_FORMAT, type Layer } from "./layer.ts";
import { LayerWriter } from "./layer-writer.ts";
import { type ZipEntry, zipEntries } from "./zip.ts";

/*
 * WordprocessingML (ECMA-376-1, part 1, section 17) to lines of text. What the document would read like with all
 * tracked changes accepted is taken; comments and hidden text are not. Entities other than XML's own are not expanded,
 * nothing outside the file is looked at.
 */

type Handler = {
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

function walkXml(bytes: Uint8Array, handler: Handler): void {
  const text = new TextDecoder(bytes[0] === 0xff || bytes[1] === 0 ? "utf-16le" : "utf-8").decode(bytes);
  if (text.length > LIMITS.characters * 4)
    throw say.tooLarge("characters", text.length, LIMITS.characters * 4);
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > LIMITS.depth) throw say.tooDeep(LIMITS.depth);
        handler.open?.(name, attributes);
      },
      onclosetag(name) {
        depth -= 1;
        handler.close?.(name);
      },
      ontext(data) {
        handler.text?.(data);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
}

interface Counts {
  inserted: number;
  deleted: number;
  comments: number;
  hidden: number;
  notes: number;
}

type StyleType = Line["type"] | undefined;

/** Read a .docx. @throws RecordError when it is damaged, locked, has no text, or goes beyond the limits */
export function readDocx(bytes: Uint8Array): Layer {
  // An Office file with a password is an OLE container, not a ZIP archive.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw say.locked("docx");
  const files = new Map<string, ZipEntry>(
    zipEntries(bytes, { unpacked: LIMITS.unpacked, files: LIMITS.files }).map((entry) => [
      entry.name.replace(/^\//, ""),
      entry,
    ]),
  );
  const part = (name: string): Uint8Array | undefined => files.get(name)?.read();
  const main = mainPart(part("_rels/.rels"));
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const body = part(main);
  if (body === undefined) throw say.damaged("docx");
  const counts: Counts = { inserted: 0, deleted: 0, comments: 0, hidden: 0, notes: 0 };
  const styles = stylesOf(part(`${folder}styles.xml`));
  const out = new LayerWriter();
  readBody(body, out, styles, counts);
  for (const kind of ["footnote", "endnote"] as const) {
    const notes = part(`${folder}${kind}s.xml`);
    if (notes !== undefined) readBody(notes, out, styles, counts, kind);
  }
  if (out.lines.length === 0) throw say.noTextInDocument("docx");
  for (const name of [...files.keys()].sort())
    if (new RegExp(`^${folder}(?:header|footer)\\d*\\.xml$`).test(name))
      readBody(part(name)!, out, styles, counts, undefined, say.furnitureReason.running);
  readProperties(part("docProps/core.xml"), out);
  const { raw, text, map } = out.build();
  if (raw.length > LIMITS.characters) throw say.tooLarge("characters", raw.length, LIMITS.characters);
  const said: string[] = [say.layerSaid.docx];
  for (const what of ["notes", "inserted", "deleted", "comments", "hidden"] as const)
    if (counts[what] > 0) said.push(say.layerSaid[what](counts[what]));
  return {
    raw,
    charset: BY_FORMAT,
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extracted: { text, map, lines: out.lines, head: out.head, emptyLinks: [] },
    layer: { of: "docx", said },
  };
}

/** The name of the part that holds the text. */
function mainPart(relations: Uint8Array | undefined): string {
  let found = "word/document.xml";
  if (relations !== undefined)
    walkXml(relations, {
      open(_, { Type, Target }) {
        if (Target !== undefined && Type?.endsWith("/officeDocument")) found = Target.replace(/^\//, "");
      },
    });
  return found;
}

/** What paragraph styles mean. Their ids are in the language of the program, their names are not (17.7.4.9). */
function stylesOf(bytes: Uint8Array | undefined): Map<string, StyleType> {
  const styles = new Map<string, StyleType>();
  if (bytes === undefined) return styles;
  let id = "";
  const based = new Map<string, string>();
  walkXml(bytes, {
    open(name, attributes) {
      if (name === "w:style") id = attributes["w:styleId"] ?? "";
      else if (name === "w:name" && id !== "") {
        const called = (attributes["w:val"] ?? "").toLowerCase();
        const type: StyleType =
          called === "title"
            ? "title"
            : /^(?:heading \d|subtitle)$/.test(called)
              ? "heading"
              : /^list/.test(called)
                ? "list-item"
                : /quote$/.test(called)
                  ? "quote"
                  : called === "caption"
                    ? "caption"
                    : undefined;
        if (type !== undefined) styles.set(id, type);
      } else if (name === "w:basedOn" && id !== "") based.set(id, attributes["w:val"] ?? "");
    },
    close(name) {
      if (name === "w:style") id = "";
    },
  });
  for (const start of based.keys()) {
    let at: string | undefined = start;
    for (let steps = 0; at !== undefined && steps < 20 && !styles.has(start); steps++) {
      at = based.get(at);
      if (at !== undefined && styles.has(at)) styles.set(start, styles.get(at));
    }
  }
  return styles;
}

/** Elements whose text is none of the document's: deleted or moved away, fields' instructions, second renderings. */
const SILENT: ReadonlySet<string> = new Set([
  "w:del",
  "w:moveFrom",
  "mc:Fallback",
  "w:instrText",
  "w:delText",
]);

function readBody(
  bytes: Uint8Array,
  out: LayerWriter,
  styles: ReadonlyMap<string, StyleType>,
  counts: Counts,
  notes?: "footnote" | "endnote",
  why?: string,
): void {
  let silent = 0;
  let hidden = false;
  let counted = false;
  let inText = false;
  let run = 0;
  let inProperties = false;
  let type: StyleType;
  /** Separators of notes are none. */
  let skipped = false;
  let start: string | undefined;
  const begin = (): void => {
    if (start === undefined) return;
    out.aside(`[${start}] `);
    start = undefined;
  };
  walkXml(bytes, {
    open(name, attributes) {
      if (SILENT.has(name)) {
        if (silent === 0 && (name === "w:del" || name === "w:moveFrom") && run === 0 && !inProperties)
          counts.deleted += 1;
        silent += 1;
        return;
      }
      if (silent > 0) return;
      switch (name) {
        case "w:ins":
        case "w:moveTo":
          if (!inProperties) counts.inserted += 1;
          break;
        case "w:rPr":
        case "w:pPr":
          inProperties = true;
          break;
        case "w:p":
          // A text box stands inside a paragraph: what was written before it is a line of its own.
          out.end(type, why, "");
          type = undefined;
          break;
        case "w:pStyle":
          type = styles.get(attributes["w:val"] ?? "");
          break;
        case "w:numPr":
          type ??= "list-item";
          break;
        case "w:r":
          run += 1;
          hidden = false;
          counted = false;
          break;
        case "w:vanish":
          if (run > 0 && !/^(?:0|false|off)$/.test(attributes["w:val"] ?? "")) hidden = true;
          break;
        case "w:t":
          inText = true;
          if (hidden && !counted) {
            counted = true;
            counts.hidden += 1;
          }
          break;
        case "w:tab":
          if (run > 0 && !inProperties) out.words("\t");
          break;
        case "w:br":
        case "w:cr":
          out.words("\n");
          break;
        case "w:noBreakHyphen":
          out.words("\u2011");
          break;
        case "w:sym":
          if (!hidden) out.words("\ufffd");
          break;
        case "w:commentReference":
          counts.comments += 1;
          break;
        case "w:footnoteReference":
        case "w:endnoteReference":
          out.aside(`[${attributes["w:id"] ?? "?"}]`);
          break;
        case "w:footnote":
        case "w:endnote":
          skipped = /eparator|Notice/.test(attributes["w:type"] ?? "");
          if (!skipped && notes !== undefined) {
            counts.notes += 1;
            start = attributes["w:id"] ?? "?";
          }
          break;
      }
    },
    close(name) {
      if (SILENT.has(name)) {
        silent -= 1;
        return;
      }
      if (silent > 0) return;
      if (name === "w:t") inText = false;
      else if (name === "w:r") run -= 1;
      else if (name === "w:rPr" || name === "w:pPr") inProperties = false;
      else if (name === "w:p") {
        if (!skipped) out.end(type, why);
        type = undefined;
      } else if (name === "w:footnote" || name === "w:endnote") skipped = false;
    },
    text(data) {
      if (!inText || silent > 0 || hidden || skipped) return;
      begin();
      out.words(data);
    },
  });
  out.end(type, why);
}

/** The file's own title and author: shown, not believed; programs fill them in by themselves. */
function readProperties(bytes: Uint8Array | undefined, out: LayerWriter): void {
  if (bytes === undefined) return;
  let now: string | undefined;
  let value = "";
  walkXml(bytes, {
    open(name) {
      now = name;
      value = "";
    },
    text(data) {
      if (now !== undefined) value += data;
    },
    close(name) {
      const label =
        name === "dc:title"
          ? "Title"
          : name === "dc:creator"
            ? "Author"
            : name === "dcterms:created"
              ? "Created"
              : undefined;
      now = undefined;
      const words = value.replace(/\s+/g, " ").trim().slice(0, 500);
      if (label === undefined || words === "") return;
      const from = out.rawLength + label.length + 2;
      out.words(`${label}: ${words}`);
      out.end(undefined, say.furnitureReason.property);
      if (label === "Title" && !/^(?:microsoft word|untitled|document\d*$)/i.test(words))
        out.head.push({ field: "title", value: words, raw: [from, from + words.length] });
      value = "";
    },
  });
}
