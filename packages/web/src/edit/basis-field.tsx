import type { Assumption, Basis, Passage } from "@parley/case";
import { type ReactNode, useMemo, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { TextField } from "../design/field.tsx";
import { titleOf } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { PassagePicker } from "./passage-picker.tsx";
import { ManyOf, named } from "./ref-fields.tsx";

interface Props {
  value: Basis | undefined;
  onChange(value: Basis | undefined): void;
  /** Passages made while the form was open. */
  made: readonly Passage[];
  onMade(passage: Passage): void;
  required: boolean;
  error?: string | undefined;
}

/** What an object rests on: passages of the record, claims, or an assumption with a name and a day. */
export function BasisField({ value, onChange, made, onMade, required, error }: Props): ReactNode {
  const { held } = useCaseData();
  const [picking, setPicking] = useState(false);
  const claims = useMemo(() => named(held, "claim"), [held]);
  const basis = value ?? {};
  const { assumption } = basis;
  const set = (change: { [K in keyof Basis]: Basis[K] | undefined }): void => {
    const next = { ...basis, ...change };
    const kept = Object.fromEntries(
      Object.entries(next).filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0)),
    );
    onChange(Object.keys(kept).length === 0 ? undefined : (kept as Basis));
  };
  const passage = (id: string): Passage | undefined =>
    made.find((one) => one.id === id) ?? held.get("passage", id);
  const assume = (change: Partial<Assumption>): void => {
    const { why, ...next } = { ...(assumption ?? { by: "", on: "" }), ...change };
    set({ assumption: why === undefined || why === "" ? next : { ...next, why } });
  };
  return (
    <fieldset className="field fieldset basis">
      <legend className="field-label">{t("edit.basis")}</legend>
      <p className="field-help">{required ? t("edit.basisNeeded") : t("edit.basisHelp")}</p>
      {(basis.passages ?? []).length === 0 ? null : (
        <ul className="plain" aria-label={t("edit.passages")}>
          {(basis.passages ?? []).map((id) => (
            <li key={id} className="basis-passage">
              <blockquote dir="auto" className="card-exact">
                {passage(id)?.exact ?? id}
              </blockquote>
              <span className="soft">
                <bdi>{titleOf(held, `source:${passage(id)?.source ?? ""}`)}</bdi>
              </span>
              <Button
                small
                look="quiet"
                aria-label={t("combo.takeOut", { name: passage(id)?.exact.slice(0, 60) ?? id })}
                onPress={() => set({ passages: (basis.passages ?? []).filter((one) => one !== id) })}
              >
                {t("remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <Button small onPress={() => setPicking(true)}>
          {t("edit.pick")}
        </Button>
        {assumption === undefined ? (
          <Button
            small
            onPress={() => set({ assumption: { by: "", on: new Date().toISOString().slice(0, 10) } })}
          >
            {t("edit.assume")}
          </Button>
        ) : null}
      </div>
      <ManyOf
        label={t("edit.claims")}
        value={basis.claims}
        all={claims}
        ids={basis.claims ?? []}
        nameOf={(id) => titleOf(held, `claim:${id}`)}
        onChange={(to) => set({ claims: to as string[] })}
      />
      {assumption === undefined ? null : (
        <div className="assumption form">
          <div className="form-row">
            <TextField
              label={t("edit.assumedBy")}
              value={assumption.by}
              onChange={(by) => assume({ by })}
              required
            />
            <TextField
              label={t("edit.assumedOn")}
              type="date"
              value={assumption.on}
              onChange={(on) => assume({ on })}
              required
            />
          </div>
          <TextField
            label={t("edit.assumedWhy")}
            lines={2}
            value={assumption.why ?? ""}
            onChange={(why) => assume({ why })}
          />
          <div className="row">
            <Button small look="quiet" onPress={() => set({ assumption: undefined })}>
              {t("edit.noAssumption")}
            </Button>
          </div>
        </div>
      )}
      {error === undefined ? null : <p className="field-error">{error}</p>}
      <PassagePicker
        isOpen={picking}
        onClose={() => setPicking(false)}
        onPick={(picked) => {
          const there = held
            .all("passage")
            .find((p) => p.source === picked.source && p.start === picked.start && p.end === picked.end);
          if (there === undefined) onMade(picked);
          const id = there?.id ?? picked.id;
          set({ passages: [...(basis.passages ?? []).filter((one) => one !== id), id] });
        }}
      />
    </fieldset>
  );
}
