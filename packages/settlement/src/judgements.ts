import type { Numeric, SettlementJson } from "./settlement-json.ts";

/** A judgement that is a range: whose, its name, and the problem with it set to a number. */
export interface RangedJudgement {
  judgement: string;
  party: string;
  range: readonly [number, number] | readonly [number, number, number];
  set: (value: number) => SettlementJson;
}

/** A copy in which every judgement is replaced. */
export function mapNumbers(json: SettlementJson, change: (value: Numeric) => Numeric): SettlementJson {
  const each = (row: Record<string, Numeric>): Record<string, Numeric> =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, change(value)]));
  return {
    ...json,
    parties: json.parties.map((party) => ({
      ...party,
      reservation: change(party.reservation),
      weights: each(party.weights),
      values: Object.fromEntries(Object.entries(party.values).map(([issue, row]) => [issue, each(row)])),
    })),
  };
}

/** Every judgement that is a range, in the order of the file. */
export function rangedJudgements(json: SettlementJson): RangedJudgement[] {
  const places: RangedJudgement[] = [];
  for (const [i, party] of json.parties.entries()) {
    const put = (changed: Partial<typeof party>): SettlementJson => ({
      ...json,
      parties: json.parties.map((one, j) => (j === i ? { ...one, ...changed } : one)),
    });
    if (typeof party.reservation !== "number") {
      places.push({
        judgement: "value of no deal",
        party: party.id,
        range: party.reservation,
        set: (value) => put({ reservation: value }),
      });
    }
    for (const [issue, weight] of Object.entries(party.weights)) {
      if (typeof weight === "number") continue;
      places.push({
        judgement: `weight of ${issue}`,
        party: party.id,
        range: weight,
        set: (value) => put({ weights: { ...party.weights, [issue]: value } }),
      });
    }
    for (const [issue, row] of Object.entries(party.values)) {
      for (const [option, value] of Object.entries(row)) {
        if (typeof value === "number") continue;
        places.push({
          judgement: `value of ${issue}: ${option}`,
          party: party.id,
          range: value,
          set: (v) => put({ values: { ...party.values, [issue]: { ...row, [option]: v } } }),
        });
      }
    }
  }
  return places;
}
