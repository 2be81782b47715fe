import { LEVELS } from "@parley/case";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { Disclosed } from "../design/disclosed.tsx";
import { Select, TextField } from "../design/field.tsx";
import { Icon } from "../design/icon.tsx";
import { day, t } from "../words/index.ts";

/** What of the case is in sight: up to which handling level, and as known on which day. The button says what is in force. */
export function ViewButton(): ReactNode {
  const { level, knownOn } = useCaseData();
  // Without a `from`: where one is stays, whatever screen it is.
  const navigate = useNavigate();
  const levelWord = level === "sealed" ? t("frame.everything") : t(`level.${level}`);
  const knownWord = knownOn === undefined ? t("frame.today") : day(knownOn);
  const inForce = t("frame.viewIs", { level: levelWord, known: knownWord });
  const unusual = level !== "sealed" || knownOn !== undefined;
  const show = (to: { level?: typeof level | undefined; known?: string | undefined }): void =>
    void navigate({ to: ".", search: (s) => ({ ...s, ...to }), replace: true });
  return (
    <Disclosed
      label={t("frame.viewLabel", { view: inForce })}
      marked={unusual}
      face={
        <>
          <Icon of="view" />
          <span className="view-words">{inForce}</span>
        </>
      }
    >
      <Select
        label={t("frame.level")}
        help={t("frame.levelHelp")}
        value={level}
        options={LEVELS.map((id) => ({
          id,
          name: id === "sealed" ? t("frame.everything") : t(`level.${id}`),
        }))}
        onChange={(to) => show({ level: to === "sealed" ? undefined : to })}
      />
      <TextField
        label={t("frame.known")}
        help={t("frame.knownHelp")}
        type="date"
        value={knownOn ?? ""}
        onChange={(to) => show({ known: to === "" ? undefined : to })}
      />
      {unusual ? (
        <Button small onPress={() => show({ level: undefined, known: undefined })}>
          {t("frame.viewAll")}
        </Button>
      ) : null}
    </Disclosed>
  );
}
