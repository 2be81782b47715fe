import { type Ref, refOf } from "@parley/case";
import type { inclusionFromCase, Inclusion as Row } from "@parley/settlement";
import type { ReactNode } from "react";
import { resultAt, useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { Tag } from "../design/tag.tsx";
import { NewButton } from "../edit/editing.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { t } from "../words/index.ts";

/** Party × table against what is at stake for each, and where something would be decided over somebody's head. */
export function Inclusion({ inclusion }: { inclusion: ReturnType<typeof inclusionFromCase> }): ReactNode {
  const data = useCaseData();
  const { held } = data;
  const { rows, tables, warnings } = inclusion;
  const name = (id: string): string => held.nameOf(refOf("actor", id));
  return (
    <div className="coalition-part">
      <div className="row">
        <h2>{t("inclusion.title")}</h2>
        {resultAt(data, "result:inclusion") === undefined ? null : (
          <ShowLink of="result:inclusion">{t("deadlocks.inBrief")}</ShowLink>
        )}
      </div>
      {warnings.length === 0 ? null : (
        <ul className="coalition-warnings">
          {warnings.map(({ of, party, issue, what, lacks }) => (
            <li key={`${of ?? ""} ${party} ${issue} ${what}`}>
              <Tag warn>{t("inclusion.overHead")}</Tag>{" "}
              <span dir="auto">
                {t("inclusion.disposes", {
                  what: t(`choice.${what}` as "choice.land", { defaultValue: what }),
                  who: name(party),
                  draft: of === undefined ? held.nameOf(refOf("issue", issue)) : held.nameOf(of as Ref),
                })}{" "}
                {lacks
                  .map((one) => t(one === "a seat" ? "inclusion.noSeat" : "inclusion.noConsent"))
                  .join(" ")}
              </span>{" "}
              <ShowLink of={(of as Ref | undefined) ?? refOf("issue", issue)}>{t("word.why")}</ShowLink>
            </li>
          ))}
        </ul>
      )}
      <DataTable<Row>
        label={t("inclusion.title")}
        empty={t("inclusion.noParties")}
        rows={rows}
        keyOf={(row) => row.party}
        columns={[
          {
            id: "party",
            name: t("word.party"),
            heading: true,
            sortBy: (row) => name(row.party),
            cell: (row) => (
              <ShowLink of={refOf("actor", row.party)}>
                <bdi>{name(row.party)}</bdi>
              </ShowLink>
            ),
          },
          {
            id: "stake",
            name: t("inclusion.stake"),
            sortBy: (row) => ["high", "some", "not known"].indexOf(row.stake),
            cell: (row) => <Stake row={row} />,
          },
          ...tables.map((table) => ({
            id: `table ${table}`,
            name: table,
            cell: (row: Row) => {
              const seat = row.seats[table];
              return seat === undefined ? (
                <span className="soft">{t("seat.not said")}</span>
              ) : (
                <Tag warn={row.stake === "high" && seat !== "in"}>{t(`seat.${seat}`)}</Tag>
              );
            },
          })),
          {
            id: "consent",
            name: t("inclusion.consent"),
            cell: (row) => (row.consents ? t("yes") : t("no")),
          },
        ]}
      />
      {tables.length > 0 ? null : (
        <p className="row">
          <span className="soft">{t("inclusion.noTables")}</span>
          {held.inForce("consent").length === 0 ? (
            <NewButton kind="consent">{t("coalitions.newConsent")}</NewButton>
          ) : null}
        </p>
      )}
    </div>
  );
}

/** How much is at stake, and on what. */
function Stake({ row }: { row: Row }): ReactNode {
  const { held } = useCaseData();
  return (
    <>
      <Tag>{t(`stake.${row.stake}`)}</Tag>{" "}
      {row.stakes.slice(0, 4).map((one) => (
        <span key={`${one.issue} ${one.why} ${one.what ?? ""}`} className="stake-why">
          <bdi>{held.nameOf(refOf("issue", one.issue))}</bdi>{" "}
          <span className="soft">
            {one.why === "disposed of"
              ? t("stake.disposed", {
                  what: t(`choice.${one.what}` as "choice.land", { defaultValue: one.what ?? "" }),
                })
              : t(`stake.${one.why}`)}
          </span>
        </span>
      ))}
      {row.stakes.length > 4 ? (
        <span className="soft">{t("stake.more", { count: row.stakes.length - 4 })}</span>
      ) : null}
    </>
  );
}
