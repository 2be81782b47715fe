import {
  type Attestation,
  type Claim,
  compareWords,
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
import { day, t } from "../words/index.ts";
import { StatusTags } from "./status-tags.tsx";

/** The columns of a board. Who takes no stand and whose word cannot be known are told apart. */
const COLUMNS = ["asserts", "denies", "doubts", "other", "unknown"] as const;
type ColumnId = (typeof COLUMNS)[number];

function columnOf(stance: Stance): ColumnId {
  return stance === "reports" || stance === "silent" ? "other" : stance;
}

interface Props {
  on: Claim | Instrument;
  until: string | undefined;
  onUntil(day: string | undefined): void;
}

/** One claim or text: who stands where, by party and by speaker, up to a day. */
export function Board({ on, until, onUntil }: Props): ReactNode {
  const { held, knownOn } = useCaseData();
  const limit = until === undefined ? knownOn : knownOn === undefined || until < knownOn ? until : knownOn;
  const dispute = useMemo(() => disputeOver(held, on, limit), [held, on, limit]);
  const days = dispute.days.filter((d) => knownOn === undefined || d <= knownOn);
  const place = until === undefined ? days.length : days.filter((d) => d <= until).length - 1;
  const ref = refOf(on.kind, on.id);
  const title = on.kind === "claim" ? on.says : on.name;
  const heard = new Set(dispute.voices.flatMap((v) => v.party ?? []));
  const unheard = held.parties().filter((party) => !heard.has(party.id));
  const alone = dispute.voices.filter((v) => v.party === undefined);
  return (
    <section className="board" aria-labelledby="board-title">
      <header className="board-head">
        <h2 id="board-title" dir="auto">
          {title} <DissentMark of={ref} />
        </h2>
        <StatusTags dispute={dispute} />
        <div className="row">
          <EditButton of={ref} />
          <RefLink to={ref}>{t("disputes.page")}</RefLink>
        </div>
      </header>
      {days.length === 0 ? null : (
        <label className="board-until">
          <span className="field-label">{t("disputes.until")}</span>
          <input
            type="range"
            min={0}
            max={days.length}
            value={Math.max(0, place)}
            aria-valuetext={until === undefined ? t("disputes.all") : day(until)}
            onChange={(event) => onUntil(days[Number(event.currentTarget.value)])}
          />
          <output>{until === undefined ? t("disputes.all") : day(until)}</output>
          <span className="soft board-help">{t("disputes.untilHelp")}</span>
        </label>
      )}
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
            {dispute.parties.map(({ party, voices, split }) => (
              <Group key={party} party={party} split={split} title={actorName(held, party)} voices={voices} />
            ))}
            {alone.length === 0 ? null : (
              <Group title={t("disputes.noParty")} voices={alone} split={false} party={undefined} />
            )}
          </table>
        </section>
      )}
      {unheard.length === 0 ? null : (
        <p className="soft">{t("disputes.noWord", { who: unheard.map((p) => p.name).join(", ") })}</p>
      )}
      {on.kind === "instrument" ? <Content of={on} /> : null}
      {on.kind === "instrument" ? <Accounts of={on} /> : null}
    </section>
  );
}

function Group(props: {
  party: Id | undefined;
  title: string;
  voices: readonly Voice[];
  split: boolean;
}): ReactNode {
  // A party that speaks for itself alone needs no line over its line.
  const only =
    props.voices.length === 1 && props.voices[0]?.actor === props.party && props.party !== undefined;
  return (
    <tbody>
      {only ? null : (
        <tr className="board-party">
          <th scope="rowgroup" colSpan={COLUMNS.length + 1}>
            <bdi>{props.title}</bdi> {props.split ? <Tag warn>{t("disputes.split")}</Tag> : null}
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
  return (
    <tr>
      <th scope="row" className={within ? "board-within" : undefined}>
        {voice.actor === undefined ? who : <RefLink to={refOf("actor", voice.actor)}>{who}</RefLink>}
      </th>
      {COLUMNS.map((column) => (
        <td key={column} className={columnOf(voice.stance) === column ? "board-here" : undefined}>
          {columnOf(voice.stance) === column ? <Word of={voice.last} who={who} /> : null}
          {voice.earlier
            .filter((e) => columnOf(e.stance) === column)
            .map((e, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an attestation has no name of its own
              <span key={i} className="board-before">
                {t("disputes.before")} <Word of={e} who={who} />
              </span>
            ))}
        </td>
      ))}
    </tr>
  );
}

/** One word said: its day, and the way to its characters. */
function Word({ of, who }: { of: Attestation; who: string }): ReactNode {
  const { held } = useCaseData();
  const passage = of.basis?.passages?.find((id) => held.get("passage", id) !== undefined);
  const claim = of.basis?.claims?.[0];
  const target =
    passage === undefined
      ? claim === undefined
        ? undefined
        : refOf("claim", claim)
      : refOf("passage", passage);
  const assumption = of.basis?.assumption;
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
      {assumption === undefined ? null : (
        <span className="soft"> {t("assumption", { by: assumption.by, on: day(assumption.on) })}</span>
      )}
      {of.note === undefined ? null : <bdi className="soft board-note">{of.note}</bdi>}
    </span>
  );
}

const PARTS = ["what", "when", "condition"] as const;

/** Which parts of an alleged text are known. */
function Content({ of }: { of: Instrument }): ReactNode {
  const { clarity } = of;
  return (
    <section aria-labelledby="board-content">
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

/** What each speaker says of one text or meeting, side by side. */
function Accounts({ of }: { of: Instrument }): ReactNode {
  const { held } = useCaseData();
  const claims = (of.claims ?? []).flatMap((id) => held.get("claim", id) ?? []);
  if (claims.length === 0) return null;
  const speakers = [...new Set(claims.map((claim) => claim.by))].sort((a, b) =>
    compareWords(actorName(held, a), actorName(held, b)),
  );
  return (
    <section aria-labelledby="board-accounts">
      <h3 id="board-accounts">{t("disputes.accounts")}</h3>
      <div className="board-accounts">
        {speakers.map((by) => (
          <div key={by ?? ""} className="board-account">
            <h4>
              <bdi>{actorName(held, by)}</bdi>
            </h4>
            <ul className="plain">
              {claims
                .filter((claim) => claim.by === by)
                .map((claim) => (
                  <li key={claim.id}>
                    <ShowLink of={refOf("claim", claim.id)}>
                      {t(`act.${claim.act}`)}: {claim.says}
                    </ShowLink>
                    {claim.polarity === "yes" ? null : (
                      <>
                        {" "}
                        <Tag warn={claim.polarity === "unknown"}>
                          {t(claim.polarity === "no" ? "polarity.no" : "polarity.unknown")}
                        </Tag>
                      </>
                    )}
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
