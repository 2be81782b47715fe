import type { ReactNode } from "react";
import { Screen } from "../frame/screen.tsx";
import { t } from "../words/index.ts";

export function TimingPage(): ReactNode {
  return (
    <Screen title={t("nav.timing")} about={t("timing.about")} testId="timing">
      <p />
    </Screen>
  );
}
