import { refOf } from "@parley/case";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { Empty } from "../design/states.tsx";
import { NewButton } from "../edit/editing.tsx";
import { Screen } from "../frame/screen.tsx";
import { RecordTabs } from "../record/record-tabs.tsx";
import { timeWords } from "../thread/describe.ts";
import { RefLink } from "../thread/ref-link.tsx";
import { i18next, t } from "../words/index.ts";

/** Timeline: what happened, is said to have happened, or is to come, in the order of the days it speaks of. */
export function TimelinePage(): ReactNode {
  const { held } = useCaseData();
  const events = held.inForce("event");
  return (
    <Screen
      title={t("timeline.title")}
      about={t("timeline.about")}
      testId="timeline"
      above={<RecordTabs />}
      tools={
        <span className="row push">
          <NewButton kind="event">{t("timeline.new")}</NewButton>
        </span>
      }
    >
      {events.length === 0 ? (
        <Empty title={t("timeline.empty")}>
          <p>{t("timeline.emptyTodo")}</p>
        </Empty>
      ) : (
        <DataTable
          label={t("timeline.list")}
          rows={events}
          keyOf={(event) => event.id}
          columns={[
            {
              id: "when",
              name: t("timeline.when"),
              sortBy: (event) => event.when?.earliest ?? event.when?.latest,
              cell: (event) => (event.when === undefined ? t("timeline.noDay") : timeWords(event.when)),
            },
            {
              id: "what",
              name: t("timeline.what"),
              heading: true,
              sortBy: (event) => event.title,
              cell: (event) => <RefLink to={refOf("event", event.id)} />,
            },
            {
              id: "occurrence",
              name: t("timeline.occurrence"),
              sortBy: (event) => event.occurrence,
              cell: (event) => i18next.t(`choice.${event.occurrence}`, { defaultValue: event.occurrence }),
            },
          ]}
        />
      )}
    </Screen>
  );
}
