import { asKnownOn, Case, type Ref, refOf } from "@parley/case";
import { type Agreed, agreedAt } from "./agreed.ts";

/**
 * Where each table stands that says what it has closed or how it closes, as of a day, and the objects that was read from.
 * Without an agenda of its own a table has every issue of the case before it.
 */
export function agreedFromCase(whole: Case, asOf?: string): { tables: Agreed[]; inputs: Ref[] } {
  const held = asOf === undefined ? whole : new Case(asKnownOn(whole.objects(), asOf));
  const issues = held.inForce("issue").map((one) => one.id);
  const tables: Agreed[] = [];
  const inputs: Ref[] = [];
  for (const consent of held.inForce("consent")) {
    const telling = (consent.tables ?? []).filter(
      (one) => one.nothingUntilAll === true || (one.closed ?? []).length > 0,
    );
    if (telling.length > 0) inputs.push(refOf("consent", consent.id));
    for (const { name, agenda = issues, closed = [], nothingUntilAll = false } of telling) {
      const byDay = closed
        .filter(({ on }) => on === undefined || asOf === undefined || on <= asOf.slice(0, 10))
        .sort((a, b) => ((a.on ?? "") < (b.on ?? "") ? -1 : (a.on ?? "") > (b.on ?? "") ? 1 : 0));
      tables.push(
        agreedAt(
          name,
          agenda,
          byDay.map(({ issue, option, on }) => ({
            issue,
            ...(option === undefined ? {} : { option }),
            ...(on === undefined ? {} : { on }),
          })),
          nothingUntilAll,
        ),
      );
    }
  }
  if (inputs.length > 0) inputs.push(...issues.map((id) => refOf("issue", id)));
  return { tables, inputs };
}
