import type { CaseEntry } from "@parley/server/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { keys } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { Button } from "../design/button.tsx";
import { TextField } from "../design/field.tsx";
import { useNotify } from "../design/notices.tsx";
import { Empty, Failed, Loading } from "../design/states.tsx";
import { Tag } from "../design/tag.tsx";
import { day, t } from "../words/index.ts";
import { Manage } from "./manage.tsx";
import "./start.css";

/** The cases of the folder, the examples, and a new case. */
export function StartPage(): ReactNode {
  const client = useQueryClient();
  const navigate = useNavigate();
  const answer = useQuery({ queryKey: keys.cases, queryFn: api.cases });
  const [title, setTitle] = useState("");
  useEffect(() => {
    document.title = t("app");
  }, []);
  const goTo = async (entry: CaseEntry): Promise<void> => {
    await client.invalidateQueries({ queryKey: keys.cases });
    await navigate({ to: "/c/$case/record/{-$source}", params: { case: entry.name } });
  };
  const create = useMutation({ mutationFn: api.create, onSuccess: goTo });
  const open = useMutation({
    mutationFn: (name: string) => api.openExample(name),
    onSuccess: async (entry) => {
      await client.invalidateQueries({ queryKey: keys.cases });
      await navigate({ to: "/c/$case/brief", params: { case: entry.name } });
    },
  });
  const bring = useMutation({
    mutationFn: (files: readonly File[]) => bringAll(files),
    onSettled: () => client.invalidateQueries({ queryKey: keys.cases }),
    onSuccess: (entries) => {
      const [only] = entries;
      if (entries.length === 1 && only !== undefined) void goTo(only);
      else notify({ tone: "done", text: t("start.brought", { count: entries.length }) });
    },
  });
  const notify = useNotify();
  const file = useRef<HTMLInputElement>(null);
  const [managed, setManaged] = useState<string>();
  const [find, setFind] = useState("");
  const [most, setMost] = useState(FIRST);
  const [over, setOver] = useState(false);
  const cases = (answer.data ?? []).filter((entry) => entry.type === "case");
  const examples = (answer.data ?? []).filter((entry) => entry.type === "example");
  const failed = create.error ?? open.error ?? bring.error;
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const found = cases.filter(({ name, title: called }) =>
    words.every((word) => `${called} ${name}`.toLowerCase().includes(word)),
  );
  const entry = cases.find(({ name }) => name === managed);
  return (
    <main
      className={over ? "page start start-over" : "page start"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer.files.length > 0) bring.mutate([...event.dataTransfer.files]);
      }}
    >
      <header>
        <h1>{t("app")}</h1>
        <p className="lead">{t("start.about")}</p>
      </header>
      {failed === null ? null : <Failed error={failed} />}
      <section aria-labelledby="new-case">
        <h2 id="new-case">{t("start.new")}</h2>
        <form
          className="row start-new"
          onSubmit={(event) => {
            event.preventDefault();
            if (title.trim() !== "") create.mutate(title.trim());
          }}
        >
          <TextField
            label={t("start.title")}
            hideLabel
            placeholder={t("start.title")}
            value={title}
            onChange={setTitle}
            className="grow"
          />
          <Button look="main" type="submit" isDisabled={title.trim() === "" || create.isPending}>
            {create.isPending ? t("start.creating") : t("start.create")}
          </Button>
        </form>
        <p className="soft">{t("start.newHelp")}</p>
        <p className="row">
          <Button isDisabled={bring.isPending} onPress={() => file.current?.click()}>
            {bring.isPending ? t("start.bringing") : t("start.bring")}
          </Button>
          <span className="soft">{t("start.bringHelp")}</span>
          <input
            ref={file}
            type="file"
            hidden
            multiple
            accept=".parley,.zip,.yaml,.yml"
            aria-label={t("start.bring")}
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = "";
              if (files.length > 0) bring.mutate(files);
            }}
          />
        </p>
      </section>
      <section aria-labelledby="cases">
        <h2 id="cases">{t("start.cases")}</h2>
        {answer.isPending ? <Loading what={t("start.loading")} /> : null}
        {answer.isError ? <Failed error={answer.error} onRetry={() => void answer.refetch()} /> : null}
        {answer.data !== undefined && cases.length === 0 ? <Empty title={t("start.noCases")} /> : null}
        {cases.length > MANY ? (
          <TextField
            label={t("start.find")}
            type="search"
            hideLabel
            placeholder={t("start.find")}
            value={find}
            onChange={setFind}
          />
        ) : null}
        {cases.length > MANY ? (
          <p className="soft" role="status">
            {t("start.found", { count: found.length })}
          </p>
        ) : null}
        <ul className="entries">
          {found.slice(0, most).map((one) => (
            <Entry key={one.name} entry={one} onManage={() => setManaged(one.name)} />
          ))}
        </ul>
        {found.length > most ? (
          <p>
            <Button onPress={() => setMost(most + 10 * FIRST)}>
              {t("start.more", { count: found.length - most })}
            </Button>
          </p>
        ) : null}
        {entry === undefined ? null : (
          <Manage
            key={`${entry.name} ${entry.encrypted}`}
            entry={entry}
            others={cases.filter((c) => c.name !== entry.name && c.error === undefined && !c.locked)}
            onClose={() => setManaged(undefined)}
          />
        )}
      </section>
      {examples.length === 0 ? null : (
        <section aria-labelledby="examples">
          <h2 id="examples">{t("start.examples")}</h2>
          <p className="soft">{t("start.examplesHelp")}</p>
          <ul className="entries">
            {examples.map((entry) => (
              <li key={entry.name} className="entry entry-row">
                <bdi className="entry-title">{entry.title}</bdi>
                <Button
                  small
                  aria-label={t("start.openExampleNamed", { title: entry.title })}
                  isDisabled={open.isPending}
                  onPress={() => open.mutate(entry.name.replace(/^example:/, ""))}
                >
                  {t("start.openExample")}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

/** The list is searched from so many cases on. */
const MANY = 8;
/** So many cases are drawn at first. */
const FIRST = 100;

/** Take in one file after the other: what fails says which. */
async function bringAll(files: readonly File[]): Promise<CaseEntry[]> {
  const entries: CaseEntry[] = [];
  for (const file of files) entries.push(await api.importCase(file));
  return entries;
}

/** A case of the folder: the way into it, how it stands, and what can be done with it. */
function Entry({ entry, onManage }: { entry: CaseEntry; onManage(): void }): ReactNode {
  const facts = [
    entry.documents === undefined ? "" : t("start.documents", { count: entry.documents }),
    entry.changedAt === undefined ? "" : t("start.changed", { on: day(entry.changedAt) }),
  ].filter((words) => words !== "");
  const title = <bdi className="entry-title">{entry.title}</bdi>;
  return (
    <li className="entry-line">
      {entry.error === undefined ? (
        <Link to="/c/$case/record/{-$source}" params={{ case: entry.name }} className="entry">
          {title}
          <span className="soft">{facts.join(" · ")}</span>
          {entry.locked === true ? (
            <Tag warn>{t("start.locked")}</Tag>
          ) : entry.encrypted ? (
            <Tag>{t("start.encrypted")}</Tag>
          ) : null}
        </Link>
      ) : (
        <div className="entry">
          {title}
          <Tag warn>{t("start.broken")}</Tag>
          <p className="entry-wrong">
            {entry.error.message} {entry.error.todo ?? t("start.brokenTodo")}
          </p>
        </div>
      )}
      <Button
        small
        look="quiet"
        aria-label={t("start.manageNamed", { title: entry.title })}
        onPress={onManage}
      >
        {t("start.manage")}
      </Button>
    </li>
  );
}
