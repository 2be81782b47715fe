import type { Passage } from "@parley/case";

/**
 * Bring a passage of the open document to the middle. In a long document its block may not be drawn with its marks yet: then
 * the block comes first, and its passage once it is drawn.
 */
export function scrollToPassage({ id, start }: Pick<Passage, "id" | "start">): void {
  const mark = (): Element | null => document.querySelector(`[data-passage="${CSS.escape(id)}"]`);
  const found = mark();
  if (found !== null) {
    found.scrollIntoView({ block: "center" });
    return;
  }
  const blocks = [...document.querySelectorAll<HTMLElement>(".document-text [data-block]")];
  blocks.findLast((block) => Number(block.dataset.block) <= start)?.scrollIntoView({ block: "center" });
  requestAnimationFrame(() => mark()?.scrollIntoView({ block: "center" }));
}
