import type { ReactNode } from "react";
import { RefField } from "../edit/ref-fields.tsx";
import { t } from "../words/index.ts";

/** One of many questions, found by typing. */
export function QuestionField({ value, onChoose }: { value: string; onChoose(id: string): void }): ReactNode {
  return (
    <RefField
      label={t("timing.question")}
      kind="question"
      value={value}
      onChange={(id) => {
        if (typeof id === "string") onChoose(id);
      }}
    />
  );
}
