import { refOf } from "@parley/case";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { Empty } from "../design/states.tsx";
import { Screen } from "../frame/screen.tsx";
import { RecordTabs } from "../record/record-tabs.tsx";
import { timeWords, titleOf } from "../thread/describe.ts";
import { RefLink } from "../thread/ref-link.tsx";
import { t } from "../words/index.ts";

/** Sources: where each document is from, and how far it can be relied on. */
export function SourcesPage(): ReactNode {
  const { held } = useCaseData();
  const sources = held.all("source").filter((source) => source.review?.state !== "rejected");
  return (
    <Screen title={t("sources.title")} about={t("sources.about")} testId="sources" above={<RecordTabs />}>
      {sources.length === 0 ? (
        <Empty title={t("record.empty")}>
          <p>{t("sources.emptyTodo")}</p>
        </Empty>
      ) : (
        <DataTable
          label={t("sources.list")}
          rows={sources}
          keyOf={(source) => source.id}
          columns={[
            {
              id: "title",
              name: t("sources.document"),
              heading: true,
              sortBy: (source) => titleOf(held, refOf("source", source.id)),
              cell: (source) => <RefLink to={refOf("source", source.id)} />,
            },
            {
              id: "publisher",
              name: t("meta.publisher"),
              sortBy: (source) => source.publisher,
              cell: (source) => <bdi>{source.publisher ?? t("meta.unknown")}</bdi>,
            },
            {
              id: "published",
              name: t("meta.published"),
              sortBy: (source) => source.published?.earliest,
              cell: (source) =>
                source.published === undefined ? t("meta.unknown") : timeWords(source.published),
            },
            {
              id: "reliability",
              name: t("meta.reliability"),
              sortBy: (source) => source.reliability,
              cell: (source) =>
                source.reliability === undefined && source.credibility === undefined
                  ? t("meta.unknown")
                  : t("meta.reliabilityIs", {
                      source: source.reliability ?? "?",
                      item: source.credibility ?? "?",
                    }),
            },
          ]}
        />
      )}
    </Screen>
  );
}
