import { HORIZONS, INTERVAL_LEVEL } from "@parley/forecast";
import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { dashOf, Legend, MARGIN, Mark, useWidth, XAxis, YAxis } from "../design/chart.tsx";
import { DataTable } from "../design/data-table.tsx";
import { Figure } from "../design/figure.tsx";
import { day, percent, t } from "../words/index.ts";
import { type ClassCurve, stepPath } from "./curve.ts";

const HEIGHT = 320;
/** How far the intervals of several classes stand apart at one horizon, in pixels. */
const APART = 7;

interface Props {
  curves: readonly ClassCurve[];
  /** The day from which is counted. */
  from: string;
  /** Days ahead. */
  until: number;
}

/** How often comparable pasts had ended after so many days more: a line for each class, its intervals at the horizons. */
export function BaseRateChart({ curves, from, until }: Props): ReactNode {
  const shown = curves.filter((curve) => curve.points.length > 0);
  return (
    <Figure
      title={t("timing.chart")}
      note={t("timing.chartNote", { level: percent(INTERVAL_LEVEL), from: day(from) })}
      table={<BaseRateTable curves={shown} from={from} />}
    >
      <Legend series={shown.map(nameOf)} />
      <Drawing curves={shown} from={from} until={until} />
    </Figure>
  );
}

/** The class with the number at risk, without which its share says nothing. */
export function nameOf({ rate }: ClassCurve): string {
  return t("timing.classN", { title: rate.title, atRisk: rate.atRisk, n: rate.n });
}

function Drawing({ curves, from, until }: Props): ReactNode {
  const [place, width] = useWidth();
  const x = scaleLinear([0, until], [MARGIN.start, width - MARGIN.end]);
  const y = scaleLinear([0, 1], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const far = HORIZONS.filter((d) => d <= until);
  // Where the width is small, the near horizons would write over each other.
  const named = far.filter((d, i) => i === far.length - 1 || x(far[i + 1] as number) - x(d) > 56);
  const middle = (curves.length - 1) / 2;
  return (
    <div ref={place} className="chart-place">
      <svg
        className="chart"
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={t("timing.chartLabel", { classes: curves.map(nameOf).join("; "), from: day(from) })}
      >
        <YAxis
          scale={y}
          width={width}
          height={HEIGHT}
          title={t("timing.shareEnded")}
          ticks={[0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, words: percent(at) }))}
        />
        <XAxis
          scale={x}
          width={width}
          height={HEIGHT}
          title={t("timing.ahead")}
          ticks={named.map((at) => ({ at, words: String(at) }))}
        />
        {curves.map((curve, n) => (
          <g key={curve.rate.class}>
            <path
              d={stepPath(curve.points, x, y)}
              className={`line series-${n % 4}`}
              strokeDasharray={dashOf(n)}
            />
            {curve.horizons
              .filter((h) => h.days <= until)
              .map((h) => {
                const [low, high] = h.interval;
                return (
                  <g key={h.days} transform={`translate(${x(h.days) + (n - middle) * APART},0)`}>
                    <path
                      d={`M-3,${y(low)}h6m-3,0V${y(high)}m-3,0h6`}
                      className={`whisker series-${n % 4}`}
                    />
                    <g transform={`translate(0,${y(h.share)})`}>
                      <Mark n={n} />
                    </g>
                  </g>
                );
              })}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** The numbers of the chart. */
function BaseRateTable({ curves, from }: { curves: readonly ClassCurve[]; from: string }): ReactNode {
  const rows = curves.flatMap(({ rate, horizons }) => horizons.map((h) => ({ rate, ...h })));
  return (
    <DataTable
      label={t("timing.chart")}
      rows={rows}
      keyOf={(row) => `${row.rate.class} ${row.days}`}
      columns={[
        { id: "class", name: t("timing.class"), heading: true, cell: (row) => row.rate.title },
        {
          id: "days",
          name: t("timing.within"),
          number: true,
          sortBy: (row) => row.days,
          cell: (row) => t("timing.days", { count: row.days }),
        },
        { id: "by", name: t("timing.by"), cell: (row) => day(addDays(from, row.days)) },
        {
          id: "ended",
          name: t("timing.ended"),
          number: true,
          cell: (row) => t("timing.endedOf", { ended: row.ended, atRisk: row.rate.atRisk }),
        },
        {
          id: "share",
          name: t("timing.share"),
          number: true,
          sortBy: (row) => row.share,
          cell: (row) => percent(row.share),
        },
        {
          id: "interval",
          name: t("timing.interval", { level: percent(INTERVAL_LEVEL) }),
          number: true,
          cell: (row) => t("range", { low: percent(row.interval[0]), high: percent(row.interval[1]) }),
        },
      ]}
    />
  );
}

function addDays(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
