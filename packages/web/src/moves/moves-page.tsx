import type { ReactNode } from "react";
import { Screen } from "../frame/screen.tsx";
import { t } from "../words/index.ts";

export function MovesPage(): ReactNode {
  return (
    <Screen title={t("nav.moves")} about={t("moves.about")} testId="moves">
      <p />
    </Screen>
  );
}
