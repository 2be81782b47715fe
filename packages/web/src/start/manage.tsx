import type { CaseEntry, MergeReply } from "@parley/server/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { keys } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Select, TextField } from "../design/field.tsx";
import { useNotify } from "../design/notices.tsx";
import { Failed } from "../design/states.tsx";
import { t } from "../words/index.ts";

interface Props {
  entry: CaseEntry;
  /** The other cases of the folder that can be merged in. */
  others: readonly CaseEntry[];
  onClose(): void;
}

/** What can be done with a case as a whole: its title, its file, a copy, its passphrase, a merge, the trash. */
export function Manage({ entry, others, onClose }: Props): ReactNode {
  const client = useQueryClient();
  const notify = useNotify();
  const open = entry.error === undefined && entry.locked !== true;
  const act = useMutation({
    mutationFn: (run: () => Promise<string>) => run(),
    onSuccess: (done) => {
      void client.invalidateQueries({ queryKey: keys.cases });
      client.removeQueries({ queryKey: ["case", entry.name] });
      notify({ tone: "done", text: done });
    },
  });
  const run = (job: () => Promise<string>): void => act.mutate(job);
  const throwAway = async (): Promise<string> => {
    const gone = await api.trash(entry.name);
    onClose();
    notify({
      tone: "done",
      text: t("manage.trashed", { title: entry.title }),
      detail: gone.file,
      action: {
        label: t("manage.back"),
        run: () =>
          void api.restore(gone.trashed).then(() => client.invalidateQueries({ queryKey: keys.cases })),
      },
    });
    return t("manage.trashedShort");
  };
  return (
    <Dialog title={t("manage.title")} isOpen onClose={onClose} wide>
      <p className="manage-name">
        <bdi>{entry.title}</bdi>
      </p>
      {act.error === null ? null : <Failed error={act.error} />}
      {act.isPending ? <p role="status">{t("manage.working")}</p> : null}
      {entry.error === undefined ? null : <p className="wrong">{entry.error.message}</p>}
      {entry.locked === true ? <p>{t("manage.locked")}</p> : null}
      {open ? <Title entry={entry} run={run} /> : null}
      <section className="manage-part">
        <h3>{t("manage.file")}</h3>
        <p>
          <code dir="ltr" className="manage-path">
            {entry.file}
          </code>
        </p>
        <p className="soft">{t("manage.fileHelp")}</p>
      </section>
      {open ? (
        <>
          <Copy entry={entry} run={run} />
          <Passphrase entry={entry} run={run} />
          <Merge entry={entry} others={others} run={run} />
        </>
      ) : null}
      {entry.elsewhere === true ? null : (
        <section className="manage-part">
          <h3>{t("manage.trash")}</h3>
          <p className="soft">{t("manage.trashHelp")}</p>
          <p>
            <Button look="danger" onPress={() => run(throwAway)}>
              {t("manage.trashDo")}
            </Button>
          </p>
        </section>
      )}
    </Dialog>
  );
}

interface PartProps {
  entry: CaseEntry;
  run(job: () => Promise<string>): void;
}

/** One part of the window that is a form. */
function Part(props: { title: string; help?: string; onSubmit(): void; children: ReactNode }): ReactNode {
  return (
    <form
      className="manage-part"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <h3>{props.title}</h3>
      {props.help === undefined ? null : <p className="soft">{props.help}</p>}
      <div className="row manage-row">{props.children}</div>
    </form>
  );
}

function Title({ entry, run }: PartProps): ReactNode {
  const [title, setTitle] = useState(entry.title);
  const ready = title.trim() !== "" && title.trim() !== entry.title && title.length <= 200;
  const save = (): void =>
    run(async () => {
      await api.rename(entry.name, title.trim());
      return t("manage.renamed");
    });
  return (
    <Part title={t("start.title")} onSubmit={() => ready && save()}>
      <TextField label={t("start.title")} hideLabel value={title} onChange={setTitle} className="grow" />
      <Button type="submit" isDisabled={!ready}>
        {t("manage.rename")}
      </Button>
    </Part>
  );
}

function Copy({ entry, run }: PartProps): ReactNode {
  const [title, setTitle] = useState(() => t("manage.copyOf", { title: entry.title }).slice(0, 200));
  const [passphrase, setPassphrase] = useState("");
  const ready = title.trim() !== "" && (!entry.encrypted || passphrase !== "");
  const copy = (): void =>
    run(async () => {
      const made = await api.duplicate(entry.name, title.trim(), entry.encrypted ? passphrase : undefined);
      setPassphrase("");
      return t("manage.copied", { title: made.title });
    });
  return (
    <Part title={t("manage.copy")} help={t("manage.copyHelp")} onSubmit={() => ready && copy()}>
      <TextField label={t("manage.copyTitle")} value={title} onChange={setTitle} className="grow" />
      {entry.encrypted ? (
        <TextField
          label={t("manage.copyPassphrase")}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
        />
      ) : null}
      <Button type="submit" isDisabled={!ready}>
        {t("manage.copyDo")}
      </Button>
    </Part>
  );
}

function Passphrase({ entry, run }: PartProps): ReactNode {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const differ = again !== "" && again !== next;
  const ready = next !== "" && next === again && (!entry.encrypted || current !== "");
  const give = (to: string | undefined): void =>
    run(async () => {
      const change = {
        ...(entry.encrypted ? { current } : {}),
        ...(to === undefined ? {} : { next: to }),
      };
      // Nothing of it stays in the page, whatever comes of it.
      setCurrent("");
      setNext("");
      setAgain("");
      await api.passphrase(entry.name, change);
      return to === undefined ? t("manage.opened") : t("manage.sealed");
    });
  return (
    <Part
      title={entry.encrypted ? t("manage.passphraseChange") : t("manage.passphraseSet")}
      help={t("manage.passphraseHelp")}
      onSubmit={() => ready && give(next)}
    >
      {entry.encrypted ? (
        <TextField label={t("manage.current")} type="password" value={current} onChange={setCurrent} />
      ) : null}
      <TextField label={t("manage.next")} type="password" value={next} onChange={setNext} />
      <TextField label={t("manage.again")} type="password" value={again} onChange={setAgain} />
      <Button type="submit" isDisabled={!ready}>
        {entry.encrypted ? t("manage.change") : t("manage.encrypt")}
      </Button>
      {entry.encrypted ? (
        <Button isDisabled={current === ""} onPress={() => give(undefined)}>
          {t("manage.decrypt")}
        </Button>
      ) : null}
      {differ ? (
        <p role="alert" className="wrong">
          {t("manage.differ")}
        </p>
      ) : null}
    </Part>
  );
}

function Merge({ entry, others, run }: PartProps & { others: readonly CaseEntry[] }): ReactNode {
  const [from, setFrom] = useState(others[0]?.name ?? "");
  const [merged, setMerged] = useState<MergeReply>();
  if (others.length === 0) return null;
  const merge = (): void =>
    run(async () => {
      const reply = await api.merge(entry.name, from);
      setMerged(reply);
      return said(reply);
    });
  return (
    <Part title={t("manage.merge")} help={t("manage.mergeHelp")} onSubmit={merge}>
      <Select
        label={t("manage.mergeFrom")}
        value={from}
        options={others.map(({ name, title }) => ({
          id: name,
          name: title === name ? name : `${title} (${name})`,
        }))}
        onChange={setFrom}
      />
      <Button type="submit">{t("manage.mergeDo")}</Button>
      {merged === undefined ? null : (
        <div role="status" className="merged">
          <p>{said(merged)}</p>
          <ul>
            {Object.entries(merged.kinds)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([kind, count]) => (
                <li key={kind}>
                  {t(`kind.${kind}` as "kind.claim", { defaultValue: kind })}: {count}
                </li>
              ))}
          </ul>
          {merged.conflicts === 0 ? null : (
            <p>
              <a href={`/c/${encodeURIComponent(entry.name)}`}>
                {t("manage.mergedConflicts", { count: merged.conflicts })}
              </a>
            </p>
          )}
        </div>
      )}
    </Part>
  );
}

function said({ added, documents }: MergeReply): string {
  if (added === 0 && documents === 0) return t("manage.mergedNothing");
  return [
    t("manage.merged", { count: added }),
    documents === 0 ? "" : t("manage.mergedDocuments", { count: documents }),
  ]
    .join(" ")
    .trim();
}
