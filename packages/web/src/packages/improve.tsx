import type { Change, PackageJson } from "@parley/settlement";
import type { ReactNode } from "react";
import type { Asked } from "../analysis/asked.ts";
import { useCaseData } from "../api/case-data.ts";
import { actorName } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { ChangeItem } from "./changes.tsx";
import type { Fate } from "./tasks.ts";
import { figure, listed } from "./words.ts";

/** Trades from the package that leave nobody worse and somebody better. */
export function Improve({
  fate,
  onTake,
}: {
  fate: Asked<Fate>;
  onTake(chosen: PackageJson): void;
}): ReactNode {
  const { held } = useCaseData();
  if (fate.state !== "done") return null;
  const { trades, best, status } = fate.value.better;
  const shown = best === null || trades.some((one) => same(one, best)) ? trades : [...trades, best];
  return (
    <section className="changes" aria-labelledby="improve-title">
      <h2 id="improve-title">{t("packages.improve")}</h2>
      {best === null && trades.length === 0 ? (
        <p>
          {t("packages.improveTop", {
            status: status === "proved" ? t("result.proved") : t("result.heuristic"),
          })}
        </p>
      ) : (
        <>
          <p className="soft">{t("packages.improveNote")}</p>
          {trades.length === 0 ? <p>{t("packages.improveNone")}</p> : null}
          <ul className="links">
            {shown.map((one) => (
              <ChangeItem key={JSON.stringify(one.changes)} change={one} onTake={onTake}>
                {gainWords(one)}
                {best !== null && same(one, best) ? ` ${t("packages.improveBest")}.` : ""}
              </ChangeItem>
            ))}
          </ul>
        </>
      )}
    </section>
  );

  function gainWords({ differences }: Change): string {
    const gaining = Object.entries(differences).filter(([, d]) => d > 0);
    return `${listed(gaining.map(([id, d]) => t("packages.gains", { who: actorName(held, id), value: figure(d) })))}.`;
  }
}

const same = (a: Change, b: Change): boolean => JSON.stringify(a.package) === JSON.stringify(b.package);
