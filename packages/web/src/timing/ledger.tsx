import type { Forecast, Question } from "@parley/case";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { RefLink } from "../thread/ref-link.tsx";
import { day, percent, t } from "../words/index.ts";

/** The forecasts made of a question, as they were sealed. */
export function Ledger({ question }: { question: Question }): ReactNode {
  const { held } = useCaseData();
  const forecasts = held.inForce("forecast").filter((f) => f.question === question.id);
  const option = (n: number): string => question.options?.[n] ?? t("timing.optionN", { n: n + 1 });
  return (
    <section className="ledger" aria-labelledby="ledger-title">
      <h3 id="ledger-title">{t("timing.ledger")}</h3>
      {forecasts.length === 0 ? (
        <p className="soft">{t("timing.noForecasts")}</p>
      ) : (
        <DataTable<Forecast>
          label={t("timing.ledger")}
          rows={forecasts}
          keyOf={(f) => f.id}
          columns={[
            {
              id: "on",
              name: t("timing.madeOn"),
              heading: true,
              sortBy: (f) => f.on,
              cell: (f) => <RefLink to={`forecast:${f.id}`}>{day(f.on)}</RefLink>,
            },
            { id: "by", name: t("timing.madeBy"), sortBy: (f) => f.by, cell: (f) => <bdi>{f.by}</bdi> },
            { id: "method", name: t("timing.method"), cell: (f) => f.method ?? t("unknown") },
            {
              id: "probabilities",
              name: t("timing.probabilities"),
              cell: (f) => (
                <ul className="plain">
                  {f.probabilities.map((p, n) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a probability is known by its option's place
                    <li key={n}>
                      <bdi>{option(n)}</bdi>: {percent(p)}
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              id: "seal",
              name: t("timing.seal"),
              cell: (f) => (f.seal === undefined ? t("timing.notSealed") : f.seal.slice(0, 12)),
            },
          ]}
        />
      )}
    </section>
  );
}
