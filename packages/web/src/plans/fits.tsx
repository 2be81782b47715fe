import { refOf } from "@parley/case";
import type { Distance, DistanceCell, PlanOfCase } from "@parley/settlement";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { percent, t } from "../words/index.ts";

const FITS = ["red line", "rejected", "otherwise", "as wanted", "not known"] as const;

/** How far each plan is from what each party is known to want: counted, not averaged. */
export function Fits({ plans }: { plans: readonly PlanOfCase[] }): ReactNode {
  const { held } = useCaseData();
  const parties = plans[0]?.distances.map((one) => one.party) ?? [];
  if (parties.length === 0) return null;
  const of = (plan: PlanOfCase, party: string): Distance | undefined =>
    plan.distances.find((one) => one.party === party);
  return (
    <div className="plan-part">
      <h2>{t("plans.fits")}</h2>
      <DataTable<string>
        label={t("plans.fits")}
        rows={parties}
        keyOf={(party) => party}
        columns={[
          {
            id: "party",
            name: t("word.party"),
            heading: true,
            cell: (party) => <bdi>{held.nameOf(refOf("actor", party))}</bdi>,
          },
          ...plans.map((plan) => ({
            id: plan.id,
            name: plan.name,
            cell: (party: string) => <Fit distance={of(plan, party)} />,
          })),
        ]}
      />
      <p className="soft">{t("plans.fitsNote")}</p>
    </div>
  );
}

function Fit({ distance }: { distance: Distance | undefined }): ReactNode {
  const { held } = useCaseData();
  if (distance === undefined || distance.cells.length === 0)
    return <span className="soft">{t("plans.silent")}</span>;
  if (distance.counts["not known"] === distance.cells.length)
    return <span className="plan-unknown">{t("fit.not known")}</span>;
  const cells = FITS.flatMap((fit) =>
    distance.cells.filter((cell) => cell.fit === fit && fit !== "not known"),
  );
  return (
    <ul className="plain">
      {cells.map((cell) => (
        <li key={cell.issue}>
          <Tag warn={cell.fit === "red line" || cell.fit === "rejected"}>{t(`fit.${cell.fit}`)}</Tag>{" "}
          <Behind cell={cell}>
            <bdi>{held.nameOf(refOf("issue", cell.issue))}</bdi>
          </Behind>{" "}
          {cell.share === undefined || cell.share.high === 0 ? null : (
            <span className="soft">
              {t("plans.share", { low: percent(cell.share.low), high: percent(cell.share.high) })}
            </span>
          )}
        </li>
      ))}
      {distance.counts["not known"] === 0 ? null : (
        <li className="soft">{t("plans.notKnown", { count: distance.counts["not known"] })}</li>
      )}
    </ul>
  );
}

/** Leads to the position that a fit was judged by. */
function Behind({ cell, children }: { cell: DistanceCell; children: ReactNode }): ReactNode {
  const [first] = cell.positions;
  return first === undefined ? children : <ShowLink of={refOf("position", first)}>{children}</ShowLink>;
}
