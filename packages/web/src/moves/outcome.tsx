import type { ReactNode } from "react";
import { resultAt, useCaseData } from "../api/case-data.ts";
import { Loading } from "../design/states.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { t } from "../words/index.ts";
import { type Board, differs } from "./board.ts";

/** The result as the brief quotes it; and whether what is shown at this level or day differs from it. */
export function Outcome({ board }: { board: Board }): ReactNode {
  const data = useCaseData();
  const result = resultAt(data, "result:stability");
  const body = (): ReactNode => {
    if (data.resultsState === "loading") return <Loading what={t("result.loading")} />;
    if (data.resultsState === "failed") return <p className="callout">{t("moves.resultsFailed")}</p>;
    if (result === undefined) return <p className="callout">{t("moves.resultHidden")}</p>;
    return (
      <>
        {differs(board, result.value) ? <p className="callout">{t("moves.differs")}</p> : null}
        <ul className="outcome">
          {result.sentences.map((s) => (
            <li key={s.text}>
              <bdi>{s.text}</bdi>
            </li>
          ))}
        </ul>
        <p>
          <ShowLink of="result:stability">{t("moves.rests")}</ShowLink>
        </p>
      </>
    );
  };
  return (
    <section className="moves-part">
      <h2 id="moves-outcome">{t("moves.outcome")}</h2>
      {body()}
    </section>
  );
}
