import { describe, expect, it } from "vitest";
import { readSettlementCsv } from "./settlement-csv.ts";

const table = `party,issue,weight,option,value
Lowlands,gates,0.6,alone,0
Lowlands,gates,,joint,1
Lowlands,level,0.4,low,1
Lowlands,level,,high,0
Lowlands,,,,0.5
Uplands,gates,0.5,alone,1
Uplands,gates,0.5,joint,0.2..0.4
Uplands,level,0.5,low,0
Uplands,level,,high,1
Uplands,,,,0.4..0.6..0.9
`;

describe("a table of values", () => {
  it("gives the problem, ranges and all, whatever separates its cells", () => {
    const json = readSettlementCsv(table);
    expect(json.issues).toEqual([
      { id: "gates", options: ["alone", "joint"] },
      { id: "level", options: ["low", "high"] },
    ]);
    expect(json.parties[1]).toEqual({
      id: "Uplands",
      reservation: [0.4, 0.6, 0.9],
      weights: { gates: 0.5, level: 0.5 },
      values: { gates: { alone: 1, joint: [0.2, 0.4] }, level: { low: 0, high: 1 } },
    });
    expect(readSettlementCsv(`\uFEFF${table.replaceAll(",", ";")}`)).toEqual(json);
    expect(readSettlementCsv(table.replaceAll(",", "\t"))).toEqual(json);
  });
  it("says on which line what is wrong", () => {
    const wrong = (from: string, to: string): string => {
      try {
        readSettlementCsv(table.replace(from, to));
        return "";
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(wrong("option", "choice")).toBe(
      'line 1: there is no column "option"; the columns are party, issue, weight, option, value',
    );
    expect(wrong("joint,1", "joint,lots")).toBe(
      'line 3: expected a number or a range such as 0.2..0.5 in rising order, found "lots"',
    );
    expect(wrong("0.2..0.4", "0.4..0.2")).toMatch(/^line 8: .*rising order/);
    expect(wrong("Lowlands,level,,high,0", "Lowlands,level,,low,0")).toBe(
      'line 5: "low" of "level" is given twice for "Lowlands"',
    );
    expect(wrong("gates,0.5,joint", "gates,0.6,joint")).toMatch(
      /^line 8: the weight of "gates" is given twice/,
    );
    expect(wrong("Uplands,gates,0.5,alone,1", "Uplands,__proto__,0.5,alone,1")).toMatch(
      /^line 7: "__proto__" cannot be/,
    );
    expect(({} as Record<string, unknown>).alone).toBeUndefined();
    expect(wrong("Lowlands,,,,0.5\n", "")).toMatch(/no reservation/);
    expect(wrong("Uplands,level,,high,1\n", "")).toMatch(/the option "high" has no value/);
  });
});
