import { daysBetween, LAGS, type Lag } from "@parley/case";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { scaleUtc } from "d3-scale";
import { type ReactNode, useMemo } from "react";
import { MARGIN, useWidth, XAxis } from "../design/chart.tsx";
import { timeWords } from "../thread/describe.ts";
import { day, t } from "../words/index.ts";
import { LANES, packed, type TimeEntry } from "./entries.ts";

/** Entries drawn at most: beyond them the marks hide each other. */
const DRAWN = 1000;
const ROW = 22;
const LANE_GAP = 14;
const TOP = 8;
const BOTTOM = 56;
/** Room for the name of a lane. */
const NAMES = 92;
/** An open end reaches this far. */
const OPEN = 26;
const LABEL = 150;

/** Each class of delay has a shape of its own; colour only goes with it. */
const SHAPES: Readonly<Record<Lag, string>> = {
  ahead: "M-5,0 A5,5 0 1 1 5,0 A5,5 0 1 1 -5,0",
  "within a day": "M-5,0 A5,5 0 1 1 5,0 A5,5 0 1 1 -5,0",
  "within a week": "M-4.5,-4.5 H4.5 V4.5 H-4.5 Z",
  "within a month": "M0,-5.5 L5.5,4.5 H-5.5 Z",
  later: "M0,-6 L6,0 L0,6 L-6,0 Z",
  unknown: "M-4,-4 L4,4 M-4,4 L4,-4",
};

interface Props {
  entries: readonly TimeEntry[];
  /** The day as of which the case is read. */
  on: string | undefined;
}

const at = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** The entries in world time, lane by lane. Each is a link to its thread. */
export function Drawing({ entries, on }: Props): ReactNode {
  const [place, width] = useWidth();
  const navigate = useNavigate({ from: "/c/$case/timeline" });
  const { show } = useSearch({ from: "/c/$case/timeline" });
  const dated = entries.filter((e) => (e.from ?? e.to) !== undefined);
  const shown = dated.slice(0, DRAWN);
  const layout = useMemo(() => lay(shown, on, width), [shown, on, width]);
  if (layout === undefined) return <p>{t("timeline.none")}</p>;
  const { x, lanes, height, marks, first, last } = layout;
  return (
    <div ref={place} className="chart-place timeline-drawing">
      <svg
        className="chart"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-label={t("timeline.drawingLabel", { from: day(first), to: day(last), count: dated.length })}
      >
        {lanes.map((lane) => (
          <g key={lane.id}>
            <line
              x1={0}
              x2={width}
              y1={lane.top - LANE_GAP / 2}
              y2={lane.top - LANE_GAP / 2}
              className="timeline-rule"
            />
            <text x={0} y={lane.top + 15} className="timeline-lane">
              {t(`timeline.lane.${lane.id}`)}
            </text>
          </g>
        ))}
        <XAxis
          scale={x as never}
          ticks={x.ticks(Math.max(2, Math.floor(width / 220))).map((tick) => ({
            at: tick.getTime(),
            words: day(tick.toISOString().slice(0, 10)),
          }))}
          title=""
          width={width}
          height={height}
        />
        {on === undefined ? null : (
          <line x1={x(at(on))} x2={x(at(on))} y1={0} y2={height - BOTTOM + 6} className="timeline-today" />
        )}
        {marks.map(({ entry, start, end, y }) => {
          const words = [
            entry.title,
            entry.when === undefined ? "" : timeWords(entry.when),
            entry.state === undefined ? "" : t(`eventState.${entry.state}`),
            `${t("timeline.lag")}: ${t(`lag.${entry.lag}`)}`,
          ]
            .filter((part) => part !== "")
            .join(". ");
          const open = (): void => void navigate({ search: (s) => ({ ...s, show: entry.ref }) });
          return (
            // biome-ignore lint/a11y/useSemanticElements: a link inside a drawing
            <g
              key={entry.ref}
              role="link"
              tabIndex={0}
              aria-label={words}
              className={show === entry.ref ? "timeline-entry timeline-open" : "timeline-entry"}
              transform={`translate(0,${y})`}
              onClick={open}
              onKeyDown={(event) => {
                if (event.key !== "Enter" && event.key !== " ") return;
                event.preventDefault();
                open();
              }}
            >
              {end - start > 6 ? (
                <rect
                  x={start}
                  width={end - start}
                  y={7}
                  height={8}
                  className={
                    entry.from === undefined || entry.to === undefined
                      ? "timeline-bar timeline-bar-open"
                      : "timeline-bar"
                  }
                />
              ) : null}
              <path
                d={SHAPES[entry.lag]}
                transform={`translate(${entry.from === undefined ? end : start},11)`}
                className={`timeline-mark lag-${LAGS.indexOf(entry.lag)}`}
              />
            </g>
          );
        })}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; each entry says its words itself */}
        <g aria-hidden="true">
          {marks.map(({ entry, end, y, label }) =>
            label === "" ? null : (
              <text key={entry.ref} x={end + 9} y={y + 15} className="timeline-label">
                {label}
              </text>
            ),
          )}
        </g>
      </svg>
      <ul className="legend">
        {LAGS.map((lag) => (
          <li key={lag}>
            <svg width="16" height="14" viewBox="-8 -7 16 14" aria-hidden="true">
              <path d={SHAPES[lag]} className={`timeline-mark lag-${LAGS.indexOf(lag)}`} />
            </svg>
            {t(`lag.${lag}`)}
          </li>
        ))}
      </ul>
      {dated.length > shown.length ? (
        <p className="soft">{t("timeline.cut", { n: shown.length, count: dated.length })}</p>
      ) : null}
    </div>
  );
}

interface Placed {
  entry: TimeEntry;
  start: number;
  end: number;
  y: number;
  label: string;
}

function lay(shown: readonly TimeEntry[], on: string | undefined, width: number) {
  const days = shown.flatMap((e) => [e.from, e.to]).filter((d) => d !== undefined);
  if (days.length === 0) return undefined;
  if (on !== undefined) days.push(on);
  const sorted = days.sort();
  const [first, last] = [sorted[0] as string, sorted.at(-1) as string];
  const margin = Math.max(3, Math.ceil(daysBetween(first, last) * 0.03)) * 86_400_000;
  const x = scaleUtc(
    [new Date(at(first).getTime() - margin), new Date(at(last).getTime() + margin)],
    [NAMES, width - MARGIN.end - LABEL],
  );
  const marks: Placed[] = [];
  const lanes: { id: (typeof LANES)[number]; top: number }[] = [];
  let top = TOP;
  for (const id of LANES) {
    const own = shown
      .filter((e) => e.lane === id)
      .map((entry) => {
        const from = entry.from === undefined ? undefined : x(at(entry.from));
        const to = entry.to === undefined ? undefined : x(at(entry.to));
        const start = from ?? (to as number) - OPEN;
        return { entry, start, end: Math.max(start, to ?? start + OPEN) };
      })
      .sort((a, b) => a.start - b.start);
    if (own.length === 0) continue;
    // With few entries there is room for their names beside them; with many, a name shows where one points.
    const named = own.length <= 40;
    const label = (title: string): string => (title.length > 24 ? `${title.slice(0, 23)}…` : title);
    const rows = packed(
      own.map(({ start, end }) => ({ start: start - 8, end: end + (named ? LABEL + 8 : 8) })),
      2,
    );
    lanes.push({ id, top });
    for (const [i, one] of own.entries())
      marks.push({ ...one, y: top + (rows[i] as number) * ROW, label: named ? label(one.entry.title) : "" });
    top += (Math.max(...rows) + 1) * ROW + LANE_GAP;
  }
  return { x, lanes, marks, height: top + BOTTOM - LANE_GAP, first, last };
}
