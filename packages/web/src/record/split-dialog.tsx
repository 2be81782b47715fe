import { type Claim, type Id, refOf } from "@parley/case";
import type { ChangeRequest } from "@parley/server/api";
import { type ReactNode, useEffect, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Select, TextField } from "../design/field.tsx";
import { t } from "../words/index.ts";
import { linking, splitting } from "./split-and-link.ts";

interface Props {
  claim: Claim | undefined;
  onClose(): void;
  onDone(edits: ChangeRequest["edits"], count: number): void;
}

/** One proposal made into several: each line becomes a claim on the same words. */
export function SplitDialog({ claim, onClose, onDone }: Props): ReactNode {
  const [lines, setLines] = useState("");
  const { held } = useCaseData();
  useEffect(() => setLines(claim?.says ?? ""), [claim]);
  const parts = lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return (
    <Dialog title={t("split.title")} isOpen={claim !== undefined} onClose={onClose} wide>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (claim === undefined || parts.length < 2) return;
          onDone(splitting(held, claim, parts, new Date().toISOString()), parts.length);
        }}
      >
        <TextField
          label={t("split.parts")}
          help={t("split.help")}
          lines={8}
          value={lines}
          onChange={setLines}
          autoFocus
        />
        <div className="row">
          <Button look="main" type="submit" isDisabled={parts.length < 2}>
            {t("split.do", { count: parts.length })}
          </Button>
          <Button onPress={onClose}>{t("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

const STANCES = ["asserts", "denies", "doubts", "reports"] as const;

/** A proposal as one more voice on a claim there is. */
export function LinkDialog({ claim, onClose, onDone }: Props): ReactNode {
  const { held } = useCaseData();
  const [to, setTo] = useState("");
  const [stance, setStance] = useState<(typeof STANCES)[number]>("asserts");
  const [words, setWords] = useState("");
  const found = held
    .inForce("claim")
    .filter((one) => one.id !== claim?.id)
    .filter((one) => one.says.toLowerCase().includes(words.trim().toLowerCase()))
    .slice(0, 200);
  const chosen: Id | undefined = found.find((one) => one.id === to)?.id ?? found[0]?.id;
  return (
    <Dialog title={t("link.title")} isOpen={claim !== undefined} onClose={onClose} wide>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const target = chosen === undefined ? undefined : held.get("claim", chosen);
          if (claim === undefined || target === undefined) return;
          onDone(linking(claim, target, stance, new Date().toISOString()), 1);
        }}
      >
        <TextField label={t("link.find")} value={words} onChange={setWords} autoFocus />
        {chosen === undefined ? (
          <p className="soft">{t("link.none")}</p>
        ) : (
          <Select
            label={t("link.claim")}
            value={chosen}
            options={found.map((one) => ({ id: one.id, name: held.nameOf(refOf("claim", one.id)) }))}
            onChange={setTo}
          />
        )}
        <Select<(typeof STANCES)[number]>
          label={t("link.stance")}
          value={stance}
          options={STANCES.map((id) => ({ id, name: t(`link.stance.${id}`) }))}
          onChange={setStance}
        />
        <div className="row">
          <Button look="main" type="submit" isDisabled={chosen === undefined}>
            {t("link.do")}
          </Button>
          <Button onPress={onClose}>{t("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
