import {
  type Attestation,
  attestationsOf,
  type CaseEvent,
  type Claim,
  dayOf,
  disputeOver,
  type Id,
  type Instrument,
  refOf,
  type Stance,
  type Voice,
} from "@parley/case";
import { type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { DissentMark } from "../comments/dissent-mark.tsx";
import { Tag } from "../design/tag.tsx";
import { EditButton } from "../edit/editing.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { actorName, timeWords } from "../thread/describe.ts";
import { RefLink } from "../thread/ref-link.tsx";
import { untilOf } from "../thread/standing.ts";
import { restsOn, speakerOf, WordNotes } from "../thread/words-said.tsx";
import { day, t } from "../words/index.ts";
import { AccountsTable } from "./accounts-table.tsx";
import { StatusTags } from "./status-tags.tsx";

/** The columns of a board. Who takes no stand and whose word cannot be known are told apart. */
const COLUMNS = ["asserts", "denies", "doubts", "other", "unknown"] as const;
type ColumnId = (typeof COLUMNS)[number];

function columnOf(stance: Stance): ColumnId {
  return stance === "reports" || stance === "silent" ? "other" : stance;
}

interface Props {
  on: Claim | Instrument;
  /** The day chosen on the slider; undefined: all that counts. */
  until: string | undefined;
  onUntil(day: string | undefined): void;
}

/** One claim or text: who stands where, by party and by speaker, up to a day. */
export function Board({ on, until, onUntil }: Props): ReactNode {
  const { held, knownOn } = useCaseData();
  const most = useMemo(() => untilOf(held, knownOn), [held, knownOn]);
  const end = most.said;
  const said = until === undefined || (end !== undefined && end < until) ? end : until;
  const limit = useMemo(() => ({ ...most, said }), [most, said]);
  const dispute = useMemo(() => disputeOver(held, on, limit), [held, on, limit]);
  const days = dispute.days.filter((d) => end === undefined || d <= end);
  const later = attestationsOf(on).filter((a) => end !== undefined && dayOf(a) > end).length;
  const place = until === undefined ? days.length : days.filter((d) => d <= until).length - 1;
  const untilWords =
    until !== undefined
      ? day(until)
      : end === undefined
        ? t("disputes.all")
        : t("disputes.untilDay", { on: day(end) });
  const heard = new Set(dispute.voices.flatMap((v) => v.party ?? []));
  const unheard = held.parties().filter((party) => !heard.has(party.id));
  const alone = dispute.voices.filter((v) => v.party === undefined);
  const settled = dispute.status === "settled" && on.kind === "claim" ? on.settled : undefined;
  return (
    <section className="board" aria-labelledby="board-title">
      <BoardHead of={on} title={on.kind === "claim" ? on.says : on.name}>
        <StatusTags dispute={dispute} />
      </BoardHead>
      {settled === undefined ? null : (
        <p>
          {t("disputes.settled", {
            by: settled.by,
            on: day(settled.on),
            as: t(`disputes.as.${settled.as}`),
            why: settled.why,
          })}
        </p>
      )}
      {days.length === 0 ? null : (
        <label className="board-until">
          <span className="field-label">{t("disputes.until")}</span>
          <input
            type="range"
            min={0}
            max={days.length}
            value={Math.max(0, place)}
            aria-valuetext={untilWords}
            onChange={(event) => onUntil(days[Number(event.currentTarget.value)])}
          />
          <output>{untilWords}</output>
          <span className="soft board-help">{t("disputes.untilHelp")}</span>
        </label>
      )}
      {later === 0 ? null : <p className="soft">{t("disputes.later", { count: later })}</p>}
      {dispute.voices.length === 0 ? (
        <p>{t("disputes.nobody")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the keyboard
        <section className="board-scroll" tabIndex={0} aria-label={t("disputes.board")}>
          <table className="board-table" aria-label={t("disputes.board")}>
            <thead>
              <tr>
                <th scope="col">{t("disputes.who")}</th>
                {COLUMNS.map((id) => (
                  <th key={id} scope="col">
                    {t(`disputes.${id}`)}
                  </th>
                ))}
              </tr>
            </thead>
            {dispute.parties.map(({ party, voices, split, stance }) => (
              <Group
                key={party}
                party={party}
                title={actorName(held, party)}
                voices={voices}
                together={split ? undefined : stance}
              />
            ))}
            {alone.length === 0 ? null : (
              <Group title={t("disputes.noParty")} voices={alone} together={undefined} party={undefined} />
            )}
          </table>
        </section>
      )}
      {unheard.length === 0 ? null : (
        <p className="soft">{t("disputes.noWord", { who: unheard.map((p) => p.name).join(", ") })}</p>
      )}
      {on.kind === "instrument" ? <Content of={on} /> : null}
      {on.kind === "instrument" ? <AccountsTable of={on} until={limit} /> : null}
    </section>
  );
}

/** A meeting of which more than one tells: their accounts side by side. */
export function MeetingBoard({ of }: { of: CaseEvent }): ReactNode {
  const { held, knownOn } = useCaseData();
  const until = useMemo(() => untilOf(held, knownOn), [held, knownOn]);
  return (
    <section className="board" aria-labelledby="board-title">
      <BoardHead of={of} title={of.title}>
        {of.when === undefined ? null : <p className="soft">{timeWords(of.when)}</p>}
      </BoardHead>
      <AccountsTable of={of} until={until} />
    </section>
  );
}

function BoardHead(props: {
  of: Claim | Instrument | CaseEvent;
  title: string;
  children: ReactNode;
}): ReactNode {
  const ref = refOf(props.of.kind, props.of.id);
  return (
    <header className="board-head">
      <h2 id="board-title" dir="auto">
        {props.title} <DissentMark of={ref} />
      </h2>
      {props.children}
      <div className="row">
        <EditButton of={ref} />
        <RefLink to={ref}>{t("disputes.page")}</RefLink>
      </div>
    </header>
  );
}

function Group(props: {
  party: Id | undefined;
  title: string;
  voices: readonly Voice[];
  /** Where the party stands taken together; undefined where its people differ. */
  together: Stance | undefined;
}): ReactNode {
  // A party that speaks for itself alone needs no line over its line.
  const only =
    props.voices.length === 1 && props.voices[0]?.actor === props.party && props.party !== undefined;
  return (
    <tbody>
      {only ? null : (
        <tr className="board-party">
          <th scope="rowgroup" colSpan={COLUMNS.length + 1}>
            <bdi>{props.title}</bdi>{" "}
            {props.party === undefined ? null : props.together === undefined ? (
              <Tag warn>{t("disputes.split")}</Tag>
            ) : (
              <span className="soft">
                {t("disputes.partyStands", { stance: t(`attestation.${props.together}`) })}
              </span>
            )}
          </th>
        </tr>
      )}
      {props.voices.map((voice, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a voice without a name has nothing else
        <Line key={i} voice={voice} within={!only} />
      ))}
    </tbody>
  );
}

function Line({ voice, within }: { voice: Voice; within: boolean }): ReactNode {
  const { held } = useCaseData();
  const who = voice.actor === undefined ? t("attest.unnamed") : actorName(held, voice.actor);
  const spoken = voice.standing[0] === undefined ? who : speakerOf(held, voice.standing[0]);
  return (
    <tr>
      <th scope="row" className={within ? "board-within" : undefined}>
        {voice.actor === undefined ? who : <RefLink to={refOf("actor", voice.actor)}>{who}</RefLink>}
        {voice.unordered ? <span className="soft board-note">{t("disputes.unordered")}</span> : null}
      </th>
      {COLUMNS.map((column) => {
        const here = voice.standing.filter((word) => columnOf(word.stance) === column);
        return (
          <td key={column} className={here.length > 0 ? "board-here" : undefined}>
            {here.map((word, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an attestation has no name of its own
              <Word key={i} of={word} who={spoken} />
            ))}
            {voice.earlier
              .filter((word) => columnOf(word.stance) === column)
              .map((word, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an attestation has no name of its own
                <span key={i} className="board-before">
                  {t("disputes.before")} <Word of={word} who={spoken} />
                </span>
              ))}
          </td>
        );
      })}
    </tr>
  );
}

/** One word said: its day, and the way to its characters. */
function Word({ of, who }: { of: Attestation; who: string }): ReactNode {
  const { held } = useCaseData();
  const target = restsOn(held, of);
  return (
    <span className="board-word">
      <span aria-hidden="true">● </span>
      {of.stance === "reports" || of.stance === "silent" ? `${t(`disputes.${of.stance}`)} ` : ""}
      {of.when === undefined ? <span className="soft">{t("disputes.noDay")}</span> : timeWords(of.when)}
      {target === undefined ? null : (
        <>
          {" · "}
          <ShowLink of={target} label={t("disputes.wordsOf", { who })}>
            {t("disputes.words")}
          </ShowLink>
        </>
      )}
      <WordNotes of={of} />
    </span>
  );
}

const PARTS = ["what", "when", "condition"] as const;

/** Which parts of an alleged text are known. */
function Content({ of }: { of: Instrument }): ReactNode {
  const { clarity } = of;
  return (
    <section className="board-section" aria-labelledby="board-content">
      <h3 id="board-content">{t("disputes.clarity")}</h3>
      {clarity === undefined ? (
        <p className="soft">{t("disputes.clarityUnsaid")}</p>
      ) : (
        <>
          <p>{t("disputes.clarityKnown", { known: PARTS.filter((part) => clarity[part]).length })}</p>
          <dl className="meta">
            {PARTS.map((part) => (
              <div key={part}>
                <dt>{t(`clarity.${part}`)}</dt>
                <dd>{clarity[part] ? t("disputes.partKnown") : t("disputes.partNot")}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
