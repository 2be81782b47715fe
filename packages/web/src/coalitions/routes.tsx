import { type Coalition, refOf } from "@parley/case";
import { routesFromCase } from "@parley/settlement";
import { Fragment, type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { ShowLink } from "../frame/screen.tsx";
import { actorName } from "../thread/describe.ts";
import { t, type WordKey } from "../words/index.ts";

/** Most ways shown to one party. */
const SHOWN = 8;

/** By whose ties the coalition could be heard by parties outside it. Nothing stands here where there is no way. */
export function Routes({ coalition }: { coalition: Coalition }): ReactNode {
  const { held, knownOn } = useCaseData();
  const routes = useMemo(
    () => routesFromCase(held, coalition, knownOn ?? held.info?.asOf),
    [held, coalition, knownOn],
  );
  if (routes.length === 0) return null;
  const targets = [...new Set(routes.map(({ to }) => to))];
  return (
    <section className="coalition-part" aria-labelledby="routes-title">
      <h2 id="routes-title">{t("routes.title")}</h2>
      <p className="soft">{t("routes.about")}</p>
      {targets.map((to) => (
        <Fragment key={to}>
          <h3 dir="auto">{t("routes.to", { who: actorName(held, to) })}</h3>
          <ul className="plain bullets">
            {routes
              .filter((route) => route.to === to)
              .slice(0, SHOWN)
              .map(({ from, ties }) => (
                <li key={ties.map((tie) => `${tie.id} ${tie.to}`).join(" ")}>
                  <bdi>{actorName(held, from)}</bdi>
                  {ties.map((tie) => (
                    <Fragment key={`${tie.id} ${tie.to}`}>
                      {", "}
                      <ShowLink of={refOf("tie", tie.id)}>
                        {t("routes.by", { type: t(`choice.${tie.type}` as WordKey) })}
                      </ShowLink>{" "}
                      <bdi>{actorName(held, tie.to)}</bdi>
                    </Fragment>
                  ))}
                </li>
              ))}
          </ul>
        </Fragment>
      ))}
    </section>
  );
}
