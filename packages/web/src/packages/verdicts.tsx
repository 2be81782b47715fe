import { type Id, refOf } from "@parley/case";
import { clopperPearson } from "@parley/forecast";
import type { Verdict } from "@parley/settlement";
import type { ReactNode } from "react";
import type { Asked } from "../analysis/asked.ts";
import { Waiting } from "../analysis/waiting.tsx";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { Figure } from "../design/figure.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { actorName } from "../thread/describe.ts";
import { percent, t } from "../words/index.ts";
import type { Fate } from "./tasks.ts";
import { valuationOf } from "./valuation-of.ts";
import { figure, judgementWords, objectionWords } from "./words.ts";

const LEVEL = 0.9;

interface Props {
  verdicts: readonly Verdict[];
  /** Those whose consent is needed. */
  needed: ReadonlySet<string>;
  fate: Asked<Fate>;
  /** Through whose eyes; none: as in the record. */
  viewer: Id | undefined;
}

/** What each party makes of the package, in words and as a bar against what no deal is worth to it. */
export function Verdicts({ verdicts, needed, fate, viewer }: Props): ReactNode {
  const { held } = useCaseData();
  const done = fate.state === "done" ? fate.value.robustness : undefined;
  const top = Math.max(
    1,
    ...verdicts.flatMap((v) => [v.value, v.reservation, done?.spread[v.party]?.value[1] ?? 0]),
  );
  return (
    <Figure
      title={t("packages.verdicts")}
      note={
        done === undefined ? t("packages.verdictsNoteSoon") : t("packages.verdictsNote", { n: done.worlds })
      }
      table={<VerdictTable verdicts={verdicts} fate={fate} />}
    >
      <ul className="verdicts">
        {verdicts.map((v) => {
          const spread = done?.spread[v.party];
          const share = done?.accepts[v.party];
          const valuation = valuationOf(held, v.party, viewer);
          const why = v.objections.map((o) => objectionWords(held, o));
          return (
            <li key={v.party} className={v.acceptable ? "verdict verdict-yes" : "verdict verdict-no"}>
              <p className="verdict-words">
                <span aria-hidden="true" className="verdict-sign">
                  {v.acceptable ? "✓" : "✕"}
                </span>
                <strong>
                  <bdi>{actorName(held, v.party)}</bdi>
                </strong>{" "}
                {v.acceptable ? t("packages.could") : t("packages.wouldNot")}
                {why.length === 0 ? "" : `: ${why.join("; ")}`}
                {needed.has(v.party) ? "" : ` (${t("packages.notNeeded")})`}
              </p>
              <Bar verdict={v} spread={spread} top={top} />
              <p className="soft">
                {valuation === undefined ? (
                  t("packages.against", { value: figure(v.value), noDeal: figure(v.reservation) })
                ) : (
                  <ShowLink of={refOf("valuation", valuation.id)}>
                    {t("packages.against", { value: figure(v.value), noDeal: figure(v.reservation) })}
                  </ShowLink>
                )}
                {share === undefined ? "" : ` · ${t("packages.acceptsIn", { share: percent(share) })}`}
              </p>
            </li>
          );
        })}
      </ul>
    </Figure>
  );
}

/** The value of the package with its range, and the value of no deal with its own, on one scale. */
function Bar({
  verdict,
  spread,
  top,
}: {
  verdict: Verdict;
  spread: { value: [number, number]; noDeal: [number, number] } | undefined;
  top: number;
}): ReactNode {
  const at = (value: number): number => (100 * Math.max(0, value)) / top;
  return (
    <svg className="verdict-bar" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
      <rect x={0} y={5} width={100} height={4} className="bar-track" />
      <rect x={0} y={5} width={at(verdict.value)} height={4} className="bar-value" />
      {spread === undefined ? null : (
        <>
          <rect
            x={at(spread.noDeal[0])}
            y={0}
            width={Math.max(0.4, at(spread.noDeal[1]) - at(spread.noDeal[0]))}
            height={14}
            className="bar-no-deal"
          />
          <line x1={at(spread.value[0])} x2={at(spread.value[1])} y1={7} y2={7} className="bar-range" />
        </>
      )}
      <line
        x1={at(verdict.reservation)}
        x2={at(verdict.reservation)}
        y1={0}
        y2={14}
        className="bar-line"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

function VerdictTable({ verdicts, fate }: Pick<Props, "verdicts" | "fate">): ReactNode {
  const { held } = useCaseData();
  const done = fate.state === "done" ? fate.value.robustness : undefined;
  const range = (pair: [number, number] | undefined): string =>
    pair === undefined ? "" : ` (${t("range", { low: figure(pair[0]), high: figure(pair[1]) })})`;
  return (
    <DataTable
      label={t("packages.verdicts")}
      rows={verdicts}
      keyOf={(v) => v.party}
      columns={[
        {
          id: "party",
          name: t("packages.party"),
          heading: true,
          cell: (v) => <bdi>{actorName(held, v.party)}</bdi>,
        },
        {
          id: "verdict",
          name: t("packages.verdict"),
          cell: (v) => (v.acceptable ? t("packages.could") : t("packages.wouldNot")),
        },
        {
          id: "value",
          name: t("packages.value"),
          number: true,
          sortBy: (v) => v.value,
          cell: (v) => `${figure(v.value)}${range(done?.spread[v.party]?.value)}`,
        },
        {
          id: "noDeal",
          name: t("packages.noDeal"),
          number: true,
          sortBy: (v) => v.reservation,
          cell: (v) => `${figure(v.reservation)}${range(done?.spread[v.party]?.noDeal)}`,
        },
        {
          id: "share",
          name: t("packages.share"),
          number: true,
          sortBy: (v) => done?.accepts[v.party],
          cell: (v) => (done === undefined ? "" : percent(done.accepts[v.party] ?? 0)),
        },
      ]}
    />
  );
}

/** In how many worlds the package holds, and on what that hangs. */
export function Holding({ fate, viewer }: { fate: Asked<Fate>; viewer: Id | undefined }): ReactNode {
  const { held } = useCaseData();
  if (fate.state !== "done") return <Waiting asked={fate} />;
  const { holds, worlds, seed, hangsOn, drivenBy } = fate.value.robustness;
  const [low, high] = clopperPearson(Math.round(holds * worlds), worlds, LEVEL);
  const most = [0, 1].includes(holds) ? [] : hangsOn.filter((one) => one.decides);
  return (
    <section className="holding" aria-labelledby="holding-title">
      <h2 id="holding-title">{t("packages.holds")}</h2>
      <p className="holding-share">
        {t("packages.holdsIn", { share: percent(holds), n: worlds })}{" "}
        <span className="soft">
          {t("packages.holdsInterval", {
            level: percent(LEVEL),
            low: percent(low),
            high: percent(high),
            seed,
          })}
        </span>
      </p>
      {most.length === 0 ? (
        <p className="soft">
          {t(holds === 0 || holds === 1 ? "packages.hangsOnNone" : "packages.hangsOnMany")}
        </p>
      ) : (
        <>
          <p>{t("packages.hangsOn")}</p>
          <ul className="plain bullets">
            {most.map((one) => (
              <li key={`${one.party} ${one.judgement}`}>
                {judgement(
                  one.party,
                  t("packages.hangsOnOne", {
                    who: actorName(held, one.party),
                    judgement: judgementWords(held, one.judgement),
                  }),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {drivenBy.length === 0 ? null : (
        <>
          <p>{t("packages.drivenBy")}</p>
          <ul className="plain bullets">
            {drivenBy.map((one) => (
              <li key={`${one.party} ${one.judgement}`}>
                {judgement(
                  one.party,
                  t("packages.drivenByOne", {
                    who: actorName(held, one.party),
                    judgement: judgementWords(held, one.judgement),
                    share: percent(one.share),
                    error: percent(one.error),
                  }),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );

  /** Words about a judgement, leading to the valuation that holds it. */
  function judgement(party: Id, words: string): ReactNode {
    const valuation = valuationOf(held, party, viewer);
    return valuation === undefined ? (
      words
    ) : (
      <ShowLink of={refOf("valuation", valuation.id)}>{words}</ShowLink>
    );
  }
}
