import type { PackageJson, SettleResult, Verdict } from "@parley/settlement";
import { scaleLinear } from "d3-scale";
import { type ReactNode, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { MARGIN, useWidth, XAxis, YAxis } from "../design/chart.tsx";
import { DataTable } from "../design/data-table.tsx";
import { Select } from "../design/field.tsx";
import { Figure } from "../design/figure.tsx";
import { actorName } from "../thread/describe.ts";
import { count, t } from "../words/index.ts";
import { figure, packageWords } from "./words.ts";

const HEIGHT = 340;
/** Points of the frontier drawn; the table holds all. */
const DRAWN = 1500;
/** Radius of the smallest and the largest dot. */
const SMALL = 2.5;
const LARGE = 8;
const ALIKE = "-";

/** Something worth a mark of its own in the plot. */
export interface Marked {
  sign: string;
  name: string;
  package: PackageJson;
  values: Record<string, number>;
}

/** What two parties get from each package of the frontier, with the present package and the solutions among them. */
export function FrontierPlot({
  result,
  here,
  marked,
  needed,
}: {
  result: SettleResult;
  here: readonly Verdict[];
  marked: readonly Marked[];
  /** Those whose consent is needed: the first two of them are shown at first. */
  needed: ReadonlySet<string>;
}): ReactNode {
  const { held } = useCaseData();
  const first = [...result.parties.filter((id) => needed.has(id)), ...result.parties];
  const [a = "", b = a] = new Set(first);
  const [pair, setPair] = useState<[string, string]>([a, b]);
  const [one, two] = pair.every((id) => result.parties.includes(id)) ? pair : [a, b];
  const options = result.parties.map((id) => ({ id, name: actorName(held, id) }));
  // A third party has no axis: it shows in the size of the dots.
  const others = options.filter(({ id }) => id !== one && id !== two);
  const [chosenThird, setThird] = useState<string>();
  const third = others.find(({ id }) => id === (chosenThird ?? others[0]?.id))?.id;
  const present: Marked = {
    sign: "★",
    name: t("packages.thisPackage"),
    package: {},
    values: Object.fromEntries(here.map((v) => [v.party, v.value])),
  };
  const marks = [...marked, present];
  return (
    <div className="frontier">
      <div className="toolbar-row">
        <Select
          inline
          label={t("packages.across")}
          value={one}
          options={options}
          onChange={(to) => setPair([to, two])}
        />
        <Select
          inline
          label={t("packages.up")}
          value={two}
          options={options}
          onChange={(to) => setPair([one, to])}
        />
        {others.length === 0 ? null : (
          <Select
            inline
            label={t("packages.size")}
            value={third ?? ALIKE}
            options={[{ id: ALIKE, name: t("packages.sizeNone") }, ...others]}
            onChange={setThird}
          />
        )}
      </div>
      <Figure
        title={t("packages.frontier")}
        note={[
          t("packages.frontierNote", {
            count: result.frontier.length,
            packages: typeof result.packages === "number" ? count(result.packages) : result.packages,
            status: result.status === "proved" ? t("result.proved") : result.status,
          }),
          ...(third === undefined ? [] : [t("packages.sizeNote", { who: actorName(held, third) })]),
        ].join(" ")}
        table={<FrontierTable result={result} marks={marks} />}
      >
        <ul className="legend">
          {marks.map((mark) => (
            <li key={`${mark.sign} ${mark.name}`}>
              <span aria-hidden="true" className="plot-sign">
                {mark.sign}
              </span>
              <bdi>{mark.name}</bdi>
            </li>
          ))}
        </ul>
        <Drawing result={result} here={here} marks={marks} across={one} up={two} third={third} />
      </Figure>
    </div>
  );
}

function Drawing({
  result,
  here,
  marks,
  across,
  up,
  third,
}: {
  result: SettleResult;
  here: readonly Verdict[];
  marks: readonly Marked[];
  across: string;
  up: string;
  third: string | undefined;
}): ReactNode {
  const { held } = useCaseData();
  const [place, width] = useWidth();
  const shown = result.frontier.slice(0, DRAWN);
  const top = (party: string): number =>
    Math.max(1, ...shown.map((p) => p.values[party] ?? 0), ...marks.map((m) => m.values[party] ?? 0));
  const x = scaleLinear([0, top(across)], [MARGIN.start, width - MARGIN.end]);
  const y = scaleLinear([0, top(up)], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const thirds = third === undefined ? [] : shown.map((p) => p.values[third] ?? 0);
  const [least, most] = [Math.min(...thirds), Math.max(...thirds)];
  /** By area: from the least to the most of the third party's values. */
  const radius = (values: Readonly<Record<string, number>>): number =>
    third === undefined || most <= least
      ? SMALL + 1
      : Math.sqrt(SMALL ** 2 + (LARGE ** 2 - SMALL ** 2) * (((values[third] ?? 0) - least) / (most - least)));
  const noDeal = (party: string): number => here.find((v) => v.party === party)?.reservation ?? 0;
  const ticks = (scale: typeof x): { at: number; words: string }[] =>
    scale.ticks(5).map((at) => ({ at, words: figure(at) }));
  return (
    <div ref={place} className="chart-place">
      <svg
        className="chart"
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={t("packages.frontierLabel", { across: actorName(held, across), up: actorName(held, up) })}
      >
        <YAxis
          scale={y}
          ticks={ticks(y)}
          title={t("packages.valueTo", { who: actorName(held, up) })}
          width={width}
          height={HEIGHT}
        />
        <XAxis
          scale={x}
          ticks={ticks(x)}
          title={t("packages.valueTo", { who: actorName(held, across) })}
          width={width}
          height={HEIGHT}
        />
        <line
          x1={x(noDeal(across))}
          x2={x(noDeal(across))}
          y1={MARGIN.top}
          y2={HEIGHT - MARGIN.bottom}
          className="no-deal-line"
        />
        <line
          y1={y(noDeal(up))}
          y2={y(noDeal(up))}
          x1={MARGIN.start}
          x2={width - MARGIN.end}
          className="no-deal-line"
        />
        <text x={x(noDeal(across)) + 4} y={MARGIN.top + 10} className="plot-label">
          {t("packages.noDealLine")}
        </text>
        {shown.map((point) => (
          <circle
            key={JSON.stringify(point.package)}
            cx={x(point.values[across] ?? 0)}
            cy={y(point.values[up] ?? 0)}
            r={radius(point.values)}
            className="plot-point"
          />
        ))}
        {marks.map((mark) => (
          <text
            key={`${mark.sign} ${mark.name}`}
            x={x(mark.values[across] ?? 0)}
            y={y(mark.values[up] ?? 0)}
            dy="0.35em"
            textAnchor="middle"
            className="plot-mark"
          >
            {mark.sign}
          </text>
        ))}
      </svg>
    </div>
  );
}

function FrontierTable({ result, marks }: { result: SettleResult; marks: readonly Marked[] }): ReactNode {
  const { held } = useCaseData();
  const rows = [
    ...marks.map((mark, n) => ({
      key: `m${n}`,
      name: mark.name,
      package: mark.package,
      values: mark.values,
    })),
    ...result.frontier.map((point, n) => ({
      key: `f${n}`,
      name: t("packages.onFrontier"),
      package: point.package,
      values: point.values,
    })),
  ];
  return (
    <DataTable
      label={t("packages.frontier")}
      rows={rows}
      keyOf={(row) => row.key}
      columns={[
        {
          id: "name",
          name: t("packages.which"),
          heading: true,
          cell: (row) => (
            <>
              {row.name}
              {Object.keys(row.package).length === 0 ? null : (
                <p className="soft" dir="auto">
                  {packageWords(held, row.package)}
                </p>
              )}
            </>
          ),
        },
        ...result.parties.map((party) => ({
          id: party,
          name: actorName(held, party),
          number: true,
          sortBy: (row: (typeof rows)[number]) => row.values[party],
          cell: (row: (typeof rows)[number]) => figure(row.values[party] ?? 0),
        })),
      ]}
    />
  );
}
