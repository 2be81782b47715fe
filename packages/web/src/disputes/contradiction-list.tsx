import type { Contradiction } from "@parley/case";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { titleOf } from "../thread/describe.ts";
import { RefLink } from "../thread/ref-link.tsx";
import { t } from "../words/index.ts";

/** What contradicts what, as far as a rule can tell, and where both stand. */
export function ContradictionList({ found }: { found: readonly Contradiction[] }): ReactNode {
  const { held } = useCaseData();
  if (found.length === 0) return null;
  return (
    <div className="contradictions">
      <h2>{t("disputes.contradictions")}</h2>
      <p className="soft">{t("disputes.contradictionsAbout")}</p>
      <DataTable
        label={t("disputes.contradictions")}
        rows={found}
        keyOf={(one) => `${one.rule} ${one.on.join(" ")} ${one.sides[0].join(" ")}`}
        columns={[
          {
            id: "what",
            name: t("disputes.contradiction"),
            heading: true,
            sortBy: (one) => titleOf(held, one.on[0] ?? "claim:"),
            cell: (one) => (
              <ul className="plain">
                {one.on.map((ref) => (
                  <li key={ref}>
                    <RefLink to={ref} />
                  </li>
                ))}
              </ul>
            ),
          },
          {
            id: "rule",
            name: t("disputes.ruleName"),
            sortBy: (one) => one.rule,
            cell: (one) => t(`disputes.rule.${one.rule}`),
          },
          {
            id: "where",
            name: t("disputes.where"),
            sortBy: (one) => one.within,
            cell: (one) =>
              one.within === undefined
                ? t("disputes.across")
                : t("disputes.within", { source: titleOf(held, `source:${one.within}`) }),
          },
        ]}
      />
    </div>
  );
}
