import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { keys } from "../api/case-data.ts";
import { api, ServerError } from "../api/client.ts";
import { Button } from "../design/button.tsx";
import { TextField } from "../design/field.tsx";
import { t } from "../words/index.ts";
import "./start.css";

/** Whether an error says that a case waits for its passphrase. */
export function isLocked(error: unknown): boolean {
  return error instanceof ServerError && error.code === "locked";
}

/** The passphrase of a case, asked where its screen would be; with the right one the same address opens. */
export function Unlock({ name, onOpen }: { name: string; onOpen(): void }): ReactNode {
  const client = useQueryClient();
  const [passphrase, setPassphrase] = useState("");
  const unlock = useMutation({
    mutationFn: () => api.unlock(name, passphrase),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.cases });
      client.removeQueries({ queryKey: keys.state(name) });
      onOpen();
    },
    // What was typed does not stay in the page.
    onSettled: () => setPassphrase(""),
  });
  useEffect(() => {
    document.title = t("app.case", { title: name });
  }, [name]);
  const wrong = unlock.error instanceof ServerError && unlock.error.code === "wrong-passphrase";
  return (
    <main className="page start unlock">
      <header>
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <p className="lead">{t("unlock.about")}</p>
      </header>
      <form
        className="unlock-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== "" && !unlock.isPending) unlock.mutate();
        }}
      >
        <TextField
          label={t("unlock.passphrase")}
          type="password"
          autoFocus
          value={passphrase}
          onChange={setPassphrase}
        />
        {unlock.error === null ? null : (
          <p role="alert" className="wrong">
            {wrong ? t("unlock.wrong") : unlock.error.message}
          </p>
        )}
        <p className="row">
          <Button look="main" type="submit" isDisabled={passphrase === "" || unlock.isPending}>
            {unlock.isPending ? t("unlock.opening") : t("unlock.open")}
          </Button>
          <a href="/">{t("frame.home")}</a>
        </p>
        <p className="soft">{t("unlock.lost")}</p>
      </form>
    </main>
  );
}
