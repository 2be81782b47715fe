import type { CaseEntry } from "@parley/server/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { keys } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { Button } from "../design/button.tsx";
import { TextField } from "../design/field.tsx";
import { Empty, Failed, Loading } from "../design/states.tsx";
import { Tag } from "../design/tag.tsx";
import { day, t } from "../words/index.ts";
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
  const cases = (answer.data ?? []).filter((entry) => entry.type === "case");
  const examples = (answer.data ?? []).filter((entry) => entry.type === "example");
  const failed = create.error ?? open.error;
  return (
    <main className="page start">
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
      </section>
      <section aria-labelledby="cases">
        <h2 id="cases">{t("start.cases")}</h2>
        {answer.isPending ? <Loading what={t("start.loading")} /> : null}
        {answer.isError ? <Failed error={answer.error} onRetry={() => void answer.refetch()} /> : null}
        {answer.data !== undefined && cases.length === 0 ? <Empty title={t("start.noCases")} /> : null}
        <ul className="entries">
          {cases.map((entry) => (
            <li key={entry.name}>
              <Link to="/c/$case/record/{-$source}" params={{ case: entry.name }} className="entry">
                <bdi className="entry-title">{entry.title}</bdi>
                <span className="soft">
                  {[
                    entry.documents === undefined ? "" : t("start.documents", { count: entry.documents }),
                    entry.changedAt === undefined ? "" : t("start.changed", { on: day(entry.changedAt) }),
                  ]
                    .filter((words) => words !== "")
                    .join(" · ")}
                </span>
                {entry.encrypted ? <Tag>{t("start.encrypted")}</Tag> : null}
              </Link>
            </li>
          ))}
        </ul>
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
