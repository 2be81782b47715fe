import type { Case } from "@parley/case";
import * as say from "../messages.ts";
import type { Incoming } from "./incoming.ts";
import { type Outgoing, sourcesOf } from "./outgoing.ts";
import { fillSources, partsOf, type Reference, referenceOf } from "./references.ts";

/* CSL-JSON: the input of the Citation Style Language 1.0.2 processors (csl-data.json), as Zotero and others write it. */

interface Json {
  [key: string]: unknown;
}

/** The documents of a case as items of citation; a time that is no day, month or year stands as words. */
export function toCslJson({ held }: Outgoing): string {
  const items = sourcesOf(held).map((source): Json => {
    const reference = referenceOf(held, source);
    const parts = partsOf(reference.published);
    return {
      id: source.id,
      type: "document",
      ...(reference.title === undefined ? {} : { title: reference.title }),
      // A by-line may hold several people and an office: which of its words is a family name, nobody has said.
      ...(reference.author === undefined ? {} : { author: [{ literal: reference.author }] }),
      ...(reference.publisher === undefined ? {} : { publisher: reference.publisher }),
      ...(reference.published === undefined
        ? {}
        : { issued: parts === undefined ? { literal: reference.published } : { "date-parts": [parts] } }),
      ...(reference.language === undefined ? {} : { language: reference.language }),
      ...(reference.url === undefined ? {} : { URL: reference.url }),
      ...(reference.topics === undefined ? {} : { keyword: reference.topics.join(", ") }),
    };
  });
  return `${JSON.stringify(items, null, 1)}\n`;
}

const MOST = 100_000;

/** Items of another tool. @throws RecordError when it is no list of items or holds too many */
export function fromCslJson(held: Case, json: unknown): Incoming {
  return fillSources(held, readCslJson(json));
}

/** The references of a list of items. */
export function readCslJson(json: unknown): Reference[] {
  const items = Array.isArray(json) ? (json as unknown[]) : undefined;
  if (items === undefined || !items.every(isItem))
    throw say.notExchange("CSL-JSON", "a list of items with a type");
  if (items.length > MOST) throw say.tooManyEntries(items.length, MOST);
  return items.map((item): Reference => {
    const text = (key: string): string | undefined => {
      const value = item[key];
      return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
    };
    const author = Array.isArray(item.author)
      ? (item.author as unknown[]).flatMap(nameOf).join("; ")
      : undefined;
    const published = dateOf(item.issued);
    const title = text("title");
    const publisher = text("publisher") ?? text("container-title");
    const language = text("language");
    const url = text("URL");
    const topics = text("keyword");
    return {
      ...(title === undefined ? {} : { title }),
      ...(author === undefined || author === "" ? {} : { author }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(published === undefined ? {} : { published }),
      ...(language === undefined ? {} : { language }),
      ...(url === undefined ? {} : { url }),
      ...(topics === undefined ? {} : { topics: topics.split(",").map((topic) => topic.trim()) }),
    };
  });
}

function isItem(value: unknown): value is Json {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    typeof value.type === "string" &&
    !("@context" in value)
  );
}

function nameOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const { literal, given, family } = value as { literal?: unknown; given?: unknown; family?: unknown };
  if (typeof literal === "string") return [literal];
  const parts = [given, family].filter((part): part is string => typeof part === "string" && part !== "");
  return parts.length === 0 ? [] : [parts.join(" ")];
}

function dateOf(issued: unknown): string | undefined {
  if (typeof issued !== "object" || issued === null) return undefined;
  const {
    "date-parts": parts,
    literal,
    raw,
  } = issued as { "date-parts"?: unknown; literal?: unknown; raw?: unknown };
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  if (Array.isArray(first) && first.length > 0) {
    const numbers = first.slice(0, 3).map(Number);
    if (numbers.every((n) => Number.isInteger(n) && n > 0))
      return numbers.map((n, i) => String(n).padStart(i === 0 ? 4 : 2, "0")).join("-");
  }
  return typeof literal === "string" ? literal : typeof raw === "string" ? raw : undefined;
}
