import type { Actor, Case, CaseEvent, Id, WorldTime } from "@parley/case";
import { refOf } from "@parley/case";
import * as say from "../messages.ts";
import { type Finding, type FindingPlace, finding } from "./finding.ts";

/** Above so many events only those that share a day are compared. */
const ALL_PAIRS = 2_000;
/** Pairs that are named. */
const MOST = 200;
/** Characters around an event's words in which names are looked for. */
const AROUND = 200;

const MEETING = /(?<!\p{L})(?:summits?|meetings?|talks|conferences?|rounds?|sessions?)(?!\p{L})/iu;
const HAPPENED: ReadonlySet<string> = new Set(["happened", "reported"]);
const AHEAD: ReadonlySet<string> = new Set(["planned", "expected", "proposed"]);
/** Words that many events share and that tell nothing of which one it is. */
const COMMON = new Set(
  "about after again against ahead also between both could first follow from have held into last leader leaders meet meets meeting meetings minister ministers more next over president receive round said session summit summits talks than that their there these they this those took place were when which will with would".split(
    " ",
  ),
);

/** What is known of an event for telling whether another is the same. */
interface Told {
  event: CaseEvent;
  sources: ReadonlySet<Id>;
  kind: "happened" | "ahead";
  from?: string;
  to?: string;
  place?: string;
  explicit: ReadonlySet<Id>;
  /** Participants, and who is named beside its words. */
  names: ReadonlySet<Id>;
  words: ReadonlySet<string>;
  meeting: boolean;
  at: FindingPlace;
}

/**
 * Events of different documents that may be one: nothing speaks against it (day, kind, who took part), and two things speak for
 * it (the day, the place, who took part or is named beside, words). A reason to look; the analyst makes them one or two.
 */
export function sameEvents(held: Case): Finding[] {
  const told = toldEvents(held);
  const pairs = told.length <= ALL_PAIRS ? everyPair(told) : pairsOfDays(told);
  const found: { finding: Finding; strength: number }[] = [];
  for (const [a, b] of pairs) {
    const why = likeness(a, b);
    if (why === undefined) continue;
    const names = why.names.map((id) => held.nameOf(refOf("actor", id)));
    const says = say.sameEvent(a.event.title, b.event.title, {
      day: why.day,
      place: why.place,
      names,
      words: why.words,
    });
    found.push({
      strength: why.strength,
      finding: {
        ...finding("same-event", [a.at, b.at], says),
        // By the events: their words may be anchored anew.
        id: `same-event:${[a.event.id, b.event.id].sort().join("+")}`,
        events: [a.event.id, b.event.id],
      },
    });
  }
  return found
    .sort((a, b) => b.strength - a.strength || (a.finding.id < b.finding.id ? -1 : 1))
    .slice(0, MOST)
    .map((one) => one.finding);
}

interface Likeness {
  day: string | undefined;
  place: string | undefined;
  names: Id[];
  words: string[];
  strength: number;
}

function likeness(a: Told, b: Told): Likeness | undefined {
  if (a.kind !== b.kind || a.event.type !== b.event.type) return undefined;
  for (const source of a.sources) if (b.sources.has(source)) return undefined;
  const dated = a.from !== undefined && b.from !== undefined;
  if (dated && (a.from! > b.to! || b.from! > a.to!)) return undefined;
  // A day of a month that only overlaps with the month is no agreement.
  const day = dated && a.from === b.from && a.to === b.to ? a.from : undefined;
  const shared = <T>(x: ReadonlySet<T>, y: ReadonlySet<T>): T[] => [...x].filter((one) => y.has(one));
  if (a.explicit.size > 0 && b.explicit.size > 0 && shared(a.explicit, b.explicit).length === 0)
    return undefined;
  const names = shared(a.names, b.names);
  const place =
    a.place !== undefined && b.place !== undefined && (a.place.includes(b.place) || b.place.includes(a.place))
      ? (a.event.place ?? b.event.place)
      : undefined;
  const words = shared(a.words, b.words).slice(0, 5);
  const strength =
    (day === undefined ? 0 : 2) +
    (place === undefined ? 0 : 2) +
    Math.min(2, names.length) +
    (words.length > 1 ? 1 : 0) +
    (a.meeting && b.meeting ? 1 : 0);
  const kinds = [day !== undefined, place !== undefined, names.length > 0, words.length > 1].filter(Boolean);
  // Two meetings of the same two people, with no day against it, may be one; less than that says nothing.
  const enough = kinds.length > 1 || (names.length > 1 && a.meeting && b.meeting);
  return enough && strength >= 3 ? { day, place, names, words, strength } : undefined;
}

function* everyPair(told: readonly Told[]): Generator<[Told, Told]> {
  for (const [i, a] of told.entries()) for (let j = i + 1; j < told.length; j++) yield [a, told[j] as Told];
}

function* pairsOfDays(told: readonly Told[]): Generator<[Told, Told]> {
  const byDay = new Map<string, Told[]>();
  for (const one of told)
    if (one.from !== undefined) byDay.set(one.from, [...(byDay.get(one.from) ?? []), one]);
  for (const day of byDay.values()) yield* everyPair(day);
}

function toldEvents(held: Case): Told[] {
  const finder = namesFinder(held.all("actor").filter((one) => one.review?.state !== "rejected"));
  const texts = new Map(held.all("text").map((text) => [text.source, text.text]));
  return held.all("event").flatMap((event): Told[] => {
    const state = event.review?.state;
    if (state === "rejected" || state === "superseded" || event.retractedAt !== undefined) return [];
    const kind = HAPPENED.has(event.occurrence)
      ? "happened"
      : AHEAD.has(event.occurrence)
        ? "ahead"
        : undefined;
    const passages = (event.basis?.passages ?? []).flatMap((id) => held.get("passage", id) ?? []);
    const [first] = passages;
    if (kind === undefined || first === undefined) return [];
    const explicit = new Set((event.participants ?? []).map((one) => one.actor));
    const names = new Set(explicit);
    let words = event.title;
    for (const { source, start, end, exact } of passages) {
      words += ` ${exact}`;
      const text = texts.get(source) ?? exact;
      for (const id of finder(text.slice(Math.max(0, start - AROUND), end + AROUND))) names.add(id);
    }
    const days = daysOf(event.when);
    return [
      {
        event,
        sources: new Set(passages.map((one) => one.source)),
        kind,
        ...days,
        ...(event.place === undefined ? {} : { place: plain(event.place) }),
        explicit,
        names,
        words: contentWords(words),
        meeting: MEETING.test(words),
        at: { source: first.source, range: [first.start, first.end], text: first.exact },
      },
    ];
  });
}

function daysOf(when: WorldTime | undefined): { from?: string; to?: string } {
  const [from, to] = [when?.earliest?.slice(0, 10), when?.latest?.slice(0, 10)];
  return from === undefined || to === undefined ? {} : { from, to };
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const contentWords = (words: string): Set<string> =>
  new Set((plain(words).match(/[\p{L}\p{N}]{4,}/gu) ?? []).filter((word) => !COMMON.has(word)));

/** Finds which actors a stretch of text names, by name, alias or family name. */
function namesFinder(actors: readonly Actor[]): (text: string) => Id[] {
  const byName = new Map<string, Id | null>();
  const add = (name: string, id: Id): void => {
    const key = plain(name);
    if (key.length < 3) return;
    // A name that two actors go by tells of neither.
    byName.set(key, byName.has(key) && byName.get(key) !== id ? null : id);
  };
  for (const { id, name, type, aliases = [] } of actors) {
    if (type === "anonymous") continue;
    const all = [name, ...aliases.map((alias) => (typeof alias === "string" ? alias : alias.name))];
    for (const one of all) {
      add(one, id);
      const last = one.split(" ").at(-1)!;
      if (type === "person" && last !== one) add(last, id);
    }
  }
  const longest = Math.max(1, ...[...byName.keys()].map((key) => key.split(" ").length));
  return (text) => {
    const words = plain(text).split(" ");
    const found = new Set<Id>();
    for (let i = 0; i < words.length; i++)
      for (let n = 1; n <= longest && i + n <= words.length; n++) {
        const id = byName.get(words.slice(i, i + n).join(" "));
        if (id != null) found.add(id);
      }
    return [...found];
  };
}
