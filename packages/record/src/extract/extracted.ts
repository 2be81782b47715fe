import type { Range } from "@parley/case";
import type { FoundGap } from "../gaps/found-gap.ts";
import type { TextMap } from "../text-map.ts";

/** A line of the extracted text: one heading, paragraph, list item … of the document. */
export interface Line {
  /** In the extracted text, blanks at both ends left out; never empty. */
  range: Range;
  /** What the document's own marks say it is. */
  type?: "title" | "heading" | "paragraph" | "list-item" | "quote" | "caption";
  /** Whether it stands outside the article, as far as the page's structure tells. */
  outside?: boolean;
  /** Why it stands outside, where the format itself says so: a running head, a header of a message. */
  why?: string;
}

/** Something the document's head says of it. */
export interface HeadValue {
  field: "title" | "byline" | "publisher" | "published" | "host";
  value: string;
  raw: Range;
}

/** A document as lines of text, before any repair. */
export interface Extracted {
  text: string;
  /** Between `text` and the raw characters. */
  map: TextMap;
  lines: Line[];
  head: HeadValue[];
  /** Places in `text` where the page has a link without words. */
  emptyLinks: number[];
  /** Language the document declares. */
  language?: string;
  /** Gaps that the format itself tells of: pages that are pictures, parts that could not be read. */
  missing?: FoundGap[];
  /** Offsets of `text` where a page begins: the first page's, the second's … */
  pages?: number[];
}
