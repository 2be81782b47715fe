import {
  type Actor,
  CLAIM_ACTS,
  type Claim,
  type ClaimAct,
  freeId,
  type Id,
  isOpenGap,
  slug,
} from "@parley/case";
import type { ChangeRequest } from "@parley/server/api";
import { type ReactNode, useState } from "react";
import { idsTaken, useCaseData } from "../api/case-data.ts";
import { useBegun, useEdits } from "../api/edits.ts";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Select, TextField } from "../design/field.tsx";
import { t } from "../words/index.ts";
import { edited } from "./decide.ts";
import { quote } from "./offsets.ts";

/** What the form is about: a claim there is, or characters of a document from which to make one. */
export type ClaimDraft =
  | { type: "edit"; claim: Claim }
  | { type: "new"; source: Id; text: string; start: number; end: number };

const NONE = "-";

/** A claim by hand, or a change of one. */
export function ClaimForm({
  draft,
  onClose,
}: {
  draft: ClaimDraft | undefined;
  onClose(saved: boolean): void;
}): ReactNode {
  return (
    <Dialog
      title={draft?.type === "edit" ? t("claim.editTitle") : t("claim.newTitle")}
      isOpen={draft !== undefined}
      onClose={() => onClose(false)}
      wide
    >
      {draft === undefined ? null : <Fields draft={draft} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({ draft, onClose }: { draft: ClaimDraft; onClose(saved: boolean): void }): ReactNode {
  const data = useCaseData();
  const { held, name } = data;
  const edits = useEdits(name);
  const begun = useBegun();
  const before = draft.type === "edit" ? draft.claim : undefined;
  const exact = draft.type === "new" ? draft.text.slice(draft.start, draft.end) : undefined;
  const [says, setSays] = useState(before?.says ?? exact ?? "");
  const [by, setBy] = useState<string>(before?.by ?? NONE);
  const [newName, setNewName] = useState("");
  const [newType, setNewType] = useState<Actor["type"]>("person");
  const [act, setAct] = useState<ClaimAct>(before?.act ?? "asserts");
  const [polarity, setPolarity] = useState<Claim["polarity"]>(before?.polarity ?? "yes");
  const [about, setAbout] = useState<string>(before?.about ?? NONE);
  const [issue, setIssue] = useState<string>(before?.issue ?? NONE);
  const actors = held.all("actor").filter((a) => a.review?.state !== "rejected");
  const issues = held.all("issue").filter((i) => i.review?.state !== "rejected");
  const ready = says.trim() !== "" && (by !== "+" || newName.trim() !== "");

  const save = (): void => {
    const now = new Date().toISOString();
    const list: ChangeRequest["edits"] = [];
    let who = by === NONE ? undefined : by;
    if (by === "+") {
      who = freeId(slug(newName), idsTaken(data, "actor"));
      const actor: Actor = { kind: "actor", id: who, name: newName.trim(), type: newType };
      list.push({ kind: "actor", id: who, value: actor });
    }
    const {
      by: _by,
      about: _about,
      issue: _issue,
      ...rest
    } = before ?? {
      kind: "claim" as const,
      id: freeId(slug(says), idsTaken(data, "claim")),
      createdBy: { type: "analyst" as const },
    };
    const claim: Claim = {
      ...rest,
      says: says.trim(),
      act,
      polarity,
      ...(who === undefined ? {} : { by: who }),
      ...(about === NONE ? {} : { about }),
      ...(issue === NONE ? {} : { issue }),
    };
    if (draft.type === "new") {
      const id = freeId(`${draft.source}-${draft.start}-${draft.end}`, idsTaken(data, "passage"));
      const there = held
        .all("passage")
        .find((p) => p.source === draft.source && p.start === draft.start && p.end === draft.end);
      if (there === undefined) {
        list.push({
          kind: "passage",
          id,
          value: { kind: "passage", id, source: draft.source, ...quote(draft.text, draft.start, draft.end) },
        });
      }
      claim.basis = { passages: [there?.id ?? id] };
      const gaps = held
        .all("gap")
        .filter((g) => g.source === draft.source && isOpenGap(g))
        .filter((g) => g.range[0] <= draft.end && g.range[1] >= draft.start);
      if (gaps.length > 0) claim.gaps = gaps.map((g) => g.id);
      list.push({ kind: "claim", id: claim.id, value: claim });
    } else {
      list.push({ kind: "claim", id: claim.id, value: edited(claim, now) });
    }
    void edits.change(
      { why: draft.type === "new" ? t("why.claimMade") : t("why.claimEdited"), edits: list },
      begun,
    );
    onClose(true);
  };

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) save();
      }}
    >
      {exact === undefined ? null : (
        <blockquote dir="auto" className="card-exact">
          {exact}
        </blockquote>
      )}
      <TextField
        label={t("claim.says")}
        help={t("claim.saysHelp")}
        lines={3}
        value={says}
        onChange={setSays}
        required
        autoFocus
      />
      <div className="form-row">
        <Select
          label={t("claim.by")}
          value={by}
          onChange={setBy}
          options={[
            { id: NONE, name: t("actor.unknown") },
            ...actors.map((a) => ({ id: a.id, name: a.name })),
            { id: "+", name: t("claim.newActor") },
          ]}
        />
        <Select
          label={t("claim.act")}
          value={act}
          onChange={(to) => setAct(to)}
          options={CLAIM_ACTS.map((id) => ({ id, name: t(`act.${id}`) }))}
        />
        <Select
          label={t("claim.polarity")}
          value={polarity}
          onChange={(to) => setPolarity(to)}
          options={(["yes", "no", "unknown"] as const).map((id) => ({ id, name: t(`polarity.${id}`) }))}
        />
      </div>
      {by === "+" ? (
        <div className="form-row">
          <TextField label={t("claim.actorName")} value={newName} onChange={setNewName} required />
          <Select
            label={t("claim.actorType")}
            value={newType}
            onChange={(to) => setNewType(to)}
            options={(["person", "state", "body", "bloc", "group", "anonymous"] as const).map((id) => ({
              id,
              name: t(`actor.${id}`),
            }))}
          />
        </div>
      ) : null}
      <div className="form-row">
        <Select
          label={t("claim.about")}
          value={about}
          onChange={setAbout}
          options={[{ id: NONE, name: t("claim.noOne") }, ...actors.map((a) => ({ id: a.id, name: a.name }))]}
        />
        <Select
          label={t("claim.issue")}
          value={issue}
          onChange={setIssue}
          options={[
            { id: NONE, name: t("claim.noIssue") },
            ...issues.map((i) => ({ id: i.id, name: i.name })),
          ]}
        />
      </div>
      <div className="row">
        <Button look="main" type="submit" isDisabled={!ready}>
          {draft.type === "new" ? t("claim.make") : t("claim.save")}
        </Button>
        <Button onPress={() => onClose(false)}>{t("cancel")}</Button>
      </div>
    </form>
  );
}
