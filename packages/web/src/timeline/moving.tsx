import { type Driver, refOf } from "@parley/case";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { choiceWord } from "../thread/describe.ts";
import { t } from "../words/index.ts";

/** An arrow says the same as the word beside it. */
const ARROWS = { rising: "↑", steady: "→", falling: "↓", unknown: "?" } as const;

/** Dimensions of the conflict, and whether each moves: the record's drivers. */
export function Moving(): ReactNode {
  const { held } = useCaseData();
  const drivers = held.inForce("driver");
  if (drivers.length === 0) return null;
  return (
    <div className="timeline-part">
      <h2>{t("timeline.moving")}</h2>
      <p className="soft">{t("timeline.movingNote")}</p>
      <DataTable<Driver>
        label={t("timeline.moving")}
        rows={drivers}
        keyOf={(one) => one.id}
        columns={[
          {
            id: "what",
            name: t("timeline.dimension"),
            heading: true,
            sortBy: (one) => one.name,
            cell: (one) => <ShowLink of={refOf("driver", one.id)}>{one.name}</ShowLink>,
          },
          {
            id: "trend",
            name: t("timeline.trend"),
            sortBy: (one) => one.trend,
            cell: (one) => (
              <>
                <span aria-hidden="true">{ARROWS[one.trend ?? "unknown"]} </span>
                {choiceWord(one.trend ?? "unknown")}
              </>
            ),
          },
          {
            id: "stands",
            name: t("timeline.stands"),
            sortBy: (one) => one.stands,
            cell: (one) => choiceWord(one.stands ?? "unknown"),
          },
        ]}
      />
    </div>
  );
}
