import { refOf } from "@parley/case";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DataTable } from "../design/data-table.tsx";
import { NewButton } from "../edit/editing.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { actorName } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { PreferenceBasis } from "./preferences.tsx";

/** Parties and what each can do or leave; what cannot stand together; all with basis, and whatever is unknown said. */
export function Parties(): ReactNode {
  const { held } = useCaseData();
  const collator = new Intl.Collator();
  const order = held.parties().map((a) => a.id);
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const rows = [...held.inForce("move")].sort(
    (a, b) =>
      place(a.party) - place(b.party) || collator.compare(actorName(held, a.party), actorName(held, b.party)),
  );
  const rules = held.inForce("infeasibility");
  const without = [...new Set(rows.map((m) => m.party))].filter(
    (who) => !held.inForce("preference").some((p) => p.party === who && p.seenBy === undefined),
  );
  return (
    <section className="moves-part">
      <h2 id="moves-parties">{t("moves.parties")}</h2>
      <DataTable
        label={t("moves.parties")}
        rows={rows}
        keyOf={(m) => m.id}
        columns={[
          { id: "party", name: t("moves.party"), cell: (m) => <bdi>{actorName(held, m.party)}</bdi> },
          {
            id: "move",
            name: t("moves.move"),
            heading: true,
            cell: (m) => (
              <ShowLink of={refOf("move", m.id)}>
                <bdi>{m.name}</bdi>
              </ShowLink>
            ),
          },
          { id: "taken", name: t("moves.taken"), cell: (m) => <bdi>{m.taken ?? m.name}</bdi> },
          {
            id: "notTaken",
            name: t("moves.notTaken"),
            cell: (m) => <bdi>{m.notTaken ?? t("moves.not", { name: m.name })}</bdi>,
          },
          {
            id: "now",
            name: t("moves.now"),
            cell: (m) =>
              m.now === undefined ? (
                <span className="tag standing-unknown">? {t("unknown")}</span>
              ) : (
                t(m.now ? "yes" : "no")
              ),
          },
          {
            id: "change",
            name: t("moves.direction"),
            cell: (m) => t(`moves.direction.${m.change ?? "both"}`),
          },
          { id: "basis", name: t("moves.basis"), cell: (m) => <PreferenceBasis of={m} /> },
        ]}
      />
      <div className="row">
        <NewButton kind="move">{t("moves.newMove")}</NewButton>
      </div>
      {without.map((who) => (
        <p key={who} className="callout">
          {t("moves.preferenceUnknown", { who: actorName(held, who) })}
          <NewButton kind="preference" preset={{ party: who }}>
            {t("moves.newPreference", { who: actorName(held, who) })}
          </NewButton>
        </p>
      ))}
      {rules.length === 0 ? null : (
        <>
          <h3>{t("moves.infeasible")}</h3>
          <ul className="links">
            {rules.map((rule) => (
              <li key={rule.id}>
                <ShowLink of={refOf("infeasibility", rule.id)}>
                  <bdi>
                    {Object.entries(rule.pattern)
                      .map(([id, taken]) => {
                        const name = held.get("move", id)?.name ?? id;
                        return taken ? name : t("moves.not", { name });
                      })
                      .join(" + ")}
                  </bdi>
                </ShowLink>
                {rule.why === undefined ? null : <bdi className="soft"> {rule.why}</bdi>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
