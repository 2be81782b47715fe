import { type CaseInfo, isDay, LEVELS, type Level } from "@parley/case";
import { type ReactNode, useEffect, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { useEdits } from "../api/edits.ts";
import { useMe } from "../api/me.ts";
import { Button } from "../design/button.tsx";
import { Select, TextField } from "../design/field.tsx";
import { useAnnounce } from "../design/notices.tsx";
import { Segments } from "../design/segments.tsx";
import { THEMES } from "../design/theme.ts";
import { Screen } from "../frame/screen.tsx";
import { t } from "../words/index.ts";
import { LANGUAGES, type Language } from "../words/languages.ts";
import { LookForSettings } from "./look-for-settings.tsx";
import { ModelSettingsSection } from "./model-settings.tsx";
import { formatNaming, readNaming } from "./naming.ts";
import { setPreferences, usePreferences } from "./preferences.ts";
import "./settings.css";

/** What holds for the whole case, who works here, and how the workbench looks. */
export function SettingsPage(): ReactNode {
  return (
    <Screen title={t("settings.title")} about={t("settings.about")} testId="settings">
      <CaseSettings />
      <LookForSettings />
      <ModelSettingsSection />
      <WhoAmI />
      <Look />
    </Screen>
  );
}

function CaseSettings(): ReactNode {
  const { name, held, state } = useCaseData();
  const edits = useEdits(name);
  const announce = useAnnounce();
  const info: CaseInfo = held.info ?? { kind: "case", id: "case", title: state.title };
  // Each field is saved by itself, as one change that says which it was.
  const save = async (field: string, value: CaseInfo): Promise<boolean> => {
    const done = await edits.change({
      why: t("why.settings", { field }),
      edits: [{ kind: "case", id: "case", value }],
    });
    if (done) announce(t("settings.saved", { field }));
    return done;
  };
  return (
    <section className="settings" aria-labelledby="settings-case">
      <h2 id="settings-case">{t("settings.case")}</h2>
      <SavedField
        label={t("settings.caseTitle")}
        saved={info.title}
        check={(text) => (text.trim() === "" ? t("settings.titleNeeded") : undefined)}
        onSave={(title) => save(t("settings.caseTitle"), { ...info, title: title.trim() })}
      />
      <SavedField
        label={t("settings.caseAbout")}
        help={t("settings.caseAboutHelp")}
        lines={3}
        saved={info.about ?? ""}
        onSave={(about) => save(t("settings.caseAbout"), withField(info, "about", about.trim() || undefined))}
      />
      <SavedField
        label={t("settings.asOf")}
        help={t("settings.asOfHelp")}
        type="date"
        saved={info.asOf ?? ""}
        check={(text) => (text === "" || isDay(text) ? undefined : t("settings.dayNeeded", { text }))}
        onSave={(asOf) => save(t("settings.asOf"), withField(info, "asOf", asOf || undefined))}
      />
      <Select
        label={t("settings.newLevel")}
        help={t("settings.newLevelHelp")}
        value={info.newLevel ?? "team"}
        options={LEVELS.map((id) => ({ id, name: t(`level.${id}`) }))}
        onChange={(newLevel: Level) => void save(t("settings.newLevel"), { ...info, newLevel })}
      />
      <SavedField
        label={t("settings.naming")}
        help={t("settings.namingHelp")}
        lines={5}
        saved={formatNaming(info.naming)}
        check={(text) => {
          const read = readNaming(text);
          return read.wrong === undefined ? undefined : t("settings.namingWrong", { line: read.wrong });
        }}
        onSave={(text) => save(t("settings.naming"), withField(info, "naming", readNaming(text).naming))}
      />
    </section>
  );
}

/** The case with a field of another value, or without it. */
function withField<K extends "about" | "asOf" | "naming">(
  info: CaseInfo,
  field: K,
  value: CaseInfo[K] | undefined,
): CaseInfo {
  const { [field]: _, ...rest } = info;
  return (value === undefined ? rest : { ...rest, [field]: value }) as CaseInfo;
}

function WhoAmI(): ReactNode {
  const { by, setBy } = useMe();
  const announce = useAnnounce();
  return (
    <section className="settings" aria-labelledby="settings-me">
      <h2 id="settings-me">{t("settings.me")}</h2>
      {by === undefined ? null : (
        <SavedField
          label={t("settings.by")}
          help={t("settings.byHelp")}
          saved={by}
          check={(text) => (text.trim() === "" ? t("settings.byNeeded") : undefined)}
          onSave={async (name) => {
            const done = await setBy(name.trim());
            if (done) announce(t("settings.saved", { field: t("settings.by") }));
            return done;
          }}
        />
      )}
    </section>
  );
}

function Look(): ReactNode {
  const { theme, language } = usePreferences();
  return (
    <section className="settings" aria-labelledby="settings-look">
      <h2 id="settings-look">{t("settings.look")}</h2>
      <p className="soft">{t("settings.lookAbout")}</p>
      <div className="field">
        <span className="field-label">{t("settings.theme")}</span>
        <Segments
          label={t("settings.theme")}
          value={theme}
          options={THEMES.map((id) => ({ id, name: t(`settings.theme.${id}`) }))}
          onChange={(to) => setPreferences({ theme: to })}
        />
      </div>
      <Select<Language>
        label={t("settings.language")}
        help={t("settings.languageHelp")}
        value={language}
        options={(Object.keys(LANGUAGES) as Language[]).map((id) => ({ id, name: LANGUAGES[id].name }))}
        onChange={(to) => setPreferences({ language: to })}
      />
    </section>
  );
}

interface SavedFieldProps {
  label: string;
  saved: string;
  help?: string;
  lines?: number;
  type?: "text" | "date";
  /** What is wrong with it, if anything. */
  check?(text: string): string | undefined;
  /** Resolves to whether it was kept. */
  onSave(text: string): Promise<boolean>;
}

/** A field that is kept when asked to: checked while it is written, with its button beside it only when there is news. */
function SavedField({ label, saved, help, lines, type, check, onSave }: SavedFieldProps): ReactNode {
  const [text, setText] = useState(saved);
  // What was changed elsewhere appears here; what is being written here gives way to it only if it was untouched.
  useEffect(() => setText(saved), [saved]);
  const error = check?.(text);
  return (
    <form
      className="form settings-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (error === undefined && text !== saved) void onSave(text);
      }}
    >
      <TextField
        label={label}
        value={text}
        onChange={setText}
        error={error}
        {...(help === undefined ? {} : { help })}
        {...(lines === undefined ? {} : { lines })}
        {...(type === undefined ? {} : { type })}
      />
      {text === saved ? null : (
        <div className="row">
          <Button small look="main" type="submit" isDisabled={error !== undefined}>
            {t("settings.save")}
          </Button>
          <Button small onPress={() => setText(saved)}>
            {t("cancel")}
          </Button>
        </div>
      )}
    </form>
  );
}
