import type { ReactNode } from "react";
import { Screen } from "../frame/screen.tsx";
import { t } from "../words/index.ts";

export function PositionsPage(): ReactNode {
  return (
    <Screen title={t("nav.positions")} about={t("positions.about")} testId="positions">
      <p />
    </Screen>
  );
}
