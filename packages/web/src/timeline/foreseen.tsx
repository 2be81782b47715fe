import { type Expectation, FORESEEN, type Foresight, foreseen, refOf } from "@parley/case";
import { type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { actorName, titleOf } from "../thread/describe.ts";
import { count, t } from "../words/index.ts";

/** What was said to be coming, what became of it, and how that turned out for whoever said it: numbers, no rate. */
export function ForeseenPart({ on }: { on: string | undefined }): ReactNode {
  const { held } = useCaseData();
  const { expectations, foresight } = useMemo(() => foreseen(held, on), [held, on]);
  if (expectations.length === 0) return null;
  const who = ({ by, sources }: Pick<Expectation, "by" | "sources">): string =>
    by !== undefined
      ? actorName(held, by)
      : sources
          .map((id) => held.get("source", id)?.byline ?? titleOf(held, refOf("source", id)))
          .join(", ") || t("timeline.ownVoice");
  return (
    <div className="timeline-part">
      <h2>{t("timeline.foreseen")}</h2>
      <p className="soft">{t("timeline.foreseenNote")}</p>
      <DataTable<Expectation>
        label={t("timeline.foreseen")}
        rows={expectations}
        keyOf={(one) => one.ref}
        columns={[
          {
            id: "what",
            name: t("timeline.what"),
            heading: true,
            cell: (one) => <ShowLink of={one.ref}>{titleOf(held, one.ref)}</ShowLink>,
          },
          { id: "who", name: t("timeline.saidBy"), sortBy: who, cell: (one) => <bdi>{who(one)}</bdi> },
          {
            id: "became",
            name: t("timeline.became"),
            sortBy: (one) => one.became,
            cell: (one) => <Tag warn={one.became === "not seen"}>{t(`timeline.became.${one.became}`)}</Tag>,
          },
        ]}
      />
      <DataTable<Foresight>
        label={t("timeline.foresight")}
        rows={foresight}
        keyOf={(one) => one.by ?? `of ${one.sources.join(" ")}`}
        columns={[
          {
            id: "who",
            name: t("timeline.saidBy"),
            heading: true,
            sortBy: who,
            cell: (one) => <bdi>{who(one)}</bdi>,
          },
          ...FORESEEN.map((became) => ({
            id: became,
            name: t(`timeline.became.${became}`),
            sortBy: (one: Foresight) => one.counts[became],
            cell: (one: Foresight) => count(one.counts[became]),
          })),
        ]}
      />
    </div>
  );
}
