import type { PackageJson, Robustness, SettlementJson } from "@parley/settlement";
import { type ReactNode, useMemo } from "react";
import { Waiting } from "../analysis/waiting.tsx";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { DataTable } from "../design/data-table.tsx";
import { Tag } from "../design/tag.tsx";
import { actorName } from "../thread/describe.ts";
import { percent, t } from "../words/index.ts";
import type { Marked } from "./frontier-plot.tsx";
import { SEED, useCompared, WORLDS } from "./tasks.ts";
import { figure, packageWords } from "./words.ts";

/** Drafted packages and those that bargaining theory picks, by the share of worlds in which they hold. */
export function Compared({
  problem,
  marked,
  onTake,
}: {
  problem: SettlementJson;
  marked: readonly Marked[];
  onTake(chosen: PackageJson): void;
}): ReactNode {
  const { held } = useCaseData();
  const different = useMemo(() => {
    const byContent = new Map<string, { names: string[]; package: PackageJson }>();
    for (const one of marked) {
      const key = JSON.stringify(problem.issues.map(({ id }) => one.package[id] ?? null));
      const before = byContent.get(key);
      if (before === undefined) byContent.set(key, { names: [one.name], package: one.package });
      else before.names.push(one.name);
    }
    return [...byContent.values()];
  }, [problem, marked]);
  const packages = useMemo(() => different.map((one) => one.package), [different]);
  const asked = useCompared(problem, packages);
  if (different.length < 2) return null;
  if (asked.state !== "done" || asked.value.length !== different.length) return <Waiting asked={asked} />;
  const rows = different
    .map((one, n) => ({ ...one, fate: asked.value[n] as Robustness }))
    .sort((a, b) => b.fate.holds - a.fate.holds);
  const most = rows[0]?.fate.holds ?? 0;
  const regretted = rows.some((row) => row.fate.regret !== null);
  type Row = (typeof rows)[number];
  return (
    <div className="solutions">
      <h2>{t("packages.compared")}</h2>
      <p className="soft">
        {t("packages.comparedNote", { n: WORLDS, seed: SEED })} {regretted ? "" : t("packages.noRegret")}
      </p>
      <DataTable
        label={t("packages.compared")}
        rows={rows}
        keyOf={(row) => JSON.stringify(row.package)}
        columns={[
          {
            id: "name",
            name: t("packages.package"),
            heading: true,
            cell: (row) => (
              <>
                <bdi>{row.names.join("; ")}</bdi>{" "}
                {most > 0 && row.fate.holds === most ? <Tag>{t("packages.robust")}</Tag> : null}
                <p className="soft" dir="auto">
                  {packageWords(held, row.package)}
                </p>
              </>
            ),
          },
          {
            id: "holds",
            name: t("packages.holdsShare"),
            number: true,
            sortBy: (row: Row) => row.fate.holds,
            cell: (row: Row) => percent(row.fate.holds),
          },
          ...(regretted
            ? problem.parties.map(({ id }) => ({
                id,
                name: t("packages.regretOf", { who: actorName(held, id) }),
                number: true,
                sortBy: (row: Row) => row.fate.regret?.[id]?.mean,
                cell: (row: Row) => {
                  const regret = row.fate.regret?.[id];
                  return regret === undefined ? "" : figure(regret.mean);
                },
              }))
            : []),
          {
            id: "take",
            name: t("packages.take"),
            cell: (row) => (
              <Button
                small
                aria-label={t("packages.takeNamed", { rule: row.names.join("; ") })}
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
