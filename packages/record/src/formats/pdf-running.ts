import type { PdfLine } from "./pdf-lines.ts";

/** Shares of the page's height in which heads and feet stand. */
const HEAD = 0.12;
const FOOT = 0.88;
/** Lines looked at from each end of a page. */
const DEEP = 3;

/** The same line of several pages: numbers differ from page to page. */
const alike = (text: string): string => text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ").trim();

/**
 * Lines at the head or foot of pages that are none of the text: the same but for numbers on at least three pages (on
 * both, of two) and on a third of all; and page numbers that stand alone and go up with the pages.
 */
export function runningLines(pages: readonly (readonly PdfLine[])[]): Set<PdfLine> {
  const found = new Map<string, { page: number; line: PdfLine }[]>();
  const numbers: { page: number; line: PdfLine; number: number }[] = [];
  for (const [page, lines] of pages.entries()) {
    const byHeight = [...lines].sort((a, b) => a.down - b.down);
    const heads = byHeight.slice(0, DEEP).filter((line) => line.down < HEAD);
    const feet = byHeight.slice(-DEEP).filter((line) => line.down > FOOT);
    for (const [end, near] of [
      ["head", heads],
      ["foot", feet],
    ] as const) {
      for (const line of near) {
        const number = /^(?:page |p\. ?|[-–—] ?)?(\d{1,4})(?: ?[-–—]| ?(?:of|\/) ?\d{1,4})?$/i.exec(
          line.text,
        )?.[1];
        if (number !== undefined) numbers.push({ page, line, number: Number(number) });
        const key = `${end} ${alike(line.text)}`;
        const list = found.get(key) ?? [];
        list.push({ page, line });
        found.set(key, list);
      }
    }
  }
  const withText = pages.filter((lines) => lines.length > 0).length;
  const running = new Set<PdfLine>();
  for (const list of found.values()) {
    const on = new Set(list.map(({ page }) => page)).size;
    if (on >= Math.max(2, Math.min(3, withText)) && 3 * on >= withText)
      for (const { line } of list) running.add(line);
  }
  // The number of a page less the page is the same on all of them; on one page alone it says nothing of itself.
  const offsets = new Map<number, PdfLine[]>();
  for (const { page, line, number } of numbers) {
    const list = offsets.get(number - page) ?? [];
    list.push(line);
    offsets.set(number - page, list);
  }
  for (const list of offsets.values()) if (list.length > 1) for (const line of list) running.add(line);
  return running;
}
