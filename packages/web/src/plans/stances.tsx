import { formatTime, type Plan, refOf } from "@parley/case";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { t } from "../words/index.ts";

interface Row {
  plan: Plan;
  actor: string;
  stance: NonNullable<Plan["stances"]>[number]["stance"];
  when?: string | undefined;
  why?: string | undefined;
  /** The first passage or claim it rests on. */
  on?: `passage:${string}` | `claim:${string}` | undefined;
}

/** Who wrote, backs and objects to each plan, each with what that rests on. */
export function Stances({ plans }: { plans: readonly Plan[] }): ReactNode {
  const { held } = useCaseData();
  const rows = plans.flatMap((plan): Row[] => [
    ...(plan.author ?? []).map((actor): Row => ({ plan, actor, stance: "drafts" })),
    ...(plan.backers ?? []).map((actor): Row => ({ plan, actor, stance: "backs" })),
    ...(plan.stances ?? []).map(({ actor, stance, when, why, basis }): Row => {
      const [passage] = basis?.passages ?? [];
      const [claim] = basis?.claims ?? [];
      return {
        plan,
        actor,
        stance,
        when: when === undefined ? undefined : (when.text ?? formatTime(when)),
        why,
        on: passage !== undefined ? `passage:${passage}` : claim === undefined ? undefined : `claim:${claim}`,
      };
    }),
  ]);
  return (
    <div className="plan-part">
      <h2>{t("plans.stances")}</h2>
      <DataTable<Row>
        label={t("plans.stances")}
        empty={t("plans.noStances")}
        rows={rows}
        keyOf={(row) => `${row.plan.id} ${row.actor} ${row.stance} ${row.when ?? ""}`}
        columns={[
          {
            id: "who",
            name: t("word.who"),
            heading: true,
            sortBy: (row) => held.nameOf(refOf("actor", row.actor)),
            cell: (row) => <bdi>{held.nameOf(refOf("actor", row.actor))}</bdi>,
          },
          {
            id: "plan",
            name: t("kind.plan"),
            sortBy: (row) => row.plan.name,
            cell: (row) => <bdi>{row.plan.name}</bdi>,
          },
          {
            id: "stance",
            name: t("plans.stance"),
            sortBy: (row) => row.stance,
            cell: (row) => <Tag warn={row.stance === "objects"}>{t(`choice.${row.stance}`)}</Tag>,
          },
          { id: "when", name: t("plans.whenSaid"), sortBy: (row) => row.when, cell: (row) => row.when ?? "" },
          { id: "why", name: t("plans.because"), cell: (row) => <bdi>{row.why}</bdi> },
          {
            id: "on",
            name: t("plans.restsOn"),
            cell: (row) => <ShowLink of={row.on ?? refOf("plan", row.plan.id)}>{t("word.why")}</ShowLink>,
          },
        ]}
      />
    </div>
  );
}
