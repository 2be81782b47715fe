import { type Gap, type GapWeight, gapWeights, refOf } from "@parley/case";
import { type ReactNode, useMemo, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { DataTable } from "../design/data-table.tsx";
import { Empty } from "../design/states.tsx";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { FoundWords, GapFound } from "../gaps/gap-found.tsx";
import { titleOf } from "../thread/describe.ts";
import { RefLink } from "../thread/ref-link.tsx";
import { t } from "../words/index.ts";

/** Where words are missing, in the order of what hangs on them. */
export function Gaps(): ReactNode {
  const { held, thread, name } = useCaseData();
  const edits = useEdits(name);
  const weights = useMemo(() => gapWeights(held, thread), [held, thread]);
  const [finding, setFinding] = useState<Gap>();
  const closed = held.all("gap").filter((gap) => gap.found !== undefined && gap.review?.state !== "rejected");
  if (weights.length === 0 && closed.length === 0) return <Empty title={t("sources.gapsNone")} />;
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
          {
            id: "found",
            name: t("sources.lookedUp"),
            cell: ({ gap }) => (
              <Button
                small
                aria-label={`${t("gap.find")} ${gap.context.slice(0, 60)}`}
                onPress={() => setFinding(gap)}
              >
                {t("gap.find")}
              </Button>
            ),
          },
        ]}
      />
      {closed.length === 0 ? null : (
        <details>
          <summary>{t("sources.closed", { count: closed.length })}</summary>
          <ul className="plain">
            {closed.map((gap) => (
              <li key={gap.id} className="finding">
                <ShowLink of={refOf("gap", gap.id)}>{t(`gap.${gap.type}`)}</ShowLink>{" "}
                <bdi className="soft">{gap.context}</bdi>
                <FoundWords gap={gap} />
                <Button
                  small
                  aria-label={`${t("gap.reopen")} ${gap.context.slice(0, 60)}`}
                  onPress={() => {
                    const { found: _, ...value } = gap;
                    void edits.change({
                      why: t("why.gapReopened"),
                      edits: [{ kind: "gap", id: gap.id, value }],
                    });
                  }}
                >
                  {t("gap.reopen")}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <GapFound gap={finding} onClose={() => setFinding(undefined)} />
    </>
  );
}
