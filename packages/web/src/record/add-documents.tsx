import type { AddReply } from "@parley/server/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { useCaseData } from "../api/case-data.ts";
import { api, ServerError } from "../api/client.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { TextField } from "../design/field.tsx";
import { useAnnounce, useNotify } from "../design/notices.tsx";
import { t } from "../words/index.ts";
import { IntakeLine, useIntake } from "./intake-line.tsx";
import { type Brought, documentsAmong, useWindowDrop } from "./window-drop.ts";

/** Files that may hold several documents: they are imported, each with what became of it. */
const HOLDS_MORE = /\.(?:zip|eml)$/i;

interface Upload {
  id: number;
  file: string;
  share: number;
  reply?: AddReply;
  error?: Error;
}

let lastUpload = 0;

/** Ways to bring documents in: drop them anywhere on the window, choose files, or paste text. */
export function AddDocuments(): ReactNode {
  const { name } = useCaseData();
  const client = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const notify = useNotify();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [pasting, setPasting] = useState(false);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const { unsent, bring, stop } = useIntake(name);

  const add = useCallback(
    (files: readonly Brought[]): void => {
      const only = files[0];
      if (files.length > 1 || (only !== undefined && HOLDS_MORE.test(only.name))) {
        bring(files);
        return;
      }
      // One after the other, so that a document that comes twice is seen to be the same.
      for (const [i, { name: file, bytes }] of files.entries()) {
        const id = ++lastUpload;
        const set = (change: Partial<Upload>): void =>
          setUploads((all) => all.map((u) => (u.id === id ? { ...u, ...change } : u)));
        setUploads((all) => [...all, { id, file, share: 0 }]);
        queue.current = queue.current.then(async () => {
          try {
            const reply = await api.add(name, file, bytes, (share) => set({ share }));
            set({ share: 1, reply });
            announce(
              reply.already
                ? t("add.already", { title: reply.title })
                : t("add.done", { title: reply.title }),
            );
            await client.invalidateQueries({ queryKey: ["case", name] });
            // It stands in the list of documents now, with what was wrong with it.
            if (!reply.already) setUploads((all) => all.filter((u) => u.id !== id));
            if (i === 0) {
              await navigate({
                to: "/c/$case/record/{-$source}",
                params: { case: name, source: reply.source },
                search: (s) => ({ level: s.level, known: s.known }),
              });
            }
          } catch (error) {
            set({ error: error as Error });
            announce(t("add.failed", { file }));
          }
        });
      }
    },
    [name, client, navigate, announce, bring],
  );

  const dropping = useWindowDrop(add);
  return (
    <div className="add">
      <div className="row">
        <FileTrigger
          allowsMultiple
          onSelect={(list) => add(Array.from(list ?? [], (f) => ({ name: f.name, bytes: f })))}
        >
          <Button small>{t("add.files")}</Button>
        </FileTrigger>
        <FileTrigger
          acceptDirectory
          onSelect={(list) => {
            const files = documentsAmong(
              Array.from(list ?? [], (f) => ({ name: f.webkitRelativePath || f.name, bytes: f })),
            );
            if (files.length === 0) notify({ tone: "alert", text: t("add.emptyFolder") });
            else bring(files);
          }}
        >
          <Button small>{t("add.folder")}</Button>
        </FileTrigger>
        <Button small onPress={() => setPasting(true)}>
          {t("add.paste")}
        </Button>
      </div>
      <p className="soft">{t("add.drop")}</p>
      <IntakeLine unsent={unsent} onStop={stop} />
      {uploads.length === 0 ? null : (
        <ul className="uploads" aria-label={t("add.list")}>
          {uploads.map((upload) => (
            <UploadRow
              key={upload.id}
              upload={upload}
              onDone={() => setUploads((all) => all.filter((u) => u.id !== upload.id))}
            />
          ))}
        </ul>
      )}
      <PasteDialog isOpen={pasting} onClose={() => setPasting(false)} onAdd={add} />
      {dropping ? <div className="drop-veil">{t("add.dropNow")}</div> : null}
    </div>
  );
}

function UploadRow({ upload, onDone }: { upload: Upload; onDone(): void }): ReactNode {
  const { file, share, reply, error } = upload;
  if (error !== undefined) {
    const todo = error instanceof ServerError ? error.todo : undefined;
    return (
      <li className="upload upload-failed" role="alert">
        <bdi>{file}</bdi>
        <p>{error.message}</p>
        <p>{todo ?? t("add.failedTodo")}</p>
        <Button small look="quiet" onPress={onDone}>
          {t("close")}
        </Button>
      </li>
    );
  }
  if (reply === undefined) {
    return (
      <li className="upload">
        <bdi>{file}</bdi>
        <progress aria-label={t("add.progress", { file })} value={share < 1 ? share : undefined} max={1} />
        <span className="soft">{share < 1 ? t("add.sending") : t("add.reading")}</span>
      </li>
    );
  }
  return (
    <li className="upload">
      <bdi>{reply.title}</bdi>
      <p className="soft">{reply.already ? t("add.alreadyHere") : t("add.reading")}</p>
      <Button small look="quiet" onPress={onDone}>
        {t("close")}
      </Button>
    </li>
  );
}

interface PasteProps {
  isOpen: boolean;
  onClose(): void;
  onAdd(files: Brought[]): void;
}

function PasteDialog({ isOpen, onClose, onAdd }: PasteProps): ReactNode {
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const ready = text.trim() !== "";
  return (
    <Dialog title={t("paste.title")} isOpen={isOpen} onClose={onClose} wide>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          const file = `${title.trim() === "" ? t("paste.untitled") : title.trim()}.txt`;
          onAdd([{ name: file, bytes: new Blob([text], { type: "text/plain;charset=utf-8" }) }]);
          setTitle("");
          setText("");
          onClose();
        }}
      >
        <TextField
          label={t("paste.name")}
          help={t("paste.nameHelp")}
          value={title}
          onChange={setTitle}
          autoFocus
        />
        <TextField label={t("paste.text")} lines={12} value={text} onChange={setText} required />
        <div className="row">
          <Button look="main" type="submit" isDisabled={!ready}>
            {t("paste.add")}
          </Button>
          <Button onPress={onClose}>{t("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
