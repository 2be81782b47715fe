import type { ReactNode } from "react";
import { Screen } from "../frame/screen.tsx";
import { t } from "../words/index.ts";

export function PackagesPage(): ReactNode {
  return (
    <Screen title={t("nav.packages")} about={t("packages.about")} testId="packages">
      <p />
    </Screen>
  );
}
