import type { AddReply } from "@parley/server/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { useCaseData } from "../api/case-data.ts";
import { api, ServerError } from "../api/client.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { TextField } from "../design/field.tsx";
import { useAnnounce } from "../design/notices.tsx";
import { t } from "../words/index.ts";

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
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [pasting, setPasting] = useState(false);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const add = useCallback(
    (files: readonly { name: string; bytes: Blob }[]): void => {
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
    [name, client, navigate, announce],
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
        <Button small onPress={() => setPasting(true)}>
          {t("add.paste")}
        </Button>
      </div>
      <p className="soft">{t("add.drop")}</p>
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
  onAdd(files: { name: string; bytes: Blob }[]): void;
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

/** Files dropped anywhere on the window; whether some are being held over it. */
function useWindowDrop(add: (files: { name: string; bytes: Blob }[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth++;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const stay = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      add(Array.from(event.dataTransfer?.files ?? [], (f) => ({ name: f.name, bytes: f })));
    };
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("dragover", stay);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("dragover", stay);
      window.removeEventListener("drop", drop);
    };
  }, [add]);
  return over;
}
