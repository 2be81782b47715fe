import type { TextBlock } from "@parley/case";

/**
 * The blocks of a text, with every stretch of words that no block covers made a paragraph without number, so that
 * nothing of a document is ever left unseen. Blocks come in order of place.
 */
export function coverBlocks(text: string, blocks: readonly TextBlock[]): TextBlock[] {
  const sorted = [...blocks].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  const all: TextBlock[] = [];
  let at = 0;
  const fill = (end: number): void => {
    if (end > at && text.slice(at, end).trim() !== "") all.push({ range: [at, end], type: "paragraph" });
  };
  for (const block of sorted) {
    fill(block.range[0]);
    all.push(block);
    at = Math.max(at, block.range[1]);
  }
  fill(text.length);
  return all;
}

/** The block that holds a place; the nearest before it where the place lies between two. */
export function blockAt(blocks: readonly TextBlock[], place: number): TextBlock | undefined {
  let found: TextBlock | undefined;
  for (const block of blocks) {
    if (block.range[0] <= place) found = block;
    if (block.range[0] <= place && place < block.range[1]) return block;
  }
  return found;
}
