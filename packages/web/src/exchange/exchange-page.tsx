import type { ReactNode } from "react";
import { Screen } from "../frame/screen.tsx";
import { exchange as words } from "../words/en/exchange.ts";
import { addWords, t } from "../words/index.ts";
import { Give } from "./give.tsx";
import { Take } from "./take.tsx";
import "./exchange.css";

addWords(words);

/** Exchange: what leaves for other tools, cut to a level, and what comes from them, all of it proposed. */
export function ExchangePage(): ReactNode {
  return (
    <Screen title={t("exchange.title")} about={t("exchange.about")} testId="exchange">
      <div className="exchange">
        <Give />
        <Take />
      </div>
      <details className="method">
        <summary>{t("method.title")}</summary>
        <p>{t("exchange.method")}</p>
      </details>
    </Screen>
  );
}
