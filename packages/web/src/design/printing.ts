import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

/** The width of a page of paper between its margins, in pixels, upright and lengthwise: A4 and Letter both hold it. */
export const PAPER_WIDTH = { upright: 640, lengthwise: 920 } as const;

const listeners = new Set<() => void>();
let printing = false;

function turn(to: boolean): void {
  if (printing === to) return;
  printing = to;
  // Pages are counted as soon as the listeners are done: what is drawn later would be cut off.
  flushSync(() => {
    for (const listener of listeners) listener();
  });
}

if (typeof window !== "undefined") {
  window.addEventListener("beforeprint", () => turn(true));
  window.addEventListener("afterprint", () => turn(false));
  // A preview of paper on the screen has no such events.
  matchMedia("print").addEventListener("change", ({ matches }) => turn(matches));
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Whether the page is being printed: then all rows are drawn, and drawings take the width of the paper. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing);
}
