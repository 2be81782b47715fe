import { type Case, type Id, refOf } from "@parley/case";
import { type Dispute, type PositionCell, positionsTable } from "@parley/settlement";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { useWidth } from "../design/chart.tsx";
import { Select, TextField } from "../design/field.tsx";
import { Empty } from "../design/states.tsx";
import { StandingTag, Tag } from "../design/tag.tsx";
import { NewButton } from "../edit/editing.tsx";
import { Screen } from "../frame/screen.tsx";
import { actorName } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { CellPanel } from "./cell-panel.tsx";
import { Matrix } from "./matrix.tsx";
import "./positions.css";

const RECORD = "-";

/** Positions: who wants what on each issue, what they rule out, and on what evidence. */
export function PositionsPage(): ReactNode {
  const { held } = useCaseData();
  const navigate = useNavigate();
  const { of, on, seen, show } = useSearch({ from: "/c/$case/positions" });
  const [filter, setFilter] = useState("");
  const [place, width] = useWidth();
  const viewers = useMemo(() => viewersOf(held), [held]);
  const viewer = viewers.includes(seen ?? "") ? seen : undefined;
  const table = useMemo(
    () => positionsTable(held, viewer === undefined ? {} : { seenBy: viewer }),
    [held, viewer],
  );
  const cells = useMemo(
    () => new Map(table.cells.map((cell) => [`${cell.party} ${cell.issue}`, cell])),
    [table],
  );
  const issues = useMemo(() => {
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
    return table.issues.filter((issue) => {
      const says = [
        held.nameOf(refOf("issue", issue)),
        ...table.parties.flatMap((party) =>
          (cells.get(`${party} ${issue}`)?.positions ?? []).flatMap((p) => [...p.wants, ...p.rejects]),
        ),
      ]
        .join(" ")
        .toLowerCase();
      return words.every((word) => says.includes(word));
    });
  }, [filter, table, cells, held]);
  const go = (to: { of?: Id | undefined; on?: Id | undefined; seen?: Id | undefined }): void =>
    void navigate({ to: ".", search: (s) => ({ ...s, show: undefined, ...to }) });
  const about = t("positions.about");
  const some = table.parties.length > 0 && table.issues.length > 0;
  const tools = some ? (
    <>
      <TextField
        label={t("positions.filter")}
        hideLabel
        placeholder={t("positions.filter")}
        type="search"
        className="positions-filter"
        value={filter}
        onChange={setFilter}
      />
      <Select
        label={t("positions.seenBy")}
        inline
        value={viewer ?? RECORD}
        options={[
          { id: RECORD, name: t("positions.record") },
          ...viewers.map((id) => ({ id, name: actorName(held, id) })),
        ]}
        onChange={(to) => go({ seen: to === RECORD ? undefined : to })}
      />
      <span className="row push">
        <NewButton kind="position">{t("positions.new")}</NewButton>
        <NewButton kind="issue">{t("positions.newIssue")}</NewButton>
      </span>
    </>
  ) : undefined;
  const open =
    of !== undefined && on !== undefined && show === undefined ? { party: of, issue: on } : undefined;
  const panel =
    open === undefined ? undefined : (
      <CellPanel
        party={open.party}
        issue={open.issue}
        viewer={viewer}
        cell={cells.get(`${open.party} ${open.issue}`)}
        onClose={() => go({ of: undefined, on: undefined })}
      />
    );
  return (
    <Screen title={t("nav.positions")} about={about} tools={tools} panel={panel} testId="positions">
      {some ? (
        <div ref={place} className="positions">
          {viewer === undefined ? null : (
            <p className="strip">{t("positions.viewerNote", { who: actorName(held, viewer) })}</p>
          )}
          {issues.length === 0 ? (
            <Empty title={t("positions.noMatch", { words: filter })} />
          ) : (
            <Matrix
              label={t("positions.table")}
              width={width}
              corner={t("positions.corner", { count: table.issues.length })}
              columns={table.parties.map((id) => ({
                id,
                heading: (
                  <bdi className="matrix-name" title={actorName(held, id)}>
                    {actorName(held, id)}
                  </bdi>
                ),
              }))}
              rows={issues.map((id) => ({
                id,
                heading: <IssueHeading issue={id} dispute={table.disputes[id] ?? "not known"} />,
              }))}
              cell={(issue, party) => <Cell cell={cells.get(`${party} ${issue}`)} viewer={viewer} />}
              open={open === undefined ? undefined : { row: open.issue, column: open.party }}
              onOpen={(issue, party) => go({ of: party, on: issue })}
            />
          )}
        </div>
      ) : (
        <Nothing />
      )}
    </Screen>
  );
}

/** Those whose picture of others' positions is in the case. */
function viewersOf(held: Case): Id[] {
  const ids = new Set(held.inForce("position").flatMap((p) => p.seenBy ?? []));
  return [...ids].sort((a, b) => actorName(held, a).localeCompare(actorName(held, b)));
}

function IssueHeading({ issue, dispute }: { issue: Id; dispute: Dispute }): ReactNode {
  const { held } = useCaseData();
  const sharp = dispute === "red line" || dispute === "ruled out";
  return (
    <>
      <bdi className="matrix-name">{held.nameOf(refOf("issue", issue))}</bdi>
      <Tag warn={sharp}>{t(`dispute.${dispute}`)}</Tag>
    </>
  );
}

/** What a party wants, in a few words. Nothing known looks other than a position of which the content is not known. */
function Cell({ cell, viewer }: { cell: PositionCell | undefined; viewer: Id | undefined }): ReactNode {
  const { held } = useCaseData();
  const positions = cell?.positions ?? [];
  if (positions.length === 0) return <span className="cell-unknown">{t("positions.unknown")}</span>;
  return (
    <>
      {viewer !== undefined && cell?.pictured === true ? <Tag warn>{t("positions.pictured")}</Tag> : null}
      {positions.map((p) => (
        <div key={p.id} className="cell-position">
          <p className="cell-wants" dir="auto">
            {p.wants.length > 0
              ? p.wants.join("; ")
              : p.rejects.length > 0
                ? null
                : t("positions.whichUnknown")}
          </p>
          {p.rejects.length === 0 ? null : (
            <p className="cell-rejects" dir="auto">
              <span className="cell-not">{t("positions.not")}</span> {p.rejects.join("; ")}
            </p>
          )}
          <span className="tags">
            <StandingTag standing={p.standing} />
            <Tag warn={p.firmness === "red line"}>{t(`choice.${p.firmness}`)}</Tag>
            {p.about === undefined ? null : (
              <Tag>{t("positions.aboutAct", { who: actorName(held, p.about) })}</Tag>
            )}
          </span>
        </div>
      ))}
    </>
  );
}

/** What to do first. */
function Nothing(): ReactNode {
  const { held, name } = useCaseData();
  const parties = held.parties().length;
  const issues = held.inForce("issue").length;
  return (
    <Empty title={t("positions.empty")}>
      <p>{t("positions.emptyTodo")}</p>
      <ol className="todo">
        <li>
          <Link to="/c/$case/record/{-$source}" params={{ case: name }} search={(s) => ({ level: s.level })}>
            {t("positions.todoClaims")}
          </Link>
        </li>
        <li>
          {t("positions.todoParties", { count: parties })}{" "}
          <NewButton kind="actor" preset={{ party: true }}>
            {t("positions.newParty")}
          </NewButton>
        </li>
        <li>
          {t("positions.todoIssues", { count: issues })}{" "}
          <NewButton kind="issue">{t("positions.newIssue")}</NewButton>
        </li>
        <li>
          {t("positions.todoPosition")} <NewButton kind="position">{t("positions.new")}</NewButton>
        </li>
      </ol>
    </Empty>
  );
}
