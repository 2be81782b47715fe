// biome-ignore-all lint/a11y/useSemanticElements: a table whose rows and columns come and go with scrolling is a grid of boxes
import type { Id } from "@parley/case";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { PAPER_WIDTH, usePrinting } from "../design/printing.ts";

/** Up to so many rows and columns all are drawn; beyond, only those in sight. */
const ALL_ROWS = 40;
const ALL_COLUMNS = 12;
const HEAD = [150, 224] as const;
const NARROWEST = 160;
const NARROWEST_PRINTED = 120;

interface Props {
  label: string;
  /** Across the top. */
  columns: readonly { id: Id; heading: ReactNode }[];
  /** Down the side. */
  rows: readonly { id: Id; heading: ReactNode }[];
  corner: ReactNode;
  cell(row: Id, column: Id): ReactNode;
  onOpen(row: Id, column: Id): void;
  /** The cell that is open beside. */
  open: { row: Id; column: Id } | undefined;
  width: number;
}

/** The table on paper: all its rows, and as many columns side by side as a lengthwise page holds. */
function PrintedMatrix({ label, columns, rows, corner, cell }: Props): ReactNode {
  const each = Math.max(1, Math.floor((PAPER_WIDTH.lengthwise - HEAD[0]) / NARROWEST_PRINTED));
  const parts = Array.from({ length: Math.ceil(columns.length / each) }, (_, part) =>
    columns.slice(part * each, (part + 1) * each),
  );
  return (
    <div className="matrix-printed">
      {parts.map((some) => (
        <table key={some[0]?.id} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {some.map((column) => (
                <th key={column.id} scope="col">
                  {column.heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.heading}</th>
                {some.map((column) => (
                  <td key={column.id}>{cell(row.id, column.id)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

/** A table of cells through which the arrow keys go; Enter opens one. Long and wide ones draw what is in sight. */
export function Matrix(props: Props): ReactNode {
  return usePrinting() ? <PrintedMatrix {...props} /> : <MatrixOnScreen {...props} />;
}

function MatrixOnScreen(props: Props): ReactNode {
  const { columns, rows, open } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<[number, number]>([0, 0]);
  const moved = useRef(false);
  const head = Math.min(HEAD[1], Math.max(HEAD[0], Math.round(props.width * 0.2)));
  const wide = Math.max(NARROWEST, Math.floor((props.width - head - 2) / Math.max(1, columns.length)));
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 96,
    overscan: rows.length <= ALL_ROWS ? rows.length : 6,
    getItemKey: (i) => rows[i]?.id ?? i,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => wide,
    overscan: columns.length <= ALL_COLUMNS ? columns.length : 3,
    scrollPaddingStart: head,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width makes every column another one
  useEffect(() => across.measure(), [wide]);
  const row = Math.min(at[0], rows.length - 1);
  const column = Math.min(at[1], columns.length - 1);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    scroll.current?.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`)?.focus();
  });
  const go = (event: KeyboardEvent): void => {
    const steps: Record<string, [number, number]> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? rows.length - 1 : row, columns.length - 1],
      PageDown: [row + 8, column],
      PageUp: [row - 8, column],
    };
    const rtl = getComputedStyle(event.currentTarget).direction === "rtl";
    const key =
      rtl && event.key === "ArrowLeft"
        ? "ArrowRight"
        : rtl && event.key === "ArrowRight"
          ? "ArrowLeft"
          : event.key;
    const to = steps[key];
    if (to === undefined) return;
    event.preventDefault();
    const next: [number, number] = [
      Math.min(Math.max(0, to[0]), rows.length - 1),
      Math.min(Math.max(0, to[1]), columns.length - 1),
    ];
    moved.current = true;
    setAt(next);
    down.scrollToIndex(next[0]);
    across.scrollToIndex(next[1]);
  };
  const shownAcross = across.getVirtualItems();
  const before = shownAcross[0]?.start ?? 0;
  const full = head + across.getTotalSize();
  const line = { width: full, paddingInlineStart: 0 };
  return (
    <div className="matrix-scroll" ref={scroll}>
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        className="matrix"
        style={{ width: full }}
        onKeyDown={go}
      >
        <div role="row" aria-rowindex={1} tabIndex={-1} className="matrix-row matrix-top" style={line}>
          <div
            role="columnheader"
            aria-colindex={1}
            tabIndex={-1}
            className="matrix-head"
            style={{ width: head }}
          >
            {props.corner}
          </div>
          <div className="matrix-space" role="presentation" style={{ width: before }} />
          {shownAcross.map((c) => (
            <div
              key={columns[c.index]?.id}
              role="columnheader"
              aria-colindex={c.index + 2}
              tabIndex={-1}
              className="matrix-column"
              style={{ width: c.size }}
            >
              {columns[c.index]?.heading}
            </div>
          ))}
        </div>
        <div role="rowgroup" className="matrix-body" style={{ height: down.getTotalSize() }}>
          {down.getVirtualItems().map((r) => {
            const mine = rows[r.index];
            if (mine === undefined) return null;
            return (
              <div
                key={r.key}
                ref={down.measureElement}
                data-index={r.index}
                role="row"
                aria-rowindex={r.index + 2}
                tabIndex={-1}
                className="matrix-row"
                style={{ ...line, transform: `translateY(${r.start}px)` }}
              >
                <div
                  role="rowheader"
                  aria-colindex={1}
                  tabIndex={-1}
                  className="matrix-head"
                  style={{ width: head }}
                >
                  {mine.heading}
                </div>
                <div className="matrix-space" role="presentation" style={{ width: before }} />
                {shownAcross.map((c) => {
                  const over = columns[c.index];
                  if (over === undefined) return null;
                  const here = r.index === row && c.index === column;
                  return (
                    <div
                      key={over.id}
                      role="gridcell"
                      aria-colindex={c.index + 2}
                      aria-selected={open?.row === mine.id && open.column === over.id}
                      tabIndex={here ? 0 : -1}
                      data-at={`${r.index} ${c.index}`}
                      className="matrix-cell"
                      style={{ width: c.size }}
                      onFocus={() => setAt([r.index, c.index])}
                      onClick={() => props.onOpen(mine.id, over.id)}
                      onKeyDown={(event) => {
                        if (event.key !== "Enter" && event.key !== " ") return;
                        event.preventDefault();
                        props.onOpen(mine.id, over.id);
                      }}
                    >
                      {props.cell(mine.id, over.id)}
                    </div>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
