import type { Change, PackageJson, Verdict } from "@parley/settlement";
import type { ReactNode } from "react";
import type { Asked } from "../analysis/asked.ts";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { actorName } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import type { Fate } from "./tasks.ts";
import { changeWords, figure, listed } from "./words.ts";

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
  if (fate.state !== "done") return null;
  // The hardest to win first, as they come.
  const { wins } = fate.value;
  const against = wins.filter(({ party }) => verdicts.some((v) => v.party === party && !v.acceptable));
  const [hardest] = against;
  if (hardest === undefined) return null;
  return (
    <section className="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{t("packages.changes")}</h2>
      {against.length === 1 ? null : <p>{t("packages.hardest", { who: actorName(held, hardest.party) })}</p>}
      {against.map((win) => {
        const { party } = win;
        const who = actorName(held, party);
        const all = fate.value.changes.find((one) => one.party === party);
        if (all === undefined) return null;
        return (
          <div key={party} className="changes-party">
            <h3 dir="auto">{who}</h3>
            {all.found.length === 0 ? (
              <>
                <p>{t(all.upTo === 1 ? "packages.noChangeCapped" : "packages.noChange", { who })}</p>
                {win.change === null ? (
                  <p>
                    {t("packages.cheapestNone", {
                      who,
                      status: win.status === "proved" ? t("result.proved") : win.status,
                    })}
                  </p>
                ) : (
                  <>
                    <p>{t("packages.cheapest", { who })}</p>
                    <ul className="links">
                      <ChangeItem change={win.change} onTake={onTake}>
                        {costWords(win.change, party)}
                      </ChangeItem>
                    </ul>
                  </>
                )}
              </>
            ) : (
              <ul className="links">
                {all.found.map((one) => (
                  <ChangeItem key={JSON.stringify(one.changes)} change={one} onTake={onTake}>
                    {costWords(one, party)}
                    {one.holds ? ` ${t("packages.thenHolds")}` : ""}
                  </ChangeItem>
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </section>
  );

  function costWords(one: Pick<Change, "differences">, party: string): string {
    const losing = Object.entries(one.differences).filter(([id, d]) => id !== party && d < 0);
    return losing.length === 0
      ? t("packages.costsNobody")
      : t("packages.costs", {
          whom: listed(
            losing.map(([id, d]) => t("packages.costOne", { who: actorName(held, id), value: figure(-d) })),
          ),
        });
  }
}

/** What of a package changes, with a button that takes it. */
export function ChangeItem({
  change,
  onTake,
  children,
}: {
  change: { changes: Readonly<Record<string, string | null>>; package: PackageJson };
  onTake(chosen: PackageJson): void;
  children: ReactNode;
}): ReactNode {
  const { held } = useCaseData();
  return (
    <li className="row">
      <span className="grow" dir="auto">
        {listed(Object.entries(change.changes).map((c) => changeWords(held, c)))}{" "}
        <span className="soft">{children}</span>
      </span>
      <Button small onPress={() => onTake(change.package)}>
        {t("packages.try")}
      </Button>
    </li>
  );
}
