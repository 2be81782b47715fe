import type { Source } from "@parley/case";
import type { RereadReply } from "@parley/server/api";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { keys, useCaseData } from "../api/case-data.ts";
import { api } from "../api/client.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Select } from "../design/field.tsx";
import { useNotify } from "../design/notices.tsx";
import { Failed, Loading } from "../design/states.tsx";
import { t } from "../words/index.ts";

/** Encodings that documents of this work come in; names as in the Encoding Standard. */
const CHARSETS = [
  "utf-8",
  "windows-1252",
  "iso-8859-2",
  "windows-1250",
  "windows-1251",
  "koi8-r",
  "koi8-u",
  "iso-8859-5",
  "ibm866",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
  "euc-kr",
  "utf-16le",
  "utf-16be",
] as const;

type Seen =
  | { state: "none" }
  | { state: "asking" }
  | { state: "seen"; reply: RereadReply }
  | { state: "failed"; error: Error };

/** Read the document in another encoding: first what would come of it, and which passages would ask, then do it. */
export function Reread({ source }: { source: Source }): ReactNode {
  const { name } = useCaseData();
  const client = useQueryClient();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const [charset, setCharset] = useState<string>("");
  const [seen, setSeen] = useState<Seen>({ state: "none" });
  const ask = async (to: string, apply: boolean): Promise<void> => {
    setSeen({ state: "asking" });
    try {
      const reply = await api.reread(name, source.id, { charset: to, apply });
      if (!apply) {
        setSeen({ state: "seen", reply });
        return;
      }
      await client.invalidateQueries({ queryKey: keys.state(name) });
      await client.invalidateQueries({ queryKey: keys.raw(name, source.id) });
      setOpen(false);
      notify({ tone: "done", text: t("reread.done", { charset: reply.charset }) });
    } catch (error) {
      setSeen({ state: "failed", error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  const now = source.charset ?? "";
  return (
    <>
      <Button
        small
        onPress={() => {
          setCharset("");
          setSeen({ state: "none" });
          setOpen(true);
        }}
      >
        {t("reread.open")}
      </Button>
      <Dialog title={t("reread.title")} isOpen={open} onClose={() => setOpen(false)} wide>
        <div className="form">
          <p>{t("reread.about", { charset: now === "" ? t("unknown") : now })}</p>
          <Select
            label={t("reread.charset")}
            value={charset}
            options={[
              { id: "", name: t("edit.choose") },
              ...CHARSETS.filter((one) => one !== now).map((id) => ({ id, name: t(`charset.${id}`) })),
            ]}
            onChange={(to) => {
              setCharset(to);
              if (to === "") setSeen({ state: "none" });
              else void ask(to, false);
            }}
          />
          {seen.state === "asking" ? <Loading what={t("reread.asking")} /> : null}
          {seen.state === "failed" ? <Failed error={seen.error} /> : null}
          {seen.state === "seen" ? <WhatComes reply={seen.reply} /> : null}
          <div className="row">
            <Button
              look="main"
              isDisabled={seen.state !== "seen" || !seen.reply.differs}
              onPress={() => void ask(charset, true)}
            >
              {t("reread.apply")}
            </Button>
            <Button onPress={() => setOpen(false)}>{t("cancel")}</Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

function WhatComes({ reply }: { reply: RereadReply }): ReactNode {
  if (!reply.differs) return <p role="status">{t("reread.same", { charset: reply.charset })}</p>;
  const { exact, moved, fuzzy, orphan } = reply.passages;
  return (
    <div role="status" className="form">
      <dl className="reread-excerpts">
        <dt>{t("reread.was")}</dt>
        <dd dir="auto">{reply.excerpt.was}</dd>
        <dt>{t("reread.now")}</dt>
        <dd dir="auto">{reply.excerpt.now}</dd>
      </dl>
      <p>
        {t("reread.repairs", { made: reply.repairs.made, waiting: reply.repairs.waiting, gaps: reply.gaps })}
      </p>
      {reply.decisionsLost === 0 ? null : <p>{t("reread.lost", { count: reply.decisionsLost })}</p>}
      <p>
        {exact + moved + fuzzy + orphan === 0
          ? t("reread.noPassages")
          : t("reread.passages", { exact, moved, fuzzy, orphan })}
      </p>
      {reply.orphans.length === 0 ? null : (
        <details>
          <summary>{t("reread.orphans", { count: orphan })}</summary>
          <ul>
            {reply.orphans.map((one) => (
              <li key={one.passage} dir="auto">
                {one.exact}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
