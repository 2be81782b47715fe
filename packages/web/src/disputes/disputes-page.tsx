import { type Case, contradictions, disputeOver, type Ref, type Until } from "@parley/case";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { Select, TextField } from "../design/field.tsx";
import { useAnnounce } from "../design/notices.tsx";
import { Empty } from "../design/states.tsx";
import { Tag } from "../design/tag.tsx";
import { Screen } from "../frame/screen.tsx";
import { takesText, useKeys } from "../frame/shortcuts.ts";
import { RecordTabs } from "../record/record-tabs.tsx";
import { titleOf } from "../thread/describe.ts";
import { untilOf } from "../thread/standing.ts";
import { t } from "../words/index.ts";
import { Board, MeetingBoard } from "./board.tsx";
import { ContradictionList } from "./contradiction-list.tsx";
import { filtered, type Listed, listed, SHOWS, type Show } from "./listed.ts";
import { StatusTags } from "./status-tags.tsx";
import "./disputes.css";

let last: { held: Case; until: string; found: Listed[] } | undefined;

/** The list as it was, where the case and the day are those of the last visit: coming back costs nothing. */
function listedOnce(held: Case, until: Until): Listed[] {
  const key = JSON.stringify(until);
  if (last?.held !== held || last.until !== key) last = { held, until: key, found: listed(held, until) };
  return last.found;
}

/** Disputes: who stands where on what is claimed, and on texts that are only said to exist. */
export function DisputesPage(): ReactNode {
  const { held, knownOn } = useCaseData();
  const { d, until: chosenDay } = useSearch({ from: "/c/$case/disputes" });
  const navigate = useNavigate({ from: "/c/$case/disputes" });
  const announce = useAnnounce();
  const [words, setWords] = useState("");
  const [show, setShow] = useState<Show>("all");
  const until = useMemo(() => untilOf(held, knownOn), [held, knownOn]);
  const found = useMemo(() => listedOnce(held, until), [held, until]);
  // The board answers first; what a rule finds in the whole record comes a moment later, on the way in too.
  const later = useDeferredValue<Case | undefined>(held, undefined);
  const against = useMemo(() => (later === undefined ? [] : contradictions(later, until)), [later, until]);
  const shown = useMemo(() => filtered(held, found, show, words), [held, found, show, words]);
  const ofAll = useMemo(() => boardOf(held, d, until), [held, d, until]);
  const chosen = found.find((one) => one.ref === d) ?? ofAll ?? shown[0];
  const contested = found.filter((one) => "dispute" in one && one.dispute.contested).length;
  const choose = (to: Listed): void => {
    void navigate({ search: (s) => ({ ...s, d: to.ref, until: undefined, show: undefined }), replace: true });
    announce(t("review.at", { place: shown.indexOf(to) + 1, all: shown.length }));
  };
  useKeys((event) => {
    if (takesText(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
    if (step === 0) return;
    const place = shown.findIndex((one) => one.ref === chosen?.ref);
    const next = shown[place < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, place + step))];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  });
  return (
    <Screen
      title={t("disputes.title")}
      about={t("disputes.about")}
      testId="disputes"
      above={<RecordTabs />}
      tools={
        <>
          <p>
            {found.length === 0 ? t("disputes.empty") : t("disputes.count", { count: found.length })}{" "}
            {contested === 0 ? "" : t("disputes.countContested", { count: contested })}
          </p>
          {found.length < 2 ? null : (
            <span className="row push">
              <TextField
                label={t("disputes.find")}
                hideLabel
                type="search"
                placeholder={t("disputes.find")}
                value={words}
                onChange={setWords}
              />
              <Select<Show>
                label={t("disputes.show")}
                inline
                value={show}
                options={SHOWS.map((id) => ({ id, name: t(`disputes.show.${id}`) }))}
                onChange={setShow}
              />
              {words === "" && show === "all" ? null : (
                <span role="status" className="soft">
                  {t("disputes.shown", { count: shown.length })}
                </span>
              )}
            </span>
          )}
        </>
      }
    >
      {found.length === 0 && chosen === undefined ? (
        <Empty title={t("disputes.empty")}>
          <p>{t("disputes.emptyTodo")}</p>
        </Empty>
      ) : (
        <div className="disputes">
          <DisputeList found={shown} chosen={chosen?.ref} />
          {chosen === undefined ? null : "meeting" in chosen ? (
            <MeetingBoard key={chosen.ref} of={chosen.meeting} />
          ) : (
            <Board
              key={chosen.ref}
              on={chosen.dispute.on}
              until={chosenDay}
              onUntil={(to) => void navigate({ search: (s) => ({ ...s, until: to }), replace: true })}
            />
          )}
        </div>
      )}
      <ContradictionList found={against} />
      <details className="method">
        <summary>{t("method.title")}</summary>
        <p>{t("disputes.method")}</p>
      </details>
    </Screen>
  );
}

/** The board of a claim or text that an address names though nothing about it is disputed. */
function boardOf(held: Case, ref: string | undefined, until: Until): Listed | undefined {
  const on = ref === undefined ? undefined : held.at(ref as Ref);
  if (on?.kind !== "claim" && on?.kind !== "instrument") return undefined;
  const dispute = disputeOver(held, on, until);
  return { ref: dispute.ref, dispute };
}

function DisputeList({ found, chosen }: { found: readonly Listed[]; chosen: Ref | undefined }): ReactNode {
  const { held, name } = useCaseData();
  return (
    <DataTable
      label={t("disputes.list")}
      rows={found}
      keyOf={(one) => one.ref}
      empty={t("disputes.noMatch")}
      columns={[
        {
          id: "what",
          name: t("disputes.what"),
          heading: true,
          sortBy: (one) => titleOf(held, one.ref),
          cell: (one) => (
            <Link
              to="/c/$case/disputes"
              params={{ case: name }}
              search={(s) => ({ level: s.level, known: s.known, d: one.ref })}
              {...(one.ref === chosen ? { "aria-current": "true" as const } : {})}
            >
              <bdi>{titleOf(held, one.ref)}</bdi>
            </Link>
          ),
        },
        {
          id: "status",
          name: t("disputes.status"),
          sortBy: (one) => ("meeting" in one ? undefined : one.dispute.status),
          cell: (one) =>
            "meeting" in one ? <Tag>{t("disputes.meeting")}</Tag> : <StatusTags dispute={one.dispute} />,
        },
      ]}
    />
  );
}
