import type { ReactNode } from "react";
import { Button } from "../design/button.tsx";
import { Failed, Loading } from "../design/states.tsx";
import { percent, t } from "../words/index.ts";
import type { Asked } from "./asked.ts";

/** A computation that is not done: how far it is, or how it ended. */
export function Waiting({ asked }: { asked: Asked<unknown> }): ReactNode {
  if (asked.state === "running")
    return (
      <div className="state">
        <Loading
          what={`${t("waiting.computing")} ${asked.share > 0 ? t("waiting.share", { share: percent(asked.share) }) : ""}`}
        />
        <Button small onPress={asked.cancel}>
          {t("cancel")}
        </Button>
      </div>
    );
  if (asked.state === "cancelled")
    return (
      <div className="state" role="status">
        <p>{t("waiting.cancelled")}</p>
        <Button onPress={asked.again}>{t("retry")}</Button>
      </div>
    );
  if (asked.state === "failed") return <Failed error={asked.error} />;
  return null;
}
