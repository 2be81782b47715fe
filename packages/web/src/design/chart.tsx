import type { ScaleLinear } from "d3-scale";
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { PAPER_WIDTH, usePrinting } from "./printing.ts";
import "./chart.css";

/** Room around the plot for its axes, in pixels. */
export const MARGIN = { top: 24, end: 16, bottom: 44, start: 52 } as const;

/** The width that a chart has, in pixels, kept true when its place changes; on paper, that of an upright page. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(720);
  const printing = usePrinting();
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    setWidth(Math.max(280, element.clientWidth));
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.max(280, Math.floor(entry.contentRect.width)));
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [place, printing ? PAPER_WIDTH.upright : width];
}

interface AxisProps {
  scale: ScaleLinear<number, number>;
  ticks: readonly { at: number; words: string }[];
  title: string;
  width: number;
  height: number;
}

/** The axis below a plot. */
export function XAxis({ scale, ticks, title, width, height }: AxisProps): ReactNode {
  const base = height - MARGIN.bottom;
  return (
    <g className="axis">
      <line x1={MARGIN.start} x2={width - MARGIN.end} y1={base} y2={base} />
      {ticks.map(({ at, words }) => (
        <g key={at} transform={`translate(${scale(at)},${base})`}>
          <line y2={5} />
          <text y={18} textAnchor="middle">
            {words}
          </text>
        </g>
      ))}
      <text x={width - MARGIN.end} y={height - 6} textAnchor="end" className="axis-title">
        {title}
      </text>
    </g>
  );
}

/** The axis at the side of a plot, with a line across for each of its ticks. */
export function YAxis({ scale, ticks, title, width }: AxisProps): ReactNode {
  return (
    <g className="axis">
      {ticks.map(({ at, words }) => (
        <g key={at} transform={`translate(0,${scale(at)})`}>
          <line x1={MARGIN.start} x2={width - MARGIN.end} className="axis-across" />
          <text x={MARGIN.start - 8} dy="0.32em" textAnchor="end">
            {words}
          </text>
        </g>
      ))}
      <text x={MARGIN.start} y={MARGIN.top - 12} className="axis-title">
        {title}
      </text>
    </g>
  );
}

/** Outlines of the marks by which series differ without colour, about 10 pixels wide. */
const MARKS = [
  "M0,-5 A5,5 0 1 1 -0.01,-5 Z",
  "M-4.5,-4.5 H4.5 V4.5 H-4.5 Z",
  "M0,-6 L5.5,4.5 H-5.5 Z",
  "M0,-6 L6,0 L0,6 L-6,0 Z",
] as const;
const DASHES = ["none", "6 4", "2 3", "9 3 2 3"] as const;

/** The mark of the n-th series of a chart. */
export function Mark({ n }: { n: number }): ReactNode {
  return <path d={MARKS[n % MARKS.length]} className={`mark series-${n % 4}`} />;
}

/** The dashes of the line of the n-th series. */
export function dashOf(n: number): string {
  return DASHES[n % DASHES.length] as string;
}

/** What a series is called, with its mark and line before it. */
export function Legend({ series }: { series: readonly string[] }): ReactNode {
  return (
    <ul className="legend">
      {series.map((name, n) => (
        <li key={name}>
          <svg width="34" height="14" viewBox="-17 -7 34 14" aria-hidden="true">
            <line x1={-17} x2={17} className={`line series-${n % 4}`} strokeDasharray={dashOf(n)} />
            <Mark n={n} />
          </svg>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
