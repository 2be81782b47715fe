import type { ReactNode } from "react";
import { Screen } from "../frame/screen.tsx";
import { t } from "../words/index.ts";

export function DeadlocksPage(): ReactNode {
  return (
    <Screen title={t("nav.deadlocks")} about={t("deadlocks.about")} testId="deadlocks">
      <p />
    </Screen>
  );
}
