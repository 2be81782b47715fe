import type { Case } from "@parley/case";
import * as say from "../messages.ts";
import type { Incoming } from "./incoming.ts";
import { type Outgoing, sourcesOf } from "./outgoing.ts";
import { fillSources, partsOf, type Reference, referenceOf } from "./references.ts";

/*
 * RIS (Research Information Systems): lines of a tag of two characters, two blanks, a hyphen, a blank and the value; a
 * reference runs from TY to ER. Tags as in the specification that EndNote, Zotero and Mendeley keep to.
 */

/** The documents of a case as references of the type "electronic source"; where a day is known, DA says it. */
export function toRis({ held }: Outgoing): string {
  const lines: string[] = [];
  const put = (tag: string, value: string | undefined): void => {
    // A value is one line: a break would begin a tag.
    if (value !== undefined && value.trim() !== "")
      lines.push(`${tag}  - ${value.replace(/\s*[\r\n]+\s*/g, " ")}`);
  };
  for (const source of sourcesOf(held)) {
    const reference = referenceOf(held, source);
    const parts = partsOf(reference.published);
    put("TY", "ELEC");
    put("ID", source.id);
    put("TI", reference.title);
    put("AU", reference.author);
    put("PB", reference.publisher);
    if (parts !== undefined) {
      const [year, month, day] = parts;
      put("PY", String(year));
      put("DA", [year, month, day].map((n) => (n === undefined ? "" : String(n).padStart(2, "0"))).join("/"));
    }
    put("LA", reference.language);
    put("UR", reference.url);
    for (const topic of reference.topics ?? []) put("KW", topic);
    lines.push("ER  - ", "");
  }
  return `${lines.join("\r\n")}\r\n`;
}

const MOST = 100_000;

/** References of another tool. @throws RecordError when it is no RIS or holds too many */
export function fromRis(held: Case, text: string): Incoming {
  return fillSources(held, readRis(text));
}

/** The references of a file. */
export function readRis(text: string): Reference[] {
  const references: Reference[] = [];
  let open: Record<string, string[]> | undefined;
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/)) {
    const found = /^([A-Z][A-Z0-9]) {2}- ?(.*)$/.exec(line);
    if (found === null) continue;
    const [, tag = "", value = ""] = found;
    if (tag === "TY") open = {};
    else if (tag === "ER") {
      if (open !== undefined) references.push(ofTags(open));
      if (references.length > MOST) throw say.tooManyEntries(references.length, MOST);
      open = undefined;
    } else if (open !== undefined && value.trim() !== "") {
      const all = open[tag];
      if (all === undefined) open[tag] = [value.trim()];
      else all.push(value.trim());
    }
  }
  if (references.length === 0) throw say.notExchange("RIS", "references that run from TY to ER");
  return references;
}

function ofTags(tags: Record<string, string[]>): Reference {
  const first = (...names: string[]): string | undefined =>
    names.map((name) => tags[name]?.[0]).find((one) => one !== undefined);
  const authors = [...(tags.AU ?? []), ...(tags.A1 ?? [])];
  const title = first("TI", "T1", "CT");
  const publisher = first("PB", "T2", "JO", "JF");
  const published = dateOf(first("DA", "PY", "Y1"));
  const language = first("LA");
  const url = first("UR");
  return {
    ...(title === undefined ? {} : { title }),
    ...(authors.length === 0 ? {} : { author: authors.join("; ") }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
    ...(url === undefined ? {} : { url }),
    ...(tags.KW === undefined ? {} : { topics: tags.KW }),
  };
}

/** `2026/06/22/` as EDTF; empty parts are not known. */
function dateOf(value: string | undefined): string | undefined {
  const found = /^(\d{4})(?:\/(\d{1,2})?)?(?:\/(\d{1,2})?)?/.exec(value ?? "");
  if (found === null) return undefined;
  const [, year, month, day] = found;
  if (month === undefined) return year;
  const padded = [month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, "0"));
  return [year, ...padded].join("-");
}
