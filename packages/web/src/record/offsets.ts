/*
 * From places on the page to places in the text and back. Elements that show characters of the text carry
 * `data-at`, the offset of their first character; all other words on the page (numbers, labels) belong to none.
 */

/** The least of a node that is needed: real ones and those of tests have it. */
export interface PlaceNode {
  nodeType: number;
  textContent: string | null;
  parentNode: PlaceNode | null;
  childNodes: ArrayLike<PlaceNode>;
  getAttribute?(name: string): string | null;
}

const TEXT = 3;

/** The offset in the text of a place in the page; undefined where the place shows none of its characters. */
export function offsetOf(node: PlaceNode, place: number): number | undefined {
  if (node.nodeType === TEXT) {
    const parent = node.parentNode;
    const at = parent === null ? undefined : startOf(parent);
    if (parent === null || at === undefined) return undefined;
    let before = 0;
    for (const sibling of Array.from(parent.childNodes)) {
      if (sibling === node) break;
      before += (sibling.textContent ?? "").length;
    }
    return at + before + place;
  }
  // Between elements: the start of what follows, else the end of what came before.
  for (let i = place; i < node.childNodes.length; i++) {
    const first = firstStart(node.childNodes[i] as PlaceNode);
    if (first !== undefined) return first;
  }
  for (let i = Math.min(place, node.childNodes.length) - 1; i >= 0; i--) {
    const last = lastEnd(node.childNodes[i] as PlaceNode);
    if (last !== undefined) return last;
  }
  const own = startOf(node);
  if (own === undefined) return undefined;
  const shown = Array.from(node.childNodes).slice(0, place);
  return own + shown.reduce((sum, child) => sum + (child.textContent ?? "").length, 0);
}

function startOf(node: PlaceNode): number | undefined {
  const at = node.getAttribute?.("data-at");
  return at === null || at === undefined ? undefined : Number(at);
}

function firstStart(node: PlaceNode): number | undefined {
  const own = startOf(node);
  if (own !== undefined) return own;
  for (const child of Array.from(node.childNodes)) {
    const found = firstStart(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lastEnd(node: PlaceNode): number | undefined {
  const own = startOf(node);
  if (own !== undefined) return own + (node.textContent ?? "").length;
  for (const child of Array.from(node.childNodes).reverse()) {
    const found = lastEnd(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A stretch of a text, without the blanks at its ends; undefined when nothing is left. */
export function tighten(text: string, start: number, end: number): [number, number] | undefined {
  let [from, to] = [Math.max(0, Math.min(start, end)), Math.min(text.length, Math.max(start, end))];
  while (from < to && text[from]?.trim() === "") from++;
  while (to > from && text[to - 1]?.trim() === "") to--;
  return from < to ? [from, to] : undefined;
}

/** A quotation of a text with what stands around it (up to 32 characters each side). */
export function quote(
  text: string,
  start: number,
  end: number,
): { start: number; end: number; exact: string; prefix: string; suffix: string } {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
  };
}

/** Read `12-40` of an address. */
export function parsePlace(words: string | undefined): [number, number] | undefined {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(words ?? "");
  if (found === null) return undefined;
  const [start, end] = [Number(found[1]), Number(found[2])];
  return start <= end ? [start, end] : undefined;
}
