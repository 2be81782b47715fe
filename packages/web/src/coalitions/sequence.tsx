import { type Coalition, refOf } from "@parley/case";
import {
  type CoalitionJson,
  coalitionFromCase,
  type Sequence as Found,
  MAX_CANDIDATES,
  type Missing,
  type SequenceStep,
} from "@parley/settlement";
import { type ReactNode, useMemo, useState } from "react";
import { Waiting } from "../analysis/waiting.tsx";
import { resultAt, useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { CheckGroup } from "../design/check-group.tsx";
import { DataTable } from "../design/data-table.tsx";
import { Empty } from "../design/states.tsx";
import { Tag } from "../design/tag.tsx";
import { EditButton } from "../edit/editing.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { percent, t } from "../words/index.ts";
import { SEED, useSequence, WORLDS } from "./tasks.ts";

/** An ask of somebody, as a key. */
const keyOf = (candidate: string, what: string): string => `${candidate}\n${what}`;

/** Whom to win first for one coalition, and what changes if something is not granted. */
export function Sequence({ coalition }: { coalition: Coalition }): ReactNode {
  const data = useCaseData();
  const { held } = data;
  const whole = useMemo(() => coalitionFromCase(coalition), [coalition]);
  const asks = useMemo(
    () =>
      whole.candidates.flatMap((one) =>
        one.asks.filter((ask) => ask.status === "open").map((ask) => ({ candidate: one.id, what: ask.what })),
      ),
    [whole],
  );
  const [refused, setRefused] = useState<readonly string[]>([]);
  const tried = useMemo(
    (): CoalitionJson => ({
      ...whole,
      candidates: whole.candidates.map((one) => ({
        ...one,
        asks: one.asks.map((ask) =>
          refused.includes(keyOf(one.id, ask.what)) ? { ...ask, status: "refused" as const } : ask,
        ),
      })),
    }),
    [whole, refused],
  );
  const name = (id: string): string => held.nameOf(refOf("actor", id));
  const ref = refOf("coalition", coalition.id);
  const result = `result:coalition/${coalition.id}` as const;
  if (whole.candidates.length === 0)
    return (
      <Empty title={t("coalitions.noCandidates")}>
        <EditButton of={ref} />
      </Empty>
    );
  return (
    <div className="coalition-part">
      <div className="row">
        <h2 className="grow" dir="auto">
          {t("coalitions.first", { name: coalition.name })}
        </h2>
        <EditButton of={ref} />
      </div>
      {coalition.goal === undefined ? null : <p dir="auto">{coalition.goal}</p>}
      <p className="row">
        {coalition.members === undefined || coalition.members.length === 0 ? null : (
          <span>{t("coalitions.members", { who: coalition.members.map(name).join(", ") })}</span>
        )}
        {coalition.plan === undefined ? null : (
          <ShowLink of={refOf("plan", coalition.plan)}>{held.nameOf(refOf("plan", coalition.plan))}</ShowLink>
        )}
        <ShowLink of={resultAt(data, result) === undefined ? ref : result}>{t("deadlocks.inBrief")}</ShowLink>
      </p>
      {whole.candidates.length > MAX_CANDIDATES ? (
        <p className="field-error">
          {t("coalitions.tooMany", { count: whole.candidates.length, most: MAX_CANDIDATES })}
        </p>
      ) : (
        <>
          {asks.length === 0 ? null : (
            <div className="coalition-asks">
              <CheckGroup
                label={t("coalitions.granted")}
                value={asks
                  .map((ask) => keyOf(ask.candidate, ask.what))
                  .filter((key) => !refused.includes(key))}
                options={asks.map(({ candidate, what }) => ({
                  id: keyOf(candidate, what),
                  name: (
                    <bdi>
                      {what} <span className="soft">({name(candidate)})</span>
                    </bdi>
                  ),
                }))}
                onChange={(to) =>
                  setRefused(
                    asks.map((ask) => keyOf(ask.candidate, ask.what)).filter((key) => !to.includes(key)),
                  )
                }
              />
              {refused.length === 0 ? null : (
                <p className="row">
                  <span className="soft">{t("coalitions.tried")}</span>
                  <Button small onPress={() => setRefused([])}>
                    {t("coalitions.asRecorded")}
                  </Button>
                </p>
              )}
            </div>
          )}
          <Order coalition={tried} />
        </>
      )}
    </div>
  );
}

/** The order found, as a table; until it is there, how far it is. */
function Order({ coalition }: { coalition: CoalitionJson }): ReactNode {
  const asked = useSequence(coalition);
  if (asked.state !== "done") return <Waiting asked={asked} />;
  return <Steps found={asked.value} />;
}

function Steps({ found }: { found: Found }): ReactNode {
  const { held } = useCaseData();
  const name = (id: string): string => held.nameOf(refOf("actor", id));
  const names = (ids: readonly string[]): string => ids.map(name).join(", ");
  const enoughAt = found.steps.findIndex((step) => step.enough);
  const rows = found.steps.map((step, at) => ({ step, at }));
  const known = found.missing.length === 0;
  return (
    <>
      <p role="status" className="coalition-verdict" dir="auto">
        {found.steps.length === 0
          ? t("coalitions.nobody")
          : !known
            ? t("coalitions.byEase", { count: found.missing.length })
            : enoughAt === -1
              ? t("coalitions.neverEnough", { worlds: found.worlds })
              : t("coalitions.works", {
                  who: names(found.steps.slice(0, enoughAt + 1).map((step) => step.candidate)),
                  share: percent(found.steps[enoughAt]?.works ?? 0),
                  worlds: found.worlds,
                })}
      </p>
      {rows.length === 0 ? null : (
        <DataTable<{ step: SequenceStep; at: number }>
          label={t("coalitions.order")}
          rows={rows}
          keyOf={({ step }) => step.candidate}
          columns={[
            { id: "n", name: t("coalitions.n"), number: true, cell: ({ at }) => at + 1 },
            {
              id: "who",
              name: t("word.who"),
              heading: true,
              cell: ({ step }) => (
                <ShowLink of={refOf("actor", step.candidate)}>
                  <bdi>{name(step.candidate)}</bdi>
                </ShowLink>
              ),
            },
            {
              id: "grants",
              name: t("coalitions.takes"),
              cell: ({ step }) => (
                <>
                  <bdi>{step.grants.join("; ")}</bdi>{" "}
                  {step.putsOff.length === 0 ? null : (
                    <Tag warn>{t("coalitions.putsOff", { who: names(step.putsOff) })}</Tag>
                  )}
                </>
              ),
            },
            {
              id: "opens",
              name: t("coalitions.opens"),
              cell: ({ step }) => <bdi>{names(step.unlocks)}</bdi>,
            },
            {
              id: "works",
              name: t("coalitions.worksIn"),
              number: true,
              cell: ({ step }) =>
                step.works === undefined ? (
                  t("standing.unknown")
                ) : (
                  <span className="share">
                    <span className="share-bar" aria-hidden="true">
                      <span style={{ inlineSize: `${step.works * 100}%` }} />
                    </span>
                    <span className="share-of">{percent(step.works)}</span>
                  </span>
                ),
            },
            {
              id: "enough",
              name: t("coalitions.isEnough"),
              cell: ({ step, at }) =>
                at === enoughAt ? (
                  <Tag>{t("coalitions.enoughNow")}</Tag>
                ) : step.enough ? (
                  t("coalitions.beyond")
                ) : (
                  ""
                ),
            },
          ]}
        />
      )}
      {found.blocked.length === 0 ? null : (
        <ul className="coalition-list">
          {found.blocked.map(({ candidate, waitsFor }) => (
            <li key={candidate} dir="auto">
              {waitsFor.length === 0
                ? t("coalitions.never", { who: name(candidate) })
                : t("coalitions.waits", { who: name(candidate), for: names(waitsFor) })}
            </li>
          ))}
        </ul>
      )}
      {found.core === undefined || found.core.members.length === 0 ? null : (
        <p dir="auto">
          {t("coalitions.core", { who: names(found.core.members), share: percent(found.core.holds) })}
        </p>
      )}
      {found.first.length < 2 ? null : (
        <details>
          <summary>{t("coalitions.askedFirst")}</summary>
          <DataTable<Found["first"][number]>
            label={t("coalitions.askedFirst")}
            rows={found.first}
            keyOf={(row) => row.candidate}
            columns={[
              {
                id: "who",
                name: t("coalitions.if"),
                heading: true,
                cell: (row) => <bdi>{name(row.candidate)}</bdi>,
              },
              {
                id: "works",
                name: t("coalitions.then"),
                number: true,
                sortBy: (row) => row.works,
                cell: (row) => percent(row.works),
              },
            ]}
          />
        </details>
      )}
      {known ? (
        <p className="soft">
          {t("coalitions.note", { worlds: WORLDS, seed: SEED })}{" "}
          {found.status === "proved" ? t("coalitions.proved") : t("coalitions.capped")}
        </p>
      ) : (
        <MissingList missing={found.missing} name={name} />
      )}
    </>
  );
}

/** Numbers that are not known: what to enter before shares can be given. */
function MissingList({
  missing,
  name,
}: {
  missing: readonly Missing[];
  name(id: string): string;
}): ReactNode {
  return (
    <details>
      <summary>{t("coalitions.missing", { count: missing.length })}</summary>
      <ul className="coalition-list">
        {missing.map(({ candidate, what, ask }) => (
          <li key={`${candidate} ${what} ${ask ?? ""}`} dir="auto">
            {t(`coalitions.missing.${what}`, { who: name(candidate), ask: ask ?? "" })}
          </li>
        ))}
      </ul>
    </details>
  );
}
