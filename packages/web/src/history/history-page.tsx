import { Case, cutToLevel, type Ref } from "@parley/case";
import type { HistoryEntry } from "@parley/server/api";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { keys, useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { Button } from "../design/button.tsx";
import { type Column, DataTable } from "../design/data-table.tsx";
import { Select, TextField } from "../design/field.tsx";
import { Empty, Failed, Loading } from "../design/states.tsx";
import { Tag } from "../design/tag.tsx";
import { Screen } from "../frame/screen.tsx";
import { titleOf } from "../thread/describe.ts";
import { kindOf } from "../thread/places.ts";
import { kindName, kindWord } from "../thread/ref-link.tsx";
import { moment, t } from "../words/index.ts";
import { ChangePanel } from "./change-panel.tsx";
import { filtered } from "./filter.ts";
import "./history.css";

/** `Select` knows no empty choice: this stands for all. */
const ALL = "*";

/** Every change of the case: who, when, why and what; each opens field by field, and can be brought back. */
export function HistoryPage(): ReactNode {
  const { name, state, held, level } = useCaseData();
  const search = useSearch({ from: "/c/$case/history" });
  const navigate = useNavigate({ from: "/c/$case/history" });
  const answer = useQuery({ queryKey: keys.history(name), queryFn: () => api.history(name) });
  const outOfSight = useMemo<ReadonlySet<Ref>>(
    () => (level === "sealed" ? new Set() : cutToLevel(new Case(state.objects), level).hidden),
    [state.objects, level],
  );
  // What still stands is called what it is called now, in words; what does not keeps its last name.
  const all = useMemo(
    () =>
      answer.data?.map((entry) =>
        held.at(entry.ref) ? { ...entry, name: titleOf(held, entry.ref) } : entry,
      ),
    [answer.data, held],
  );
  const shown = useMemo(
    () => filtered(all ?? [], search, level, outOfSight),
    [all, search, level, outOfSight],
  );
  const readable = useMemo(() => filtered(all ?? [], {}, level, outOfSight), [all, level, outOfSight]);
  const people = useMemo(() => [...new Set(readable.map((e) => e.by))].sort(), [readable]);
  const kinds = useMemo(() => [...new Set(readable.map((e) => kindOf(e.ref)))], [readable]);
  const set = (change: Partial<typeof search>): void =>
    void navigate({ search: (s) => ({ ...s, ...change }), replace: true });
  const open = readable.find((entry) => entry.id === search.change);
  const columns: Column<HistoryEntry>[] = [
    {
      id: "at",
      name: t("history.when"),
      cell: (e) => <time dateTime={e.at}>{moment(e.at)}</time>,
      sortBy: (e) => e.seq,
    },
    { id: "by", name: t("history.who"), cell: (e) => <bdi>{e.by}</bdi>, sortBy: (e) => e.by },
    {
      id: "what",
      name: t("history.what"),
      heading: true,
      cell: (e) => (
        <>
          <span className="soft">{kindWord(e.ref)}</span>{" "}
          <Link
            to="."
            search={(s) => ({ ...s, change: e.id })}
            {...(search.change === e.id ? { "aria-current": "true" as const } : {})}
          >
            <bdi>{e.name}</bdi>
          </Link>{" "}
          {e.withdrawn ? <Tag>{t("history.withdrawn")}</Tag> : null}
        </>
      ),
      sortBy: (e) => e.name,
    },
    { id: "why", name: t("history.why"), cell: (e) => <bdi>{e.why}</bdi> },
  ];
  const filters = [search.of, search.by, search.kind, search.words, search.from, search.to];
  return (
    <Screen
      title={t("history.title")}
      about={t("history.about")}
      testId="history"
      tools={
        <>
          <TextField
            label={t("history.words")}
            type="search"
            value={search.words ?? ""}
            onChange={(words) => set({ words: words === "" ? undefined : words })}
          />
          <Select
            label={t("history.who")}
            value={search.by ?? ALL}
            options={[{ id: ALL, name: t("history.anybody") }, ...people.map((id) => ({ id, name: id }))]}
            onChange={(by) => set({ by: by === ALL ? undefined : by })}
          />
          <Select
            label={t("history.kind")}
            value={search.kind ?? ALL}
            options={[
              { id: ALL, name: t("history.anything") },
              ...kinds.map((id) => ({ id, name: kindName(id) })),
            ]}
            onChange={(kind) => set({ kind: kind === ALL ? undefined : kind })}
          />
          <TextField
            label={t("history.from")}
            type="date"
            value={search.from ?? ""}
            onChange={(from) => set({ from: from === "" ? undefined : from })}
          />
          <TextField
            label={t("history.to")}
            type="date"
            value={search.to ?? ""}
            onChange={(to) => set({ to: to === "" ? undefined : to })}
          />
          {filters.every((f) => f === undefined) ? null : (
            <Button
              small
              onPress={() => {
                const none = { of: undefined, by: undefined, kind: undefined, words: undefined };
                set({ ...none, from: undefined, to: undefined });
              }}
            >
              {t("history.all")}
            </Button>
          )}
        </>
      }
      {...(open === undefined
        ? {}
        : { panel: <ChangePanel entry={open} onClose={() => set({ change: undefined })} /> })}
    >
      {search.of === undefined ? null : (
        <p>{t("history.ofOne", { what: titleOf(held, search.of as Ref) })}</p>
      )}
      {answer.isPending ? <Loading what={t("history.loading")} /> : null}
      {answer.isError ? <Failed error={answer.error} onRetry={() => void answer.refetch()} /> : null}
      {all === undefined ? null : shown.length === 0 ? (
        <Empty title={t("history.nothing")}>
          <p>{level === "sealed" ? t("history.nothingTodo") : t("object.missingLevel")}</p>
        </Empty>
      ) : (
        <>
          <p className="soft" role="status">
            {t("history.count", { count: shown.length })}
          </p>
          <DataTable label={t("history.title")} columns={columns} rows={shown} keyOf={(e) => e.id} />
        </>
      )}
    </Screen>
  );
}
