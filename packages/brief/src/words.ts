import type { Case, Id, Ref } from "@parley/case";
import { refOf } from "@parley/case";

/** `Europe`, `Europe and Ukraine`, `Europe, Russia and Ukraine`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** `Russia's`, `United States'`: names of several words that end in s are plurals, unless they are a person's. */
export function possessiveOf(held: Case, id: Id): string {
  const name = actorName(held, id);
  const plural = held.get("actor", id)?.type !== "person" && /\s\S*s$/u.test(name);
  return plural || /^(?:Netherlands|Philippines|Maldives|Seychelles)$/u.test(name) ? `${name}'` : `${name}'s`;
}

/** `1,579`: thousands grouped as English does; other digits as they are. */
export function grouped(n: number): string {
  return n.toLocaleString("en-GB", { maximumFractionDigits: 12 });
}

/** `1 gap`, `2 gaps`. */
export function counted(n: number, one: string, many: string = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

/** A share as per cent; two significant digits, and never a certainty it is not. */
export function percent(share: number): string {
  const value = share * 100;
  if (share > 0 && value < 1) return "under 1%";
  if (share < 1 && value > 99) return "over 99%";
  return `${Number(value.toPrecision(2))}%`;
}

/** At most two significant digits; counts stay whole. */
export function figure(value: number): string {
  return grouped(Number.isInteger(value) ? value : Number(value.toPrecision(2)));
}

/** The name of an actor within a sentence, or words for anybody when it is unknown. */
export function actorName(held: Case, id: Id | undefined): string {
  return id === undefined ? "somebody the record does not name" : held.nameOf(refOf("actor", id));
}

/** The same at the beginning of a sentence. Names stay as they are written. */
export function actorNameFirst(held: Case, id: Id | undefined): string {
  return id === undefined ? "Somebody the record does not name" : actorName(held, id);
}

/** Title, publisher and date of a source as far as they are known. */
export function citeSource(held: Case, id: Id): string {
  const source = held.get("source", id);
  if (source === undefined) return `the source ${id}`;
  const parts = [
    source.title ?? source.file ?? id,
    source.byline,
    source.publisher ?? "publisher unknown",
    source.published?.text ?? dateOf(source.published) ?? "date unknown",
  ].filter((part): part is string => part !== undefined);
  const flagged =
    source.host !== undefined && source.host !== source.publisher ? [`copy found at ${source.host}`] : [];
  return [...new Set([...parts, ...flagged])].join(", ");
}

function dateOf(time: { earliest?: string; latest?: string } | undefined): string | undefined {
  if (time === undefined) return undefined;
  const { earliest, latest } = time;
  if (earliest === latest) return earliest?.slice(0, 10);
  return `${earliest ?? "unknown"} to ${latest ?? "unknown"}`;
}

/** References without repeats. */
export function distinct(refs: readonly Ref[]): Ref[] {
  return [...new Set(refs)];
}
