import { type CaseInfo, CLAIM_ACTS, type ClaimAct, LOOK_FOR, type LookFor } from "@parley/case";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { Select, TextField } from "../design/field.tsx";
import { useAnnounce } from "../design/notices.tsx";
import { t } from "../words/index.ts";
import { LOOK_LANGUAGES, readWords } from "./look-for.ts";

const EVERY = "-";

/** Words that the rules look for in this case beside their own: added, taken away, and tried on a text before. */
export function LookForSettings(): ReactNode {
  const { name, held, state } = useCaseData();
  const edits = useEdits(name);
  const announce = useAnnounce();
  const info: CaseInfo = held.info ?? { kind: "case", id: "case", title: state.title };
  const list = info.lookFor ?? [];
  const [what, setWhat] = useState<LookFor["what"]>("cue");
  const [words, setWords] = useState("");
  const [act, setAct] = useState<ClaimAct>("asserts");
  const [called, setCalled] = useState("");
  const [language, setLanguage] = useState(EVERY);
  const forms = readWords(words);
  const entry: LookFor | undefined =
    forms.length === 0
      ? undefined
      : {
          what,
          words: forms,
          ...(what === "cue" ? { act } : {}),
          ...((what === "issue" || what === "place") && called.trim() !== "" ? { name: called.trim() } : {}),
          ...(language === EVERY ? {} : { language }),
        };
  const save = async (lookFor: LookFor[], said: string): Promise<void> => {
    const { lookFor: _, ...rest } = info;
    const value: CaseInfo = lookFor.length === 0 ? rest : { ...rest, lookFor };
    const why = t("why.settings", { field: t("look.title") });
    if (await edits.change({ why, edits: [{ kind: "case", id: "case", value }] })) announce(said);
  };
  return (
    <section className="settings" aria-labelledby="settings-look-for" data-testid="look-for">
      <h2 id="settings-look-for">{t("look.title")}</h2>
      <p className="soft">{t("look.about")}</p>
      {list.length === 0 ? <p className="soft">{t("look.empty")}</p> : null}
      <ul className="look-list">
        {list.map((one, i) => (
          <li key={`${one.what} ${one.words.join(" ")}`} className="row">
            <span>
              <strong>{t(`look.what.${one.what}`)}</strong> <bdi>{one.words.join(", ")}</bdi>
              {one.act === undefined ? null : ` · ${t(`act.${one.act}`)}`}
              {one.name === undefined ? null : (
                <>
                  {" · "}
                  <bdi>{one.name}</bdi>
                </>
              )}
              {one.language === undefined ? null : ` · ${languageName(one.language)}`}
            </span>
            <Button
              small
              onPress={() =>
                void save(
                  list.filter((_, k) => k !== i),
                  t("look.removed", { words: one.words.join(", ") }),
                )
              }
            >
              {t("look.remove")}
              <span className="unseen"> {one.words.join(", ")}</span>
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="form settings-field"
        onSubmit={(event) => {
          event.preventDefault();
          if (entry === undefined) return;
          void save([...list, entry], t("look.added", { words: entry.words.join(", ") }));
          setWords("");
          setCalled("");
        }}
      >
        <Select<LookFor["what"]>
          label={t("look.kind")}
          value={what}
          options={LOOK_FOR.map((id) => ({ id, name: t(`look.what.${id}`) }))}
          onChange={setWhat}
        />
        <TextField label={t("look.words")} help={t("look.wordsHelp")} value={words} onChange={setWords} />
        {what === "cue" ? (
          <Select<ClaimAct>
            label={t("look.act")}
            value={act}
            options={CLAIM_ACTS.filter((id) => id !== "unknown").map((id) => ({ id, name: t(`act.${id}`) }))}
            onChange={setAct}
          />
        ) : null}
        {what === "issue" || what === "place" ? (
          <TextField label={t("look.name")} help={t("look.nameHelp")} value={called} onChange={setCalled} />
        ) : null}
        <Select
          label={t("look.language")}
          value={language}
          options={[
            { id: EVERY, name: t("look.everyLanguage") },
            ...LOOK_LANGUAGES.map((one) => ({ id: one.code as string, name: languageName(one.code) })),
          ]}
          onChange={setLanguage}
        />
        <div className="row">
          <Button look="main" type="submit" isDisabled={entry === undefined}>
            {t("look.add")}
          </Button>
        </div>
      </form>
      <TryWords name={name} lookFor={entry === undefined ? list : [...list, entry]} />
    </section>
  );
}

function languageName(code: string): string {
  const known = LOOK_LANGUAGES.find((one) => one.code === code);
  if (known === undefined) return code;
  return known.first ? t("look.firstPack", { name: known.name }) : known.name;
}

/** What the rules find in a text with the words of the list, the one being written included. */
function TryWords({ name, lookFor }: { name: string; lookFor: LookFor[] }): ReactNode {
  const [text, setText] = useState("");
  const tried = useMutation({ mutationFn: () => api.tryWords(name, { text, lookFor }) });
  return (
    <form
      className="form settings-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") tried.mutate();
      }}
    >
      <h3>{t("look.try")}</h3>
      <TextField
        label={t("look.tryText")}
        help={t("look.tryHelp")}
        lines={4}
        value={text}
        onChange={setText}
      />
      <div className="row">
        <Button small type="submit" isDisabled={text.trim() === "" || tried.isPending}>
          {t("look.tryDo")}
        </Button>
      </div>
      <div aria-live="polite" data-testid="tried">
        {tried.error === null ? null : <p className="field-error">{tried.error.message}</p>}
        {tried.data === undefined ? null : tried.data.proposals.length === 0 ? (
          <p>{t("look.nothing")}</p>
        ) : (
          <>
            <p>{t("look.found", { count: tried.data.proposals.length })}</p>
            <ul className="look-found">
              {tried.data.proposals.slice(0, 200).map((one) => (
                <li key={`${one.rule} ${one.range.join("-")}`}>
                  <strong>{one.kind}</strong> <q dir="auto">{one.text}</q>
                  <span className="soft"> {one.reason}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </form>
  );
}
