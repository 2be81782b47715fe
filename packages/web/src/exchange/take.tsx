import type { ImportReply } from "@parley/server/api";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { keys, useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { Button } from "../design/button.tsx";
import { DataTable } from "../design/data-table.tsx";
import { useAnnounce } from "../design/notices.tsx";
import { Failed, Loading } from "../design/states.tsx";
import { count, t } from "../words/index.ts";

type Now =
  | { state: "none" }
  | { state: "reading"; file: string }
  | { state: "done"; file: string; reply: ImportReply }
  | { state: "failed"; error: Error };

/** What comes: a file of another tool, and what it came to. */
export function Take(): ReactNode {
  const { name } = useCaseData();
  const client = useQueryClient();
  const announce = useAnnounce();
  const [now, setNow] = useState<Now>({ state: "none" });
  const take = async (file: File): Promise<void> => {
    setNow({ state: "reading", file: file.name });
    try {
      const reply = await api.exchange(name, file);
      await client.invalidateQueries({ queryKey: keys.state(name) });
      setNow({ state: "done", file: file.name, reply });
      announce(t("exchange.took", { file: file.name }));
    } catch (error) {
      setNow({ state: "failed", error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  return (
    <section className="exchange-part" aria-label={t("exchange.take")}>
      <h2>{t("exchange.take")}</h2>
      <p>{t("exchange.takeAbout")}</p>
      <p>
        <FileTrigger
          acceptedFileTypes={[".json", ".jsonld", ".qdpx", ".csv", ".ris", "application/json", "text/csv"]}
          onSelect={(files) => {
            const [file] = files ?? [];
            if (file !== undefined) void take(file);
          }}
        >
          <Button isDisabled={now.state === "reading"}>{t("exchange.choose")}</Button>
        </FileTrigger>
      </p>
      {now.state === "reading" ? <Loading what={t("exchange.reading", { file: now.file })} /> : null}
      {now.state === "failed" ? <Failed error={now.error} /> : null}
      {now.state === "done" ? <Came file={now.file} reply={now.reply} /> : null}
    </section>
  );
}

function Came({ file, reply }: { file: string; reply: ImportReply }): ReactNode {
  const { name } = useCaseData();
  const taken = Object.entries(reply.taken);
  return (
    <div className="exchange-came">
      <p role="status">
        <strong>
          <bdi>{file}</bdi>
        </strong>{" "}
        ({t(`exchange.format.${reply.format}`)}):{" "}
        {taken.length === 0
          ? t("exchange.nothingNew")
          : t("exchange.taken", {
              what: taken
                .map(([kind, n]) =>
                  t(kind === "passage" ? "exchange.passages" : "exchange.claims", { count: n }),
                )
                .join(", "),
            })}{" "}
        {reply.filled.length === 0 ? "" : t("exchange.filled", { count: reply.filled.length })}{" "}
        {reply.orphans === 0 ? "" : t("exchange.orphans", { count: reply.orphans })}
      </p>
      {reply.documents.length === 0 ? null : (
        <p>{t("exchange.documents", { names: reply.documents.map((one) => one.name).join(", ") })}</p>
      )}
      {taken.length === 0 ? null : (
        <p>
          <Link
            to="/c/$case/record/{-$source}"
            params={{ case: name, source: undefined }}
            search={(s) => ({ level: s.level, known: s.known })}
          >
            {t("exchange.toReview")}
          </Link>
        </p>
      )}
      {reply.skipped.length === 0 ? null : (
        <details>
          <summary>
            {t("exchange.skipped", { count: reply.skipped.length, shown: count(reply.skipped.length) })}
          </summary>
          <DataTable
            label={t("exchange.skippedTitle")}
            rows={reply.skipped.map((one, n) => ({ ...one, n }))}
            keyOf={(one) => String(one.n)}
            columns={[
              { id: "what", name: t("exchange.what"), heading: true, cell: (one) => <bdi>{one.what}</bdi> },
              {
                id: "why",
                name: t("exchange.because"),
                sortBy: (one) => one.why,
                cell: (one) => t(`exchange.why.${one.why}`),
              },
            ]}
          />
        </details>
      )}
    </div>
  );
}
