import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { t } from "../words/index.ts";
import { usePrinting } from "./printing.ts";

/** Rows beyond which only those in sight are drawn. */
const VIRTUAL_FROM = 100;

export interface Column<Row> {
  id: string;
  name: string;
  /** What stands in the cell. */
  cell(row: Row): ReactNode;
  /** Gives the column a sort; rows without a value come last. */
  sortBy?(row: Row): number | string | undefined;
  /** Figures stand at the end of the cell and in equal widths. */
  number?: boolean;
  /** Names the row for screen readers. */
  heading?: boolean;
}

interface Props<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string;
  /** Said in place of rows when there are none. */
  empty?: string;
}

/** The only table of rows. Long ones draw the rows in sight, on paper all; all are counted for screen readers. */
export function DataTable<Row>({ label, columns, rows, keyOf, empty }: Props<Row>): ReactNode {
  const [sort, setSort] = useState<{ column: string; down: boolean }>();
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const scroll = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const virtual = sorted.length > VIRTUAL_FROM && !printing;
  const virtualizer = useVirtualizer({
    count: virtual ? sorted.length : 0,
    getScrollElement: () => scroll.current,
    estimateSize: () => 38,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const shown = virtual
    ? items.map((item) => ({ row: sorted[item.index] as Row, index: item.index }))
    : sorted.map((row, index) => ({ row, index }));
  const before = virtual ? (items[0]?.start ?? 0) : 0;
  const after = virtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the keyboard
    <section className="data-table-scroll" ref={scroll} tabIndex={0} aria-label={label}>
      <table className="data-table" aria-label={label} aria-rowcount={sorted.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => {
              const mine = sort?.column === column.id ? sort : undefined;
              const order = mine === undefined ? "none" : mine.down ? "descending" : "ascending";
              return (
                <th
                  key={column.id}
                  scope="col"
                  className={column.number ? "number" : undefined}
                  {...(column.sortBy === undefined ? {} : { "aria-sort": order })}
                >
                  {column.sortBy === undefined ? (
                    column.name
                  ) : (
                    <button
                      type="button"
                      className="sort"
                      onClick={() => setSort({ column: column.id, down: mine !== undefined && !mine.down })}
                    >
                      {column.name}
                      <span aria-hidden="true">{mine === undefined ? "" : mine.down ? " ↓" : " ↑"}</span>
                    </button>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? (
            // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a spacer, which takes no focus
            <tr aria-hidden="true">
              <td colSpan={columns.length} style={{ height: before, padding: 0, border: 0 }} />
            </tr>
          ) : null}
          {shown.map(({ row, index }) => (
            <tr
              key={keyOf(row)}
              aria-rowindex={index + 2}
              data-index={index}
              {...(virtual ? { ref: virtualizer.measureElement } : {})}
            >
              {columns.map((column) =>
                column.heading ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={column.number ? "number" : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {after > 0 ? (
            // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a spacer, which takes no focus
            <tr aria-hidden="true">
              <td colSpan={columns.length} style={{ height: after, padding: 0, border: 0 }} />
            </tr>
          ) : null}
          {sorted.length === 0 ? (
            <tr>
              <td colSpan={columns.length}>{empty ?? t("table.empty")}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
}

function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: { column: string; down: boolean } | undefined,
): readonly Row[] {
  const by = columns.find((column) => column.id === sort?.column)?.sortBy;
  if (sort === undefined || by === undefined) return rows;
  const collator = new Intl.Collator(undefined, { numeric: true });
  const sign = sort.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    if (typeof x === "number" && typeof y === "number") return sign * (x - y);
    return sign * collator.compare(String(x), String(y));
  });
}
