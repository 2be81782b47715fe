import { refOf } from "@parley/case";
import type { Agreed } from "@parley/settlement";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { day, t } from "../words/index.ts";

/** Tables that say what they have closed: what of it holds, and what is provisional until the rest is closed. */
export function AgreedTables({ tables }: { tables: readonly Agreed[] }): ReactNode {
  const { held } = useCaseData();
  if (tables.length === 0) return null;
  return (
    <div className="coalition-part">
      <h2>{t("agreed.title")}</h2>
      <DataTable<Agreed>
        label={t("agreed.title")}
        rows={tables}
        keyOf={(one) => one.table}
        columns={[
          { id: "table", name: t("agreed.table"), heading: true, cell: (one) => <bdi>{one.table}</bdi> },
          {
            id: "stands",
            name: t("agreed.stands"),
            cell: (one) => (
              <>
                <Tag warn={one.stands === "provisional"}>{t(`agreed.is.${one.stands}`)}</Tag>{" "}
                <span className="soft">
                  {t("agreed.of", { closed: one.closed.length, all: one.closed.length + one.open.length })}
                </span>
                {one.nothingUntilAll ? <span className="soft line-below">{t("agreed.rule")}</span> : null}
              </>
            ),
          },
          {
            id: "closed",
            name: t("agreed.closed"),
            cell: (one) =>
              one.closed.map(({ issue, option, on }) => (
                <span key={issue} className="line-below">
                  <ShowLink of={refOf("issue", issue)}>
                    <bdi>{held.nameOf(refOf("issue", issue))}</bdi>
                  </ShowLink>{" "}
                  <span className="soft">
                    <bdi>
                      {option === undefined ? "" : (held.get("issue", issue)?.options?.[option] ?? option)}
                    </bdi>{" "}
                    {on === undefined ? "" : day(on)}
                  </span>
                </span>
              )),
          },
          {
            id: "open",
            name: t("agreed.open"),
            cell: (one) => one.open.map((issue) => held.nameOf(refOf("issue", issue))).join(", "),
          },
        ]}
      />
    </div>
  );
}
