import { TRACKS } from "@parley/case";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useDeferredValue, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { type Column, DataTable } from "../design/data-table.tsx";
import { Select, TextField } from "../design/field.tsx";
import { Figure } from "../design/figure.tsx";
import { Empty, Loading } from "../design/states.tsx";
import { Tag } from "../design/tag.tsx";
import { NewButton } from "../edit/editing.tsx";
import { Screen, ShowLink } from "../frame/screen.tsx";
import { RecordTabs } from "../record/record-tabs.tsx";
import { choiceWord, timeWords, titleOf } from "../thread/describe.ts";
import { timeline as words } from "../words/en/timeline.ts";
import { addWords, day, t } from "../words/index.ts";
import { Drawing } from "./drawing.tsx";
import { type TimeEntry, timeEntries, within } from "./entries.ts";
import { ForeseenPart } from "./foreseen.tsx";
import { Ladder } from "./ladder.tsx";
import { Ledger } from "./ledger.tsx";
import { Moving } from "./moving.tsx";
import { Phases } from "./phases.tsx";
import { Together } from "./together.tsx";
import "./timeline.css";

addWords(words);

const NONE: readonly TimeEntry[] = [];

/** `Select` knows no empty choice: this stands for all. */
const ANY = "*";

/** The time line of the case, with what was announced and promised and what became of it. */
export function TimelinePage(): ReactNode {
  const { held, knownOn } = useCaseData();
  const search = useSearch({ from: "/c/$case/timeline" });
  const navigate = useNavigate({ from: "/c/$case/timeline" });
  const on = knownOn ?? held.info?.asOf;
  const all = useMemo(() => timeEntries(held, on, (ref) => titleOf(held, ref)), [held, on]);
  const shown = useMemo(() => within(all, search), [all, search]);
  const set = (change: Partial<typeof search>): void =>
    void navigate({ search: (s) => ({ ...s, ...change }), replace: true });
  const actors = [...new Set(all.flatMap((e) => e.actors))]
    .flatMap((id) => held.get("actor", id) ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  // The screen answers first; the drawing and what stands below it follow within moments, and can be interrupted.
  const drawn = useDeferredValue(shown, NONE);
  const overdue = shown.filter((e) => e.state === "not seen" || e.state === "overdue, not seen");
  return (
    <Screen
      title={t("timeline.title")}
      about={t("timeline.about")}
      testId="timeline"
      above={<RecordTabs />}
      tools={
        <>
          {actors.length === 0 ? null : (
            <Select<string>
              label={t("timeline.who")}
              inline
              value={search.who ?? ANY}
              options={[
                { id: ANY, name: t("history.anybody") },
                ...actors.map(({ id, name }) => ({ id, name })),
              ]}
              onChange={(to) => set({ who: to === ANY ? undefined : to })}
            />
          )}
          <Select<string>
            label={t("timeline.track")}
            inline
            value={search.track ?? ANY}
            options={[
              { id: ANY, name: t("timeline.anyTrack") },
              ...TRACKS.map((id) => ({ id, name: choiceWord(id) })),
            ]}
            onChange={(to) => set({ track: to === ANY ? undefined : to })}
          />
          <TextField
            label={t("timeline.from")}
            type="date"
            className="field-inline"
            value={search.from ?? ""}
            onChange={(to) => set({ from: to === "" ? undefined : to })}
          />
          <TextField
            label={t("timeline.to")}
            type="date"
            className="field-inline"
            value={search.to ?? ""}
            onChange={(to) => set({ to: to === "" ? undefined : to })}
          />
          <span className="row push">
            <NewButton kind="event">{t("timeline.newEvent")}</NewButton>
            <NewButton kind="commitment">{t("timeline.newCommitment")}</NewButton>
            <NewButton kind="instrument">{t("timeline.newText")}</NewButton>
          </span>
        </>
      }
    >
      {all.length === 0 ? (
        <Empty title={t("timeline.empty")}>
          <p>{t("timeline.emptyTodo")}</p>
        </Empty>
      ) : (
        <>
          <Figure
            title={t("timeline.drawing")}
            note={t("timeline.note", { count: shown.filter((e) => (e.from ?? e.to) !== undefined).length })}
            table={<Entries entries={shown} />}
          >
            {drawn === NONE ? (
              <Loading what={t("timeline.drawingWait")} />
            ) : (
              <Drawing entries={drawn} on={on} />
            )}
          </Figure>
          {overdue.length === 0 ? null : (
            <section aria-labelledby="overdue">
              <h2 id="overdue">{t("timeline.overdue")}</h2>
              <p className="soft">{t("timeline.overdueNote")}</p>
              <ul className="links">
                {overdue.map((e) => (
                  <li key={e.ref}>
                    <ShowLink of={e.ref}>{e.title}</ShowLink>{" "}
                    <span className="soft">{e.when === undefined ? "" : timeWords(e.when)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Ledger on={on} />
          <Ladder />
        </>
      )}
      <ForeseenPart on={on} />
      <Together on={on} />
      <Moving />
      <Phases />
      <details className="method">
        <summary>{t("method.title")}</summary>
        <p>{t("timeline.method")}</p>
      </details>
    </Screen>
  );
}

function Entries({ entries }: { entries: readonly TimeEntry[] }): ReactNode {
  const columns: Column<TimeEntry>[] = [
    {
      id: "when",
      name: t("timeline.when"),
      sortBy: (e) => e.from ?? e.to,
      cell: (e) => (e.when === undefined ? t("timeline.noDay") : timeWords(e.when)),
    },
    {
      id: "what",
      name: t("timeline.what"),
      heading: true,
      sortBy: (e) => e.title,
      cell: (e) => <ShowLink of={e.ref}>{e.title}</ShowLink>,
    },
    {
      id: "lane",
      name: t("timeline.lane"),
      sortBy: (e) => e.lane,
      cell: (e) => t(`timeline.lane.${e.lane}`),
    },
    {
      id: "track",
      name: t("timeline.track"),
      sortBy: (e) => e.track,
      cell: (e) => (e.track === undefined ? "" : choiceWord(e.track)),
    },
    {
      id: "state",
      name: t("timeline.state"),
      sortBy: (e) => e.state,
      cell: (e) =>
        e.state === undefined ? null : (
          <Tag warn={e.state === "not seen" || e.state === "overdue, not seen"}>
            {t(`eventState.${e.state}`)}
          </Tag>
        ),
    },
    {
      id: "reported",
      name: t("timeline.reported"),
      sortBy: (e) => e.reported,
      cell: (e) => (e.reported === undefined ? t("timeline.noReport") : day(e.reported)),
    },
    { id: "lag", name: t("timeline.lag"), sortBy: (e) => e.lag, cell: (e) => t(`lag.${e.lag}`) },
  ];
  return <DataTable label={t("timeline.drawing")} rows={entries} keyOf={(e) => e.ref} columns={columns} />;
}
