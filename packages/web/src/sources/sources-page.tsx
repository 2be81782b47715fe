import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { keys, useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { Segments } from "../design/segments.tsx";
import { Empty, Failed, Loading } from "../design/states.tsx";
import { Screen } from "../frame/screen.tsx";
import { RecordTabs } from "../record/record-tabs.tsx";
import { sources as words } from "../words/en/sources.ts";
import { addWords, t } from "../words/index.ts";
import { Documents } from "./documents.tsx";
import { Findings } from "./findings.tsx";
import { Gaps } from "./gaps.tsx";
import { inSight } from "./in-sight.ts";
import "./sources.css";

addWords(words);

const LISTS = ["documents", "gaps", "findings"] as const;
type List = (typeof LISTS)[number];

/** Sources: where documents come from, what is missing in them, and what does not fit. */
export function SourcesPage(): ReactNode {
  const { held, name, state } = useCaseData();
  const { list } = useSearch({ from: "/c/$case/sources" });
  const navigate = useNavigate({ from: "/c/$case/sources" });
  const open: List = LISTS.find((one) => one === list) ?? "documents";
  const answer = useQuery({
    queryKey: keys.examination(name, state.seq),
    queryFn: () => api.examination(name),
    // What was found of the case as it was is shown until it is found anew.
    placeholderData: (before) => before,
  });
  const examined = useMemo(
    () => (answer.data === undefined ? undefined : inSight(answer.data, held)),
    [answer.data, held],
  );
  const sources = held.all("source").filter((s) => s.review?.state !== "rejected");
  return (
    <Screen
      title={t("sources.title")}
      about={t("sources.about")}
      testId="sources"
      above={<RecordTabs />}
      tools={
        <Segments<List>
          label={t("sources.lists")}
          value={open}
          options={[
            { id: "documents", name: t("sources.listDocuments") },
            { id: "gaps", name: t("sources.listGaps") },
            { id: "findings", name: t("sources.listFindings") },
          ]}
          onChange={(to) =>
            void navigate({ search: (s) => ({ ...s, list: to === "documents" ? undefined : to }) })
          }
        />
      }
    >
      {sources.length === 0 ? (
        <Empty title={t("sources.empty")}>
          <p>{t("sources.emptyTodo")}</p>
        </Empty>
      ) : (
        <>
          {answer.isPending && open !== "gaps" ? <Loading what={t("sources.examining")} /> : null}
          {answer.isError && open !== "gaps" ? (
            <Failed error={answer.error} onRetry={() => void answer.refetch()} />
          ) : null}
          {open === "documents" ? <Documents sources={sources} examined={examined} /> : null}
          {open === "gaps" ? <Gaps /> : null}
          {open === "findings" && examined !== undefined ? <Findings found={examined.findings} /> : null}
        </>
      )}
      <details className="method">
        <summary>{t("method.title")}</summary>
        <p>{t("sources.method")}</p>
      </details>
    </Screen>
  );
}
