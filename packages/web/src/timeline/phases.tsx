import { type Basis, type CaseInfo, isDay, isEmptyBasis, type Passage, PHASES } from "@parley/case";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { useBegun, useEdits } from "../api/edits.ts";
import { useMe } from "../api/me.ts";
import { Button } from "../design/button.tsx";
import { DataTable } from "../design/data-table.tsx";
import { Dialog } from "../design/dialog.tsx";
import { Select, TextField } from "../design/field.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { day, t } from "../words/index.ts";

// Picking a passage brings much with it: it comes when somebody says how far the process is.
const BasisField = lazy(() => import("../edit/basis-field.tsx").then((m) => ({ default: m.BasisField })));

type Phase = NonNullable<CaseInfo["phases"]>[number];

/** How far the process is and was, who says so, from which day and on what. */
export function Phases(): ReactNode {
  const { held } = useCaseData();
  const [adding, setAdding] = useState(false);
  const phases = [...(held.info?.phases ?? [])].sort((a, b) => (a.since < b.since ? 1 : -1));
  return (
    <div className="timeline-part">
      <h2>{t("timeline.phases")}</h2>
      {phases.length === 0 ? (
        <p className="soft">{t("timeline.phasesNone")}</p>
      ) : (
        <DataTable<Phase>
          label={t("timeline.phases")}
          rows={phases}
          keyOf={(one) => `${one.since} ${one.phase}`}
          columns={[
            { id: "since", name: t("timeline.since"), cell: (one) => day(one.since) },
            {
              id: "phase",
              name: t("timeline.phase"),
              heading: true,
              cell: (one) => t(`timeline.phaseOf.${one.phase}`),
            },
            { id: "by", name: t("timeline.saidBy"), cell: (one) => <bdi>{one.by}</bdi> },
            {
              id: "basis",
              name: t("edit.basis"),
              cell: (one) => {
                const passage = one.basis?.passages?.[0];
                const said = one.basis?.assumption;
                return (
                  <>
                    {passage === undefined ? null : (
                      <ShowLink of={`passage:${passage}`}>
                        {held.get("passage", passage)?.exact ?? passage}
                      </ShowLink>
                    )}{" "}
                    {said === undefined ? null : t("assumption", { by: said.by, on: day(said.on) })}
                  </>
                );
              },
            },
          ]}
        />
      )}
      <Button small onPress={() => setAdding(true)}>
        {t("timeline.phaseAdd")}
      </Button>
      <Dialog title={t("timeline.phaseAdd")} isOpen={adding} onClose={() => setAdding(false)} wide>
        <Suspense>{adding ? <PhaseForm onDone={() => setAdding(false)} /> : null}</Suspense>
      </Dialog>
    </div>
  );
}

function PhaseForm({ onDone }: { onDone(): void }): ReactNode {
  const { held, name, state } = useCaseData();
  const edits = useEdits(name);
  const begun = useBegun();
  const { by } = useMe();
  const [phase, setPhase] = useState<Phase["phase"]>("stalemate");
  const [since, setSince] = useState(held.info?.asOf ?? "");
  const [basis, setBasis] = useState<Basis>();
  const [made, setMade] = useState<Passage[]>([]);
  const [tried, setTried] = useState(false);
  const wrong = !isDay(since) || isEmptyBasis(basis) || by === undefined;
  const save = (): void => {
    setTried(true);
    if (wrong || by === undefined || basis === undefined) return;
    const info: CaseInfo = held.info ?? { kind: "case", id: "case", title: state.title };
    const value: CaseInfo = { ...info, phases: [...(info.phases ?? []), { phase, since, by, basis }] };
    const used = made.filter((p) => basis.passages?.includes(p.id));
    void edits.change(
      {
        why: t("why.phase", { phase: t(`timeline.phaseOf.${phase}`) }),
        edits: [
          ...used.map((p) => ({ kind: p.kind, id: p.id, value: p })),
          { kind: value.kind, id: value.id, value },
        ],
      },
      begun,
    );
    onDone();
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="form-row">
        <Select<Phase["phase"]>
          label={t("timeline.phase")}
          value={phase}
          options={PHASES.map((id) => ({ id, name: t(`timeline.phaseOf.${id}`) }))}
          onChange={setPhase}
        />
        <TextField label={t("timeline.since")} type="date" value={since} onChange={setSince} />
      </div>
      <BasisField
        value={basis}
        onChange={setBasis}
        made={made}
        onMade={(passage) => setMade((all) => [...all, passage])}
        required
      />
      {tried && wrong ? <p className="field-error">{t("timeline.phaseMissing")}</p> : null}
      <div className="row">
        <Button look="main" type="submit">
          {t("timeline.phaseSave")}
        </Button>
        <Button onPress={onDone}>{t("cancel")}</Button>
      </div>
    </form>
  );
}
