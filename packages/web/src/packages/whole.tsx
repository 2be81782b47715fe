import type { PackageJson, SettleResult } from "@parley/settlement";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { DataTable } from "../design/data-table.tsx";
import { actorName } from "../thread/describe.ts";
import { count, t } from "../words/index.ts";
import { figure, listed, obstacleWords, packageWords } from "./words.ts";

export const RULES = ["nash", "kalaiSmorodinsky", "egalitarian", "utilitarian"] as const;

/** The packages that bargaining theory picks out, each of which can be taken as a start. */
export function Solutions({
  result,
  onTake,
}: {
  result: SettleResult;
  onTake(chosen: PackageJson): void;
}): ReactNode {
  const { held } = useCaseData();
  const rows = RULES.flatMap((rule) => {
    const solution = result.solutions[rule];
    return solution === null ? [] : [{ ...solution, rule }];
  });
  if (rows.length === 0) return null;
  return (
    <div className="solutions">
      <h2>{t("packages.solutions")}</h2>
      <p className="soft">{t("packages.solutionsNote")}</p>
      <DataTable
        label={t("packages.solutions")}
        rows={rows}
        keyOf={(row) => row.rule}
        columns={[
          {
            id: "rule",
            name: t("packages.rule"),
            heading: true,
            cell: (row) => (
              <>
                {t(`rule.${row.rule}`)}
                <p className="soft">
                  {t(`rule.${row.rule}.name`)}
                  {row.ties.length === 0 ? "" : ` · ${t("packages.ties", { count: row.ties.length })}`}
                </p>
              </>
            ),
          },
          {
            id: "package",
            name: t("packages.package"),
            cell: (row) => <span dir="auto">{packageWords(held, row.package)}</span>,
          },
          {
            id: "values",
            name: t("packages.values"),
            cell: (row) =>
              Object.entries(row.values)
                .map(([id, value]) => `${actorName(held, id)} ${figure(value)}`)
                .join(" · "),
          },
          {
            id: "take",
            name: t("packages.take"),
            cell: (row) => (
              <Button
                small
                aria-label={t("packages.takeNamed", { rule: t(`rule.${row.rule}`) })}
                onPress={() => onTake(row.package)}
              >
                {t("packages.take")}
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}

/** How many packages everybody needed could accept; where none, what cannot stand together and what would open it. */
export function Zone({
  result,
  onTake,
}: {
  result: SettleResult;
  onTake(chosen: PackageJson): void;
}): ReactNode {
  const { held } = useCaseData();
  const why = result.whyNot;
  const packages = typeof result.packages === "number" ? count(result.packages) : result.packages;
  return (
    <section aria-labelledby="zone-title" className="zone">
      <h2 id="zone-title">{t("packages.zone")}</h2>
      <p>
        {result.acceptable === null
          ? t("packages.zoneUncounted", { packages })
          : t("packages.zoneIs", { count: result.acceptable, packages })}{" "}
        <span className="soft">
          {t("packages.zoneStatus", {
            status: result.status === "proved" ? t("result.proved") : result.status,
          })}
        </span>
      </p>
      {why === undefined ? null : (
        <>
          <h3>{t("packages.blocking")}</h3>
          {why.blocking.length === 0 ? <p className="soft">{t("packages.blockingUnknown")}</p> : null}
          <ul className="plain bullets">
            {why.blocking.map((set) => (
              <li key={JSON.stringify(set)} dir="auto">
                {listed(set.map((o) => obstacleWords(held, o)))}
              </li>
            ))}
          </ul>
          {why.relaxations.length === 0 ? null : (
            <>
              <h3>{t("packages.relaxations")}</h3>
              <ul className="plain bullets">
                {why.relaxations.map((one) => (
                  <li key={JSON.stringify(one.without)} dir="auto">
                    {listed(one.without.map((o) => obstacleWords(held, o)))}
                    <Lowering lower={one.lower} />{" "}
                    <Button small onPress={() => onTake(one.package)}>
                      {t("packages.seeThen")}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="soft">
            {t("packages.whyStatus", {
              n: why.upTo,
              status: why.status === "proved" ? t("result.proved") : why.status,
            })}
          </p>
        </>
      )}
    </section>
  );
}

/** By how much values of no deal would have to come down. */
function Lowering({ lower }: { lower: Readonly<Record<string, number>> }): ReactNode {
  const { held } = useCaseData();
  const parts = Object.entries(lower).map(([id, by]) =>
    t("packages.lower", { who: actorName(held, id), by: figure(by) }),
  );
  return parts.length === 0 ? null : <span className="soft"> ({listed(parts)})</span>;
}
