import { type Basis, type Passage, STANCES, type Stance } from "@parley/case";
import { type ReactNode, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { CheckGroup } from "../design/check-group.tsx";
import { Select } from "../design/field.tsx";
import { actorName } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { BasisField } from "./basis-field.tsx";
import { RefField } from "./ref-fields.tsx";
import { type FieldProps, timeWords, Words } from "./simple-fields.tsx";

/** An attestation as it is being entered. */
interface Row {
  actor?: string;
  party?: string;
  stance?: Stance;
  when?: unknown;
  basis?: Basis;
  note?: string;
}

/** Who stands where on a claim or a text: one entry a word said, opened one at a time. */
export function AttestationsField({
  label,
  help,
  value,
  onChange,
  made,
  onMade,
}: FieldProps & { made: readonly Passage[]; onMade(passage: Passage): void }): ReactNode {
  const { held } = useCaseData();
  const rows = (Array.isArray(value) ? value : []) as Row[];
  const [open, setOpen] = useState<number>();
  const put = (at: number, change: Partial<Record<keyof Row, unknown>>): void =>
    onChange(rows.map((row, i) => (i === at ? without({ ...row, ...change }) : row)));
  return (
    <fieldset className="field fieldset">
      <legend className="field-label">{label}</legend>
      {help === undefined ? null : <p className="field-help">{help}</p>}
      {rows.length === 0 ? <p className="soft">{t("attest.none")}</p> : null}
      {rows.map((row, i) => {
        const who = row.actor === undefined ? t("attest.unnamed") : actorName(held, row.actor);
        const title = t("attest.line", { who, stance: t(`attestation.${row.stance ?? "unknown"}`) });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an attestation has no name of its own
          <div key={i} className="attest">
            <div className="row">
              <span className="grow">
                <bdi>{title}</bdi>{" "}
                <span className="soft">{row.when === undefined ? "" : String(timeWords(row.when))}</span>
              </span>
              <Button
                small
                look="quiet"
                aria-label={t(open === i ? "attest.close" : "attest.edit", { line: title })}
                aria-expanded={open === i}
                onPress={() => setOpen(open === i ? undefined : i)}
              >
                {open === i ? t("close") : t("edit.edit")}
              </Button>
              <Button
                small
                look="quiet"
                aria-label={t("combo.takeOut", { name: title })}
                onPress={() => {
                  onChange(rows.filter((_, n) => n !== i));
                  setOpen(undefined);
                }}
              >
                ×
              </Button>
            </div>
            {open !== i ? null : (
              <div className="form">
                <div className="form-row">
                  <RefField
                    label={t("attest.who")}
                    help={t("attest.whoHelp")}
                    kind="actor"
                    value={row.actor}
                    onChange={(to) =>
                      put(i, { actor: to, ...(to === undefined ? {} : { party: undefined }) })
                    }
                  />
                  <Select<Stance>
                    label={t("attest.stance")}
                    value={row.stance ?? "unknown"}
                    options={STANCES.map((id) => ({ id, name: t(`attestation.${id}`) }))}
                    onChange={(stance) => put(i, { stance })}
                  />
                  <Words
                    label={t("attest.when")}
                    help={t("edit.timeHelp")}
                    value={timeWords(row.when)}
                    onChange={(when) => put(i, { when })}
                  />
                </div>
                {row.actor !== undefined ? null : (
                  <RefField
                    label={t("attest.party")}
                    help={t("attest.partyHelp")}
                    kind="actor"
                    value={row.party}
                    onChange={(party) => put(i, { party })}
                  />
                )}
                <BasisField
                  value={row.basis}
                  onChange={(basis) => put(i, { basis })}
                  made={made}
                  onMade={onMade}
                  required
                />
                <Words label={t("edit.note")} value={row.note} onChange={(note) => put(i, { note })} />
              </div>
            )}
          </div>
        );
      })}
      <Button
        small
        onPress={() => {
          onChange([...rows, { stance: "asserts" }]);
          setOpen(rows.length);
        }}
      >
        {t("attest.add")}
      </Button>
    </fieldset>
  );
}

function without(row: Partial<Record<keyof Row, unknown>>): Partial<Record<keyof Row, unknown>> {
  return Object.fromEntries(Object.entries(row).filter(([, v]) => v !== undefined && v !== ""));
}

const PARTS = ["what", "when", "condition"] as const;

/** Which parts of it are known. All three unticked says: it is vague; nothing said at all says nothing. */
export function ClarityField({ label, help, value, onChange }: FieldProps): ReactNode {
  const now = (value ?? {}) as Partial<Record<(typeof PARTS)[number], boolean>>;
  return (
    <CheckGroup
      label={label}
      {...(help === undefined ? {} : { help })}
      value={PARTS.filter((part) => now[part] === true)}
      options={PARTS.map((id) => ({ id, name: t(`clarity.${id}`) }))}
      onChange={(known) => onChange(Object.fromEntries(PARTS.map((part) => [part, known.includes(part)])))}
    />
  );
}
