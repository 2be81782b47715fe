import { type GapWeight, gapWeights, refOf } from "@parley/case";
import { type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { Empty } from "../design/states.tsx";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { titleOf } from "../thread/describe.ts";
import { RefLink } from "../thread/ref-link.tsx";
import { t } from "../words/index.ts";

/** Where words are missing, in the order of what hangs on them. */
export function Gaps(): ReactNode {
  const { held, thread } = useCaseData();
  const weights = useMemo(() => gapWeights(held, thread), [held, thread]);
  if (weights.length === 0) return <Empty title={t("sources.gapsNone")} />;
  return (
    <>
      <p className="soft">{t("sources.gapsNote", { count: weights.length })}</p>
      <DataTable<GapWeight>
        label={t("sources.listGaps")}
        rows={weights}
        keyOf={(one) => one.gap.id}
        columns={[
          {
            id: "gap",
            name: t("sources.gap"),
            heading: true,
            cell: ({ gap }) => (
              <>
                <ShowLink of={refOf("gap", gap.id)}>{t(`gap.${gap.type}`)}</ShowLink>
                <bdi className="soft line-below">{gap.context}</bdi>
              </>
            ),
          },
          {
            id: "where",
            name: t("sources.where"),
            sortBy: ({ gap }) => titleOf(held, refOf("source", gap.source)),
            cell: ({ gap }) => <RefLink to={refOf("source", gap.source)} />,
          },
          {
            id: "hangs",
            name: t("sources.hangs"),
            cell: ({ conclusions, built, claims, undecided }) => {
              const parts = [
                conclusions.length === 0 ? "" : t("sources.conclusions", { count: conclusions.length }),
                built.length === 0 ? "" : t("sources.built", { count: built.length }),
                claims.length === 0 ? "" : t("sources.claimCount", { count: claims.length }),
              ].filter((words) => words !== "");
              return (
                <>
                  {parts.length === 0 ? (
                    <span className="soft">{t("sources.nothing")}</span>
                  ) : (
                    parts.join(" · ")
                  )}{" "}
                  {undecided === 0 ? null : <Tag warn>{t("sources.undecided", { count: undecided })}</Tag>}
                  {[...claims, ...built].slice(0, 3).map((ref) => (
                    <span key={ref} className="line-below">
                      <RefLink to={ref} />
                    </span>
                  ))}
                </>
              );
            },
          },
        ]}
      />
    </>
  );
}
