import type { Range } from "@parley/case";
import type { HeadValue, Line } from "../extract/extracted.ts";
import { MapBuilder, type TextMap } from "../text-map.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that stand for nothing
const NOTHING = /[\u0000-\u0008\u000e-\u001f\ufeff\u00ad]+/g;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Writes the characters of a layer and the lines read from them side by side, so that the map between is exact. */
export class LayerWriter {
  readonly lines: Line[] = [];
  readonly head: HeadValue[] = [];
  readonly #parts: string[] = [];
  readonly #out = new MapBuilder();
  #rawLength = 0;
  #line: { start: number; end: number } | undefined;
  #blank = false;

  /** Where the text stands. */
  get length(): number {
    return this.#out.length;
  }

  /** Characters written so far to the layer. */
  get rawLength(): number {
    return this.#rawLength;
  }

  #write(raw: string): number {
    this.#parts.push(raw);
    this.#rawLength += raw.length;
    return this.#rawLength;
  }

  /** Words of the document; blanks in them are joined to one. */
  words(raw: string): void {
    const text = raw.replace(LONE, "\ufffd").replace(NOTHING, "");
    for (const [word] of text.matchAll(/\s+|\S+/gu)) {
      const end = this.#write(word);
      if (/^\s/.test(word) && !/[\u00a0\u202f]/.test(word)) {
        this.#blank = this.#line !== undefined;
        continue;
      }
      if (this.#line === undefined) {
        if (this.lines.length > 0) this.#out.put("\n", end - word.length, false);
        else this.#out.skipTo(end - word.length);
        this.#line = { start: this.#out.length, end: 0 };
      } else if (this.#blank) this.#out.put(" ", end - word.length, false);
      else this.#out.skipTo(end - word.length);
      this.#blank = false;
      this.#out.put(word, end, true);
      this.#line.end = this.#out.length;
    }
  }

  /** Characters of the layer that are none of the text: a footnote's number, the hyphen of a parted word. */
  aside(raw: string): void {
    this.#write(raw);
  }

  /** End the line; `break` is what the layer has there. */
  end(type?: Line["type"], why?: string, lineBreak = "\n"): Range | undefined {
    this.#write(lineBreak);
    const line = this.#line;
    this.#line = undefined;
    this.#blank = false;
    if (line === undefined) return undefined;
    const made: Line = { range: [line.start, line.end] };
    if (type !== undefined) made.type = type;
    if (why !== undefined) {
      made.outside = true;
      made.why = why;
    }
    this.lines.push(made);
    return made.range;
  }

  build(): { raw: string; text: string; map: TextMap } {
    const raw = this.#parts.join("");
    this.#out.skipTo(raw.length);
    return { raw, ...this.#out.build() };
  }
}
