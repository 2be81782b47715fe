import type { Id, Position } from "@parley/case";
import { refOf } from "@parley/case";
import type { PositionCell } from "@parley/settlement";
import type { ReactNode } from "react";
import { useCaseData } from "../api/case-data.ts";
import { SidePanel } from "../design/side-panel.tsx";
import { LevelTag, StandingTag, Tag } from "../design/tag.tsx";
import { EditButton, NewButton } from "../edit/editing.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { Chain } from "../thread/chain.tsx";
import { actorName, timeWords } from "../thread/describe.ts";
import { Hanging } from "../thread/hanging.tsx";
import { day, t } from "../words/index.ts";
import { earlierOf, whenOf } from "./history.ts";

interface Props {
  party: Id;
  issue: Id;
  viewer: Id | undefined;
  cell: PositionCell | undefined;
  onClose(): void;
}

/** All about one party on one issue: what it wants, why, on what evidence, what it wanted before, how others see it. */
export function CellPanel({ party, issue, viewer, cell, onClose }: Props): ReactNode {
  const { held } = useCaseData();
  const shown = (cell?.positions ?? []).flatMap((p) => held.get("position", p.id) ?? []);
  const pictures = held
    .inForce("position")
    .filter((p) => p.of === party && p.issue === issue && p.seenBy !== undefined && p.seenBy !== viewer);
  const earlier = earlierOf(held, party, issue, new Set(shown.map((p) => p.id)));
  const title = t("title.position", {
    who: actorName(held, party),
    issue: held.nameOf(refOf("issue", issue)),
  });
  return (
    <SidePanel title={title} about={`${party} ${issue}`} onClose={onClose} testId="cell-panel">
      {shown.length === 0 ? <p>{t("positions.nothingKnown")}</p> : null}
      {shown.map((p) => (
        <Whole key={p.id} position={p} />
      ))}
      <div className="row">
        <NewButton kind="position" preset={{ of: party, issue }}>
          {t("positions.new")}
        </NewButton>
        <NewButton kind="position" preset={{ of: party, issue, standing: "assumed" }}>
          {t("positions.newPicture")}
        </NewButton>
      </div>
      {pictures.length === 0 ? null : (
        <section>
          <h3 className="pane-title">{t("positions.others")}</h3>
          <ul className="links">
            {pictures.map((p) => (
              <li key={p.id}>
                <bdi>{actorName(held, p.seenBy)}</bdi>:{" "}
                <ShowLink of={refOf("position", p.id)}>{wordsOf(p, cellOption(held, p))}</ShowLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3 className="pane-title">{t("positions.before")}</h3>
        {earlier.length === 0 ? (
          <p className="soft">{t("positions.noneBefore")}</p>
        ) : (
          <ol className="links">
            {earlier.map((p) => (
              <li key={p.id}>
                <span className="soft">{whenOf(p) === "" ? t("unknown") : day(whenOf(p).slice(0, 10))}</span>{" "}
                <ShowLink of={refOf("position", p.id)}>{wordsOf(p, cellOption(held, p))}</ShowLink>
              </li>
            ))}
          </ol>
        )}
      </section>
    </SidePanel>
  );
}

type Held = ReturnType<typeof useCaseData>["held"];
const cellOption =
  (held: Held, p: Position) =>
  (option: string): string =>
    held.get("issue", p.issue)?.options?.[option] ?? option;

/** A position in one line. */
function wordsOf(p: Position, option: (id: string) => string): string {
  const { wants, rejects } = p;
  const wanted =
    wants === undefined
      ? []
      : typeof wants === "string"
        ? [option(wants)]
        : typeof wants === "number"
          ? [String(wants)]
          : Array.isArray(wants)
            ? wants.map(option)
            : [t("range", { low: wants.low, high: wants.high })];
  const not = (rejects ?? []).map(option);
  if (wanted.length === 0 && not.length === 0) return t("positions.whichUnknown");
  return [
    ...(wanted.length === 0 ? [] : [wanted.join("; ")]),
    ...(not.length === 0 ? [] : [t("positions.notThese", { options: not.join("; ") })]),
  ].join(" · ");
}

function Whole({ position: p }: { position: Position }): ReactNode {
  const { held, thread } = useCaseData();
  const ref = refOf("position", p.id);
  const rows: [string, string | undefined][] = [
    [t("form.position.interest"), p.interest],
    [t("form.position.need"), p.need],
    [t("form.position.during"), p.during === undefined ? undefined : timeWords(p.during)],
    [t("form.position.about"), p.about === undefined ? undefined : actorName(held, p.about)],
  ];
  return (
    <section className="cell-whole">
      <p className="cell-wants" dir="auto">
        {wordsOf(p, cellOption(held, p))}
      </p>
      <div className="tags">
        <StandingTag standing={p.standing} />
        <Tag warn={p.firmness === "red line"}>{t(`choice.${p.firmness}`)}</Tag>
        <LevelTag level={p.level ?? "team"} />
        <EditButton of={ref} />
      </div>
      <dl className="cell-why">
        {rows.map(([name, words]) =>
          words === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ),
        )}
      </dl>
      {p.interest === undefined && p.need === undefined ? (
        <p className="soft">{t("positions.whyUnknown")}</p>
      ) : null}
      {thread.supports(ref).map((below) => (
        <Chain key={below} of={below} />
      ))}
      <Hanging of={ref} />
    </section>
  );
}
