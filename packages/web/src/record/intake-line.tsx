import type { IntakeOutcome, IntakeState } from "@parley/server/api";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { keys, useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { Button } from "../design/button.tsx";
import { DataTable } from "../design/data-table.tsx";
import { Dialog } from "../design/dialog.tsx";
import { useNotify } from "../design/notices.tsx";
import { count, t } from "../words/index.ts";
import type { Brought } from "./window-drop.ts";

/** Sends files to the import, one after the other, so that only one is in memory here. */
export function useIntake(name: string): {
  unsent: number;
  bring(files: readonly Brought[]): void;
  stop(): void;
} {
  const client = useQueryClient();
  const notify = useNotify();
  const [unsent, setUnsent] = useState(0);
  const waiting = useRef<Brought[]>([]);
  const sending = useRef<AbortController | undefined>(undefined);

  const send = useCallback(async (): Promise<void> => {
    for (let file = waiting.current.shift(); file !== undefined; file = waiting.current.shift()) {
      const abort = new AbortController();
      sending.current = abort;
      try {
        const state = await api.intakePut(name, file.name, file.bytes, abort.signal);
        client.setQueryData<IntakeState>(keys.intake(name), state);
      } catch (error) {
        if (abort.signal.aborted) break;
        notify({ tone: "alert", text: file.name, detail: (error as Error).message });
      }
      setUnsent(waiting.current.length);
    }
    sending.current = undefined;
    setUnsent(0);
  }, [name, client, notify]);

  const bring = useCallback(
    (files: readonly Brought[]): void => {
      waiting.current.push(...files);
      setUnsent(waiting.current.length);
      if (sending.current === undefined) void send();
    },
    [send],
  );
  const stop = useCallback((): void => {
    waiting.current = [];
    setUnsent(0);
    sending.current?.abort();
    void api.intakeStop(name).then((state) => {
      client.setQueryData<IntakeState>(keys.intake(name), state);
      return client.invalidateQueries({ queryKey: ["case", name] });
    });
  }, [name, client]);
  return { unsent, bring, stop };
}

/** How far an import has come, quietly, and what became of each file. Nothing where there is none. */
export function IntakeLine({ unsent, onStop }: { unsent: number; onStop(): void }): ReactNode {
  const { name } = useCaseData();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: keys.intake(name),
    queryFn: () => api.intake(name),
    refetchInterval: (query) => (open && query.state.data?.now != null ? 1500 : false),
  });
  if (data === undefined) return null;
  const running = data.now !== null || unsent > 0;
  const done = data.taken + data.already + data.failed + data.stopped;
  const all = done + data.waiting + unsent + (data.now === null ? 0 : 1);
  if (all === 0) return null;
  const said = (["taken", "already", "failed", "stopped"] as const)
    .filter((state) => data[state] > 0)
    .map((state) => t(`intake.${state}`, { count: count(data[state]) }))
    .join(" · ");
  return (
    <section className="intake" aria-label={t("intake.label")}>
      {running ? (
        <>
          <progress
            aria-label={t("intake.running", { done: count(done), all: count(all) })}
            value={done}
            max={all}
          />
          <span>{t("intake.running", { done: count(done), all: count(all) })}</span>
          <span className="soft intake-now">
            <bdi>{data.now === null ? "" : t("intake.now", { file: data.now })}</bdi>
          </span>
        </>
      ) : (
        <span role="status">{t("intake.finished")}</span>
      )}
      {said === "" ? null : <span className="soft">{said}</span>}
      <div className="row">
        {running ? (
          <Button small onPress={onStop}>
            {t("intake.stop")}
          </Button>
        ) : null}
        {done > 0 ? (
          <Button small look="quiet" onPress={() => setOpen(true)}>
            {t("intake.details")}
          </Button>
        ) : null}
        {running ? null : (
          <Button
            small
            look="quiet"
            onPress={() =>
              void api.intakeClear(name).then((state) => client.setQueryData(keys.intake(name), state))
            }
          >
            {t("close")}
          </Button>
        )}
      </div>
      <Outcomes state={data} isOpen={open} onClose={() => setOpen(false)} />
    </section>
  );
}

/** What became of each file: those that were not taken in first. */
function Outcomes({
  state,
  isOpen,
  onClose,
}: {
  state: IntakeState;
  isOpen: boolean;
  onClose(): void;
}): ReactNode {
  const rows = state.outcomes.map((outcome, i): IntakeOutcome & { i: number } => ({ ...outcome, i }));
  const rank = (of: IntakeOutcome): number => ["failed", "stopped", "already", "taken"].indexOf(of.state);
  rows.sort((a, b) => rank(a) - rank(b) || a.i - b.i);
  const counted = state.taken + state.already + state.failed + state.stopped;
  return (
    <Dialog title={t("intake.detailsTitle")} isOpen={isOpen} onClose={onClose} wide>
      <p className="soft">{t("intake.about")}</p>
      {counted > rows.length ? <p className="soft">{t("intake.more")}</p> : null}
      <DataTable
        label={t("intake.detailsTitle")}
        rows={rows}
        keyOf={(row) => String(row.i)}
        empty={t("intake.none")}
        columns={[
          {
            id: "file",
            name: t("intake.file"),
            heading: true,
            sortBy: (row) => row.name,
            cell: (row) => <bdi>{row.name}</bdi>,
          },
          {
            id: "outcome",
            name: t("intake.outcome"),
            sortBy: (row) => rank(row),
            cell: (row) => <Outcome outcome={row} onLeave={onClose} />,
          },
        ]}
      />
    </Dialog>
  );
}

function Outcome({ outcome, onLeave }: { outcome: IntakeOutcome; onLeave(): void }): ReactNode {
  const { name } = useCaseData();
  const client = useQueryClient();
  const notify = useNotify();
  const { state, source, title, message, attachments } = outcome;
  return (
    <div className="intake-outcome">
      <span>{t(`intake.state.${state}`)}</span>
      {message === undefined ? null : <span>{message}</span>}
      {source === undefined ? null : (
        <Link
          to="/c/$case/record/{-$source}"
          params={{ case: name, source }}
          search={(s) => ({ level: s.level, known: s.known })}
          onClick={onLeave}
        >
          <bdi>{title ?? source}</bdi>
        </Link>
      )}
      {attachments === undefined || source === undefined ? null : (
        <>
          <span className="soft">
            <bdi>{t("intake.attachmentsOf", { names: attachments.join(", ") })}</bdi>
          </span>
          <Button
            small
            onPress={() =>
              void api.takeAttachments(name, source).then(
                (now) => client.setQueryData(keys.intake(name), now),
                (error: Error) => notify({ tone: "alert", text: error.message }),
              )
            }
          >
            {t("intake.attachments", { count: attachments.length })}
          </Button>
        </>
      )}
    </div>
  );
}
