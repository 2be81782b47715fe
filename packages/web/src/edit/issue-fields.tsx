import type { Case, Choice, Issue } from "@parley/case";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { Select } from "../design/field.tsx";
import { t } from "../words/index.ts";
import { type Entry, isNothing } from "./draft.ts";
import { type Field, PLAN_TERM } from "./forms.ts";
import { RecordsField } from "./records-field.tsx";
import { ManyOf, RefsField } from "./ref-fields.tsx";
import { type FieldProps, Range, Words } from "./simple-fields.tsx";

const NONE = "-";
const OPEN = "?";

/** The options of an issue, in its order. */
function optionsOf(issue: Issue | undefined): { id: string; name: string }[] {
  return Object.entries(issue?.options ?? {}).map(([id, name]) => ({ id, name }));
}

function issuesOf(held: Case): Issue[] {
  return held.all("issue").filter((i) => i.review?.state !== "rejected");
}

const optionName = (issue: Issue | undefined, id: string): string => issue?.options?.[id] ?? id;

/** What a party wants on the issue chosen above: an option, several, or a value on the scale. */
export function WantsField(props: FieldProps & { entry: Entry }): ReactNode {
  const { held } = useCaseData();
  const issue = held.get("issue", String(props.entry.issue ?? ""));
  if (issue === undefined) return <p className="soft">{t("edit.issueFirst", { field: props.label })}</p>;
  if (issue.options === undefined) return <Range {...props} key={issue.id} />;
  const { value } = props;
  const ids = Array.isArray(value) ? (value as string[]) : value === undefined ? [] : [String(value)];
  if (issue.several) {
    return (
      <ManyOf
        {...props}
        all={optionsOf(issue)}
        ids={ids}
        nameOf={(id) => optionName(issue, id)}
        onChange={(to) => props.onChange((to as string[]).length === 1 ? (to as string[])[0] : to)}
      />
    );
  }
  const [one] = ids;
  return (
    <Select
      label={props.label}
      help={props.help}
      error={props.error}
      value={one ?? NONE}
      options={[
        { id: NONE, name: t("edit.wantsUnknown") },
        ...optionsOf(issue),
        ...(one === undefined || Object.hasOwn(issue.options, one) ? [] : [{ id: one, name: one }]),
      ]}
      onChange={(to) => props.onChange(to === NONE ? undefined : to)}
    />
  );
}

/** Options of the issue chosen above that the party rules out. */
export function RejectsField(props: FieldProps & { entry: Entry }): ReactNode {
  const { held } = useCaseData();
  const issue = held.get("issue", String(props.entry.issue ?? ""));
  if (issue?.options === undefined) return null;
  const ids = Array.isArray(props.value) ? (props.value as string[]) : [];
  return <ManyOf {...props} all={optionsOf(issue)} ids={ids} nameOf={(id) => optionName(issue, id)} />;
}

/** One option an issue; an issue may be left open, or out. */
export function ChoicesField(props: FieldProps): ReactNode {
  const { held } = useCaseData();
  const choices = (props.value ?? {}) as Record<string, string | null>;
  const issues = issuesOf(held).filter((i) => i.options !== undefined);
  if (issues.length === 0) return <p className="soft">{t("edit.noIssues")}</p>;
  return (
    <fieldset className="field fieldset">
      <legend className="field-label">{props.label}</legend>
      <div className="form-row">
        {issues.map((issue) => (
          <Select
            key={issue.id}
            label={issue.name}
            value={choices[issue.id] === null ? OPEN : (choices[issue.id] ?? NONE)}
            options={[
              { id: NONE, name: t("edit.notInIt") },
              { id: OPEN, name: t("edit.leftOpen") },
              ...optionsOf(issue),
            ]}
            onChange={(to) => {
              const { [issue.id]: _, ...rest } = choices;
              props.onChange(to === NONE ? rest : { ...rest, [issue.id]: to === OPEN ? null : to });
            }}
          />
        ))}
      </div>
      {props.error === undefined ? null : <p className="field-error">{props.error}</p>}
    </fieldset>
  );
}

interface Slot {
  option?: string;
  value?: unknown;
  wording?: string;
  terms?: Entry[];
  gaps?: string[];
}

/**
 * What a plan says of each issue: an option or a value, its wording, and what it lays down in numbers, days and
 * conditions; mentioned without telling what; or nothing.
 */
export function SlotsField(
  props: FieldProps & {
    words: string;
    /** Draws one field of what a plan lays down. */
    draw(field: Field, row: Entry, put: (change: Entry) => void): ReactNode;
  },
): ReactNode {
  const { held } = useCaseData();
  const slots = (props.value ?? {}) as Record<string, Slot>;
  const issues = issuesOf(held);
  if (issues.length === 0) return <p className="soft">{t("edit.noIssues")}</p>;
  const set = (issue: string, slot: Slot | undefined): void => {
    const { [issue]: _, ...rest } = slots;
    props.onChange(slot === undefined ? rest : { ...rest, [issue]: slot });
  };
  return (
    <fieldset className="field fieldset">
      <legend className="field-label">{props.label}</legend>
      {issues.map((issue) => {
        const slot = slots[issue.id];
        const { option: _, ...bare } = slot ?? {};
        const put = (name: keyof Slot, to: unknown): void => {
          const { [name]: _old, ...rest } = slot ?? {};
          set(issue.id, isNothing(to) ? rest : { ...rest, [name]: to });
        };
        return (
          <div key={issue.id} className="slot">
            <div className="form-row">
              <Select
                label={issue.name}
                value={slot === undefined ? NONE : (slot.option ?? OPEN)}
                options={[
                  { id: NONE, name: t("edit.notInIt") },
                  { id: OPEN, name: t(issue.options === undefined ? "edit.inIt" : "edit.contentUnknown") },
                  ...optionsOf(issue),
                ]}
                onChange={(to) =>
                  set(issue.id, to === NONE ? undefined : to === OPEN ? bare : { ...bare, option: to })
                }
              />
              {slot === undefined ? null : (
                <Words
                  label={t("edit.wording", { issue: issue.name })}
                  value={slot.wording}
                  onChange={(to) => put("wording", to)}
                />
              )}
            </div>
            {slot === undefined ? null : (
              <>
                {issue.scale === undefined ? null : (
                  <Range
                    label={t("edit.slotValue", { issue: issue.name })}
                    value={slot.value}
                    onChange={(to) => put("value", to)}
                  />
                )}
                <details open={!isNothing(slot.terms) || !isNothing(slot.gaps)}>
                  <summary>{t("edit.slotMore", { issue: issue.name })}</summary>
                  <RecordsField
                    label={t("edit.terms", { issue: issue.name })}
                    help={t("edit.termsHelp")}
                    value={slot.terms}
                    onChange={(to) => put("terms", to)}
                    fields={PLAN_TERM}
                    words={`${props.words}.terms`}
                    draw={props.draw}
                  />
                  <RefsField
                    label={t("edit.slotGaps", { issue: issue.name })}
                    kind="gap"
                    value={slot.gaps}
                    onChange={(to) => put("gaps", to)}
                  />
                </details>
              </>
            )}
          </div>
        );
      })}
      {props.error === undefined ? null : <p className="field-error">{props.error}</p>}
    </fieldset>
  );
}

/** Some of the options of the issue that is open itself. */
export function OwnOptionsField(props: FieldProps & { entry: Entry }): ReactNode {
  const options = (props.entry.options ?? {}) as Record<string, string>;
  const ids = Array.isArray(props.value) ? (props.value as string[]) : [];
  return (
    <ManyOf
      {...props}
      all={Object.entries(options).map(([id, name]) => ({ id, name }))}
      ids={ids}
      nameOf={(id) => options[id] ?? id}
    />
  );
}

/** One choice: an issue and an option of it. */
function ChoiceField(props: {
  label: string;
  value: Partial<Choice> | undefined;
  onChange(value: Partial<Choice>): void;
}): ReactNode {
  const { held } = useCaseData();
  const issues = issuesOf(held).filter((i) => i.options !== undefined);
  const issue = held.get("issue", props.value?.issue ?? "");
  return (
    <div className="form-row">
      <Select
        label={t("edit.choiceIssue", { field: props.label })}
        value={props.value?.issue ?? NONE}
        options={[{ id: NONE, name: t("edit.choose") }, ...issues.map((i) => ({ id: i.id, name: i.name }))]}
        onChange={(to) => props.onChange(to === NONE ? {} : { issue: to })}
      />
      {issue === undefined ? null : (
        <Select
          label={t("edit.choiceOption", { field: props.label })}
          value={props.value?.option ?? NONE}
          options={[{ id: NONE, name: t("edit.choose") }, ...optionsOf(issue)]}
          onChange={(to) =>
            props.onChange(to === NONE ? { issue: issue.id } : { issue: issue.id, option: to })
          }
        />
      )}
    </div>
  );
}

/** Two choices that stand in a rule. */
export function PairField(props: FieldProps): ReactNode {
  const pair = (Array.isArray(props.value) ? props.value : [undefined, undefined]) as [
    Partial<Choice> | undefined,
    Partial<Choice> | undefined,
  ];
  const set = (at: 0 | 1, to: Partial<Choice>): void => {
    const now = [pair[0] ?? {}, pair[1] ?? {}];
    now[at] = to;
    props.onChange(now.every((one) => one.issue === undefined) ? undefined : now);
  };
  return (
    <fieldset className="field fieldset">
      <legend className="field-label">{props.label}</legend>
      {props.help === undefined ? null : <p className="field-help">{props.help}</p>}
      <ChoiceField label={t("edit.first")} value={pair[0]} onChange={(to) => set(0, to)} />
      <ChoiceField label={t("edit.second")} value={pair[1]} onChange={(to) => set(1, to)} />
      {props.error === undefined ? null : <p className="field-error">{props.error}</p>}
    </fieldset>
  );
}

/** Sets of choices that may not stand together for a party; one choice alone: never. */
export function RedLinesField(props: FieldProps): ReactNode {
  const sets = (Array.isArray(props.value) ? props.value : []) as Partial<Choice>[][];
  const set = (now: Partial<Choice>[][]): void => props.onChange(now.filter((one) => one.length > 0));
  return (
    <fieldset className="field fieldset">
      <legend className="field-label">{props.label}</legend>
      <p className="field-help">{t("edit.redLinesHelp")}</p>
      {sets.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a red line is known by its place alone
        <div key={at} className="red-line">
          {line.map((one, n) => (
            <ChoiceField
              // biome-ignore lint/suspicious/noArrayIndexKey: so is a choice within it
              key={n}
              label={n === 0 ? t("edit.never") : t("edit.togetherWith")}
              value={one}
              onChange={(to) => set(sets.map((l, i) => (i === at ? l.map((c, k) => (k === n ? to : c)) : l)))}
            />
          ))}
          <div className="row">
            <Button small look="quiet" onPress={() => set(sets.map((l, i) => (i === at ? [...l, {}] : l)))}>
              {t("edit.togetherWith")}
            </Button>
            <Button small look="quiet" onPress={() => set(sets.filter((_, i) => i !== at))}>
              {t("remove")}
            </Button>
          </div>
        </div>
      ))}
      <div className="row">
        <Button small onPress={() => set([...sets, [{}]])}>
          {t("edit.addRedLine")}
        </Button>
      </div>
      {props.error === undefined ? null : <p className="field-error">{props.error}</p>}
    </fieldset>
  );
}

/** The weight of each issue and the value of each of its options, as ranges. */
export function WorthField(props: FieldProps & { entry: Entry; onEntry(change: Entry): void }): ReactNode {
  const { held } = useCaseData();
  const weights = (props.entry.weights ?? {}) as Record<string, unknown>;
  const values = (props.entry.values ?? {}) as Record<string, Record<string, unknown>>;
  const issues = issuesOf(held).filter((i) => i.options !== undefined);
  if (issues.length === 0) return <p className="soft">{t("edit.noIssues")}</p>;
  const without = <T,>(record: Record<string, T>, key: string, value: T | undefined): Record<string, T> => {
    const { [key]: _, ...rest } = record;
    return value === undefined ? rest : { ...rest, [key]: value };
  };
  return (
    <fieldset className="field fieldset">
      <legend className="field-label">{props.label}</legend>
      <p className="field-help">{t("edit.worthHelp")}</p>
      {issues.map((issue) => (
        <details key={issue.id} className="worth" open={Object.hasOwn(values, issue.id)}>
          <summary>
            <bdi>{issue.name}</bdi>
          </summary>
          <table aria-label={t("edit.worthOf", { issue: issue.name })}>
            <tbody>
              <tr>
                <th scope="row">{t("edit.weight")}</th>
                <td>
                  <Range
                    bare
                    label={t("edit.weightOf", { issue: issue.name })}
                    value={weights[issue.id]}
                    onChange={(to) => props.onEntry({ weights: without(weights, issue.id, to), values })}
                  />
                </td>
              </tr>
              {optionsOf(issue).map((option) => (
                <tr key={option.id}>
                  <th scope="row">
                    <bdi>{option.name}</bdi>
                  </th>
                  <td>
                    <Range
                      bare
                      label={t("edit.valueOf", { option: option.name })}
                      value={values[issue.id]?.[option.id]}
                      onChange={(to) => {
                        const mine = without(values[issue.id] ?? {}, option.id, to);
                        const empty = Object.keys(mine).length === 0;
                        props.onEntry({
                          weights,
                          values: without(values, issue.id, empty ? undefined : mine),
                        });
                      }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
      {props.error === undefined ? null : <p className="field-error">{props.error}</p>}
    </fieldset>
  );
}

/** Which moves stand, and which do not, in what cannot be. */
export function PatternField(props: FieldProps): ReactNode {
  const { held } = useCaseData();
  const pattern = (props.value ?? {}) as Record<string, boolean>;
  const moves = held.all("move");
  if (moves.length === 0) return <p className="soft">{t("edit.noMoves")}</p>;
  return (
    <fieldset className="field fieldset">
      <legend className="field-label">{props.label}</legend>
      <div className="form-row">
        {moves.map((move) => (
          <Select
            key={move.id}
            label={`${held.nameOf(`actor:${move.party}`)}: ${move.name}`}
            value={pattern[move.id] === undefined ? NONE : pattern[move.id] ? "yes" : "no"}
            options={[
              { id: NONE, name: t("edit.either") },
              { id: "yes", name: move.taken ?? t("edit.taken") },
              { id: "no", name: move.notTaken ?? t("edit.notTaken") },
            ]}
            onChange={(to) => {
              const { [move.id]: _, ...rest } = pattern;
              props.onChange(to === NONE ? rest : { ...rest, [move.id]: to === "yes" });
            }}
          />
        ))}
      </div>
      {props.error === undefined ? null : <p className="field-error">{props.error}</p>}
    </fieldset>
  );
}
