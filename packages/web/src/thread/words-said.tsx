import type { Attestation, Claim, Id, Instrument, Passage, Ref } from "@parley/case";
import { refOf, voicesOn } from "@parley/case";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useCaseData } from "../api/case-data.ts";
import { day, t } from "../words/index.ts";
import { actorName, timeWords } from "./describe.ts";
import { RefLink } from "./ref-link.tsx";
import { untilOf } from "./standing.ts";

/** The one who said a word, or whose side it was on where nobody is named. */
export function speakerOf(held: Parameters<typeof actorName>[0], word: Attestation): string {
  if (word.actor !== undefined) return actorName(held, word.actor);
  return word.party === undefined
    ? t("attest.unnamed")
    : t("attest.unnamedOf", { party: actorName(held, word.party) });
}

/** What a word rests on first: its characters, or a claim. */
export function restsOn(
  held: { get(kind: "passage", id: Id): Passage | undefined },
  { basis }: Attestation,
): Ref | undefined {
  const passage = basis?.passages?.find((id) => held.get("passage", id) !== undefined);
  if (passage !== undefined) return refOf("passage", passage);
  const claim = basis?.claims?.[0];
  return claim === undefined ? undefined : refOf("claim", claim);
}

/** Through whom a word came, whose assumption it is, and what is noted of it. */
export function WordNotes({ of }: { of: Attestation }): ReactNode {
  const { held } = useCaseData();
  const assumption = of.basis?.assumption;
  return (
    <>
      {of.via === undefined ? null : (
        <span className="soft"> {t("attest.through", { who: actorName(held, of.via) })}</span>
      )}
      {assumption === undefined ? null : (
        <span className="soft"> {t("assumption", { by: assumption.by, on: day(assumption.on) })}</span>
      )}
      {of.note === undefined ? null : <bdi className="soft word-note">{of.note}</bdi>}
    </>
  );
}

/** Everything said of a claim or text up to the chosen day: each with its day, its words, and what it replaced. */
export function WordsSaid({ on, board = true }: { on: Claim | Instrument; board?: boolean }): ReactNode {
  const { held, knownOn, name } = useCaseData();
  const voices = useMemo(() => voicesOn(held, on, untilOf(held, knownOn)), [held, on, knownOn]);
  if (voices.length === 0) return null;
  const line = (word: Attestation, before: boolean): ReactNode => {
    const target = restsOn(held, word);
    return (
      <>
        <strong>
          <bdi>{speakerOf(held, word)}</bdi>
        </strong>{" "}
        {before ? `${t("disputes.before")} ` : ""}
        {t(`attestation.${word.stance}`)}{" "}
        {word.when === undefined ? null : (
          <span className="soft">{t("attestation.on", { when: timeWords(word.when) })} </span>
        )}
        {target === undefined ? null : <RefLink to={target}>{t("disputes.words")}</RefLink>}
        <WordNotes of={word} />
      </>
    );
  };
  return (
    <>
      <ul className="plain words-said">
        {voices.flatMap((voice, v) => [
          ...voice.standing.map((word, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an attestation has no name of its own
            <li key={`${v}.${i}`}>
              {line(word, false)}
              {voice.unordered ? <span className="soft"> {t("disputes.unordered")}</span> : null}
            </li>
          )),
          ...voice.earlier.map((word, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an attestation has no name of its own
            <li key={`${v}-${i}`} className="soft">
              {line(word, true)}
            </li>
          )),
        ])}
      </ul>
      {board ? (
        <p>
          <Link
            to="/c/$case/disputes"
            params={{ case: name }}
            search={(s) => ({ level: s.level, known: s.known, d: refOf(on.kind, on.id) })}
          >
            {t("disputes.openBoard")}
          </Link>
        </p>
      ) : null}
    </>
  );
}
