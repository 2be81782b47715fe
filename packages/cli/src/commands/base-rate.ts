import { basename, extname } from "node:path";
import {
  type BaseRate,
  baseRate,
  type ClassFilter,
  ForecastFormatError,
  filteredClass,
  HORIZONS,
  REFERENCE_CLASSES,
  type ReferenceClass,
  readDurations,
  referenceClass,
} from "@parley/forecast";
import { UserError } from "@parley/server/casework";
import { readText } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, percent, table } from "../output.ts";

interface Options extends ClassFilter {
  elapsed: number;
  class?: string;
  durations?: string;
  within?: number[];
}

/** `parley base-rate`: how wars that had lasted as long went on, by one class or by several side by side. */
export async function run(options: Options): Promise<Outcome> {
  const { since, kind, outcome } = options;
  const filter: ClassFilter = {
    ...(since === undefined ? {} : { since }),
    ...(kind === undefined ? {} : { kind }),
    ...(outcome === undefined ? {} : { outcome }),
  };
  const rates = classesOf(options).map((one) =>
    baseRate(filteredClass(one, filter), options.elapsed, options.within ?? HORIZONS),
  );
  const only = rates.length === 1 ? rates[0] : undefined;
  return { json: only ?? { classes: rates }, text: rates.map(inWords).join("\n\n\n") };
}

function classesOf(options: Options): ReferenceClass[] {
  const own = options.durations === undefined ? [] : [ownClass(options.durations)];
  if (options.class === undefined) {
    if (own.length === 0) throw new UserError("usage", say.classNeeded(REFERENCE_CLASSES.map((c) => c.name)));
    return own;
  }
  const named =
    options.class === "all"
      ? [...REFERENCE_CLASSES]
      : options.class.split(",").map((name) => referenceClass(name));
  return [...named, ...own];
}

function ownClass(path: string): ReferenceClass {
  try {
    return readDurations(readText(path), basename(path, extname(path)));
  } catch (error) {
    if (!(error instanceof ForecastFormatError)) throw error;
    throw new UserError("durations-format", error.message, { where: path, cause: error });
  }
}

function inWords(rate: BaseRate): string {
  const rows = rate.within.map(({ days, ended, share, interval }) => [
    String(days),
    `${ended} of ${rate.atRisk}`,
    percent(share),
    interval === null ? "unknown" : `${percent(interval[0])} to ${percent(interval[1])}`,
  ]);
  const head = ["within days", "ended", "share", `${percent(rate.level)} interval`];
  return [
    `${rate.title}, after ${rate.elapsedDays} days`,
    rate.words,
    "",
    table(head, rows),
    "",
    rate.citation,
  ].join("\n");
}
