import { type Case, type Precondition, refOf } from "@parley/case";
import { type Circuit, deadlocks, deadlocksFromCase } from "@parley/settlement";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { resultAt, useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { DataTable } from "../design/data-table.tsx";
import { Empty, Failed, Loading } from "../design/states.tsx";
import { StandingTag, Tag } from "../design/tag.tsx";
import { NewButton } from "../edit/editing.tsx";
import { Screen, ShowLink } from "../frame/screen.tsx";
import { actorName } from "../thread/describe.ts";
import { day, t } from "../words/index.ts";
import { CircleDrawing } from "./circle-drawing.tsx";
import { cutWords } from "./cut-words.ts";
import "./deadlocks.css";

/** Deadlocks: which preconditions wait for each other in a circle, and how it could be cut. */
export function DeadlocksPage(): ReactNode {
  const data = useCaseData();
  const { held, knownOn } = data;
  const navigate = useNavigate();
  const { n } = useSearch({ from: "/c/$case/deadlocks" });
  const on = knownOn ?? held.info?.asOf;
  const found = useMemo(() => deadlocks(deadlocksFromCase(held).edges, on), [held, on]);
  const preconditions = held.inForce("precondition");
  const { circuits } = found;
  const chosen = Math.min(n ?? 0, Math.max(0, circuits.length - 1));
  const circuit = circuits[chosen];
  return (
    <Screen
      title={t("nav.deadlocks")}
      about={t("deadlocks.about")}
      testId="deadlocks"
      tools={
        <>
          <p>
            {circuits.length === 0
              ? t("deadlocks.countNone", { preconditions: preconditions.length })
              : t("deadlocks.count", { count: circuits.length, preconditions: preconditions.length })}
            {on === undefined ? "" : ` ${t("deadlocks.on", { on: day(on) })}`}{" "}
            {found.status === "proved" ? "" : t("deadlocks.capped", { n: circuits.length })}
          </p>
          <span className="row push">
            {resultAt(data, "result:deadlocks") === undefined ? null : (
              <ShowLink of="result:deadlocks">{t("deadlocks.inBrief")}</ShowLink>
            )}
            <NewButton kind="precondition">{t("deadlocks.new")}</NewButton>
          </span>
        </>
      }
    >
      {preconditions.length === 0 ? (
        <Empty title={t("deadlocks.empty")}>
          <p>{t("deadlocks.emptyTodo")}</p>
          <NewButton main kind="precondition">
            {t("deadlocks.new")}
          </NewButton>
        </Empty>
      ) : circuit === undefined ? (
        <Empty title={t("deadlocks.none")}>
          <p>{t("deadlocks.noneNote")}</p>
        </Empty>
      ) : (
        <>
          {circuits.length < 2 ? null : (
            <CircleList
              circuits={circuits}
              chosen={chosen}
              held={held}
              onChoose={(at) =>
                void navigate({ to: ".", search: (s) => ({ ...s, n: at === 0 ? undefined : at }) })
              }
            />
          )}
          <CircleDrawing circuit={circuit} title={t("deadlocks.circle", { count: circuit.edges.length })} />
          <Cuts circuit={circuit} />
        </>
      )}
      {preconditions.length === 0 ? null : <All found={found} held={held} />}
      {data.resultsState === "loading" ? <Loading what={t("result.loading")} /> : null}
      {data.resultsState === "failed" ? <Failed error={new Error(t("deadlocks.resultsFailed"))} /> : null}
      <details className="method">
        <summary>{t("method.title")}</summary>
        <p>{t("deadlocks.method")}</p>
      </details>
    </Screen>
  );
}

/** Many circles, shortest and firmest first. */
function CircleList(props: {
  circuits: readonly Circuit[];
  chosen: number;
  held: Case;
  onChoose(at: number): void;
}): ReactNode {
  const rows = props.circuits.map((circuit, at) => ({ circuit, at }));
  return (
    <DataTable
      label={t("deadlocks.list")}
      rows={rows}
      keyOf={(row) => String(row.at)}
      columns={[
        {
          id: "circle",
          name: t("deadlocks.listCircle"),
          heading: true,
          cell: ({ circuit, at }) => (
            <Button
              small
              look="quiet"
              {...(at === props.chosen ? { "aria-current": "true" as const } : {})}
              onPress={() => props.onChoose(at)}
            >
              <bdi>{circuit.edges.map((edge) => edge.from).join(" → ")}</bdi>
            </Button>
          ),
        },
        {
          id: "length",
          name: t("deadlocks.length"),
          number: true,
          sortBy: ({ circuit }) => circuit.edges.length,
          cell: ({ circuit }) => circuit.edges.length,
        },
        {
          id: "holders",
          name: t("deadlocks.holders"),
          cell: ({ circuit }) => circuit.holders.map((id) => actorName(props.held, id)).join(", "),
        },
        {
          id: "inferred",
          name: t("standing.inferred"),
          number: true,
          sortBy: ({ circuit }) => circuit.edges.filter((edge) => edge.inferred).length,
          cell: ({ circuit }) => circuit.edges.filter((edge) => edge.inferred).length,
        },
      ]}
    />
  );
}

/** What it would take to open a circle, each way with who would have to move. */
function Cuts({ circuit }: { circuit: Circuit }): ReactNode {
  const { held } = useCaseData();
  return (
    <section className="cuts" aria-labelledby="cuts-title">
      <h2 id="cuts-title">{t("deadlocks.cuts")}</h2>
      <ol className="cut-list">
        {circuit.cuts.map((cut) => (
          <li key={`${cut.type} ${cut.edges.join(" ")}`}>
            <strong>{t(`cut.${cut.type}`)}.</strong> <span dir="auto">{cutWords(held, cut, circuit)}</span>{" "}
            {cut.edges.map((id, at) => (
              <ShowLink key={id} of={refOf("precondition", id)}>
                {t("deadlocks.evidence", { n: at + 1, count: cut.edges.length })}
              </ShowLink>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Every precondition on record, in a circle or not. */
function All({ found, held }: { found: ReturnType<typeof deadlocks>; held: Case }): ReactNode {
  const within = new Set(found.circuits.flatMap((circuit) => circuit.edges.map((edge) => edge.id)));
  return (
    <div className="cuts">
      <h2>{t("deadlocks.all")}</h2>
      <DataTable<Precondition>
        label={t("deadlocks.all")}
        rows={held.inForce("precondition")}
        keyOf={(p) => p.id}
        columns={[
          {
            id: "holder",
            name: t("deadlocks.holder"),
            heading: true,
            sortBy: (p) => actorName(held, p.holder),
            cell: (p) => <bdi>{actorName(held, p.holder)}</bdi>,
          },
          {
            id: "needs",
            name: t("deadlocks.first"),
            sortBy: (p) => p.needs,
            cell: (p) => (
              <ShowLink of={refOf("precondition", p.id)}>
                <bdi>{p.needs}</bdi>
              </ShowLink>
            ),
          },
          { id: "for", name: t("deadlocks.before"), sortBy: (p) => p.for, cell: (p) => <bdi>{p.for}</bdi> },
          {
            id: "standing",
            name: t("deadlocks.known"),
            cell: (p) => (
              <span className="tags">
                <StandingTag standing={p.standing} />
                {p.firmness === undefined ? null : (
                  <Tag warn={p.firmness === "red line"}>{t(`choice.${p.firmness}`)}</Tag>
                )}
              </span>
            ),
          },
          {
            id: "status",
            name: t("deadlocks.status"),
            cell: (p) =>
              p.status === "open"
                ? t("choice.open")
                : p.since === undefined
                  ? t(`choice.${p.status}`)
                  : t("deadlocks.statusSince", { status: t(`choice.${p.status}`), on: day(p.since) }),
          },
          {
            id: "circle",
            name: t("deadlocks.inCircle"),
            cell: (p) => (within.has(p.id) ? t("yes") : t("no")),
          },
        ]}
      />
    </div>
  );
}
