import type { ReactNode } from "react";

/** Line drawings on a 16×16 grid. Arrows that point along the line of writing turn with it. */
const PATHS = {
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.5 10.5 14 14",
  undo: "M6 3 2.5 6.5 6 10M2.5 6.5h7a4 4 0 0 1 0 8H7",
  redo: "M10 3l3.5 3.5L10 10M13.5 6.5h-7a4 4 0 0 0 0 8H9",
  menu: "M2 4h12M2 8h12M2 12h12",
  view: "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z",
  help: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM6 6.3a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1v.3M8 11.5v.3",
} as const;

/** A drawing beside or in place of a word; whoever uses it alone gives the button a name. */
export function Icon({ of }: { of: keyof typeof PATHS }): ReactNode {
  return (
    <svg className={`icon icon-${of}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[of]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
