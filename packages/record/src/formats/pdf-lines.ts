/** A piece of text as pdf.js gives it: its transform is `[a, b, c, d, x, y]`, y upwards. */
export interface PdfItem {
  str: string;
  width: number;
  height: number;
  transform: readonly number[];
  hasEOL: boolean;
}

/** A line of a page. Lengths are in points, `top` and `bottom` as shares of the page's height from its head. */
export interface PdfLine {
  text: string;
  left: number;
  right: number;
  /** Of the baseline, upwards. */
  y: number;
  size: number;
  /** Baseline as a share of the page's height, 0 at its head. */
  down: number;
  bullet: boolean;
}

const BULLET = /^(?:[•‣◦▪●○■–]|\d{1,3}[.)]|\(?[a-z]\))\s/u;
const CLOSED = /[.!?…:;]["”’»)\]]*$/u;

/** Put the pieces of a page together to lines, in the order in which the file draws them. */
export function linesOfPage(
  items: readonly PdfItem[],
  [, bottom, , top]: readonly [number, number, number, number],
): PdfLine[] {
  const lines: PdfLine[] = [];
  let now: PdfLine | undefined;
  const close = (): void => {
    if (now === undefined) return;
    const text = now.text.replace(/\s+/gu, " ").trim();
    if (text !== "") lines.push({ ...now, text, bullet: BULLET.test(text) });
    now = undefined;
  };
  for (const { str, width, height, transform, hasEOL } of items) {
    // Items without strings mark structure.
    if (typeof str !== "string") continue;
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform;
    const size = height || Math.hypot(a, b) || Math.abs(d) || 1;
    if (str !== "") {
      const same = now !== undefined && Math.abs(now.y - y) < 0.5 * Math.max(size, now.size);
      // A far jump to the right is a column of a table or the next column of the page; a little one is a blank.
      const apart = now === undefined ? 0 : x - now.right;
      if (!same || (str.trim() !== "" && (apart < -now!.size * 2 || apart > now!.size * 4))) close();
      if (now === undefined) {
        if (str.trim() !== "")
          now = {
            text: str,
            left: x,
            right: x + width,
            y,
            size,
            down: (top - y) / (top - bottom || 1),
            bullet: false,
          };
      } else {
        if (apart > 0.15 * size && !/\s$/u.test(now.text) && !/^\s/u.test(str)) now.text += " ";
        now.text += str;
        if (str.trim() !== "") {
          now.right = Math.max(now.right, x + width);
          // A raised number is smaller: the line keeps its own size.
          now.size = Math.max(now.size, size);
        }
      }
    }
    if (hasEOL) close();
  }
  close();
  return lines;
}

/** Put lines together to paragraphs, by their distance, size, indent and what ends short. */
export function paragraphsOf(lines: readonly PdfLine[]): PdfLine[][] {
  const leading = usualLeading(lines);
  const right = Math.max(...lines.map((line) => line.right), 0);
  const result: PdfLine[][] = [];
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    if (above !== undefined && belongs(above, line, leading, right)) result.at(-1)!.push(line);
    else result.push([line]);
  }
  return result;
}

function belongs(above: PdfLine, line: PdfLine, leading: number, right: number): boolean {
  const step = above.y - line.y;
  if (step <= 0 || step > 1.35 * leading + 0.01 || step > 2.5 * line.size) return false;
  if (Math.abs(above.size - line.size) > 0.12 * Math.max(above.size, line.size)) return false;
  if (line.bullet) return false;
  // A first line's indent; the hanging lines of a list item stand further in than its sign.
  if (!above.bullet && line.left > above.left + 0.9 * line.size && CLOSED.test(above.text)) return false;
  // A line that ends its sentence well before the margin ends its paragraph.
  const width = right - Math.min(above.left, line.left);
  return !(
    CLOSED.test(above.text) &&
    right - above.right > 0.25 * width &&
    /^[\p{Lu}\p{N}“"‘«(]/u.test(line.text)
  );
}

/** The distance between lines that most of the page has. */
function usualLeading(lines: readonly PdfLine[]): number {
  const steps = lines
    .slice(1)
    .map((line, i) => lines[i]!.y - line.y)
    .filter((step, i) => step > 0 && step < 3 * lines[i]!.size)
    .sort((a, b) => a - b);
  // Among few lines the smaller distance is the one within paragraphs.
  return steps[Math.floor((steps.length - 1) / 3)] ?? 1.2 * (lines[0]?.size ?? 12);
}

/** Whether a sentence goes on from the last line of a page in the first of the next. */
export function goesOn(above: PdfLine, line: PdfLine): boolean {
  if (Math.abs(above.size - line.size) > 0.12 * Math.max(above.size, line.size) || line.bullet) return false;
  return /[-‐]$/u.test(above.text)
    ? /^\p{Ll}/u.test(line.text)
    : !CLOSED.test(above.text) && /^[\p{Ll}(]/u.test(line.text);
}

/** All words of a document in small letters, those with hyphens whole. */
export function wordsOf(pages: readonly (readonly PdfLine[])[]): Set<string> {
  const words = new Set<string>();
  for (const lines of pages)
    for (const { text } of lines)
      for (const [word] of text.matchAll(/[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu))
        words.add(word.toLowerCase());
  return words;
}

/**
 * What the hyphen at the end of a line is: none there; one of the word's own, which stays; or the mark of a parting,
 * which goes. The document's own words decide: if it has the word with its hyphen elsewhere, that stays; else it goes.
 */
export function hyphenBefore(
  above: string,
  below: string,
  words: ReadonlySet<string>,
): "none" | "kept" | "parting" {
  const first = /([\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*)[-‐\u00ad]$/u.exec(above)?.[1];
  const second = /^[\p{L}\p{M}]+/u.exec(below)?.[0];
  if (first === undefined || second === undefined) return "none";
  if (!/^\p{Ll}/u.test(second)) return "kept";
  const whole = `${first}${second}`.toLowerCase();
  if (words.has(`${first}-${second}`.toLowerCase()) && !words.has(whole)) return "kept";
  // Two hyphens in one word ("vis-à-vis", "mother-in-law"): its own.
  return /[-‐]/u.test(first) ? "kept" : "parting";
}
