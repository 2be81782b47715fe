import type { PackageJson, Verdict, WinningChange } from "@parley/settlement";
import type { ReactNode } from "react";
import type { Asked } from "../analysis/asked.ts";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { actorName } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import type { Fate } from "./tasks.ts";
import { choiceWords, figure, listed } from "./words.ts";

/** For each party that would not accept: the smallest change that would win it and lose nobody. */
export function Changes({
  verdicts,
  fate,
  onTake,
}: {
  verdicts: readonly Verdict[];
  fate: Asked<Fate>;
  onTake(chosen: PackageJson): void;
}): ReactNode {
  const { held } = useCaseData();
  const against = verdicts.filter((v) => !v.acceptable);
  if (against.length === 0 || fate.state !== "done") return null;
  return (
    <section className="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{t("packages.changes")}</h2>
      {against.map(({ party }) => {
        const who = actorName(held, party);
        const all = fate.value.changes.find((one) => one.party === party);
        if (all === undefined) return null;
        return (
          <div key={party} className="changes-party">
            <h3 dir="auto">{who}</h3>
            {all.found.length === 0 ? (
              <p>{t(all.upTo === 1 ? "packages.noChangeCapped" : "packages.noChange", { who })}</p>
            ) : (
              <ul className="links">
                {all.found.map((one) => (
                  <li key={JSON.stringify(one.changes)} className="row">
                    <span className="grow" dir="auto">
                      {listed(Object.entries(one.changes).map((c) => choiceWords(held, c)))}{" "}
                      <span className="soft">{costWords(one, party)}</span>
                    </span>
                    <Button small onPress={() => onTake(one.package)}>
                      {t("packages.try")}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </section>
  );

  function costWords(one: WinningChange, party: string): string {
    const losing = Object.entries(one.differences).filter(([id, d]) => id !== party && d < 0);
    const losses =
      losing.length === 0
        ? t("packages.costsNobody")
        : t("packages.costs", {
            whom: listed(
              losing.map(([id, d]) => t("packages.costOne", { who: actorName(held, id), value: figure(-d) })),
            ),
          });
    return one.holds ? `${losses} ${t("packages.thenHolds")}` : losses;
  }
}
