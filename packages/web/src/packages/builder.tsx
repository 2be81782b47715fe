import type { Case, Id, Ref } from "@parley/case";
import { refOf } from "@parley/case";
import { type PackageJson, positionsHeld, type SettlementJson } from "@parley/settlement";
import type { ReactNode } from "react";
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { useCaseData } from "../api/case-data.ts";
import { ShowLink } from "../frame/screen.tsx";
import { actorName } from "../thread/describe.ts";
import { t } from "../words/index.ts";
import { valuationOf } from "./valuation-of.ts";
import { issueName, optionName } from "./words.ts";

/** How an open issue is called among the options. */
const OPEN = "?";

/** One option an issue, by mouse or arrows; each says who rules it out. */
export function Builder({
  problem,
  chosen,
  viewer,
  onChange,
}: {
  problem: SettlementJson;
  chosen: PackageJson;
  /** Through whose eyes; none: as in the record. */
  viewer: Id | undefined;
  onChange(issue: Id, option: Id | null): void;
}): ReactNode {
  const { held } = useCaseData();
  return (
    <div className="builder">
      {problem.issues.map((issue) => (
        <RadioGroup
          key={issue.id}
          className="builder-issue"
          value={chosen[issue.id] ?? OPEN}
          onChange={(to) => onChange(issue.id, to === OPEN ? null : to)}
        >
          <Label className="builder-name" dir="auto">
            {issueName(held, issue.id)}
          </Label>
          {issue.options.map((option) => {
            const against = againstOf(problem, held, viewer, issue.id, option);
            return (
              <div key={option} className="builder-row">
                <Radio value={option} className="builder-option">
                  <span className="radio-dot" aria-hidden="true" />
                  <bdi>{optionName(held, issue.id, option)}</bdi>
                </Radio>
                {against.length === 0 ? null : (
                  <span className="builder-against">
                    <span aria-hidden="true">⊘ </span>
                    {t("packages.ruledOutBy")}{" "}
                    {against.map(({ who, ref }, i) => (
                      <span key={who}>
                        {i === 0 ? "" : ", "}
                        {ref === undefined ? (
                          actorName(held, who)
                        ) : (
                          <ShowLink of={ref}>{actorName(held, who)}</ShowLink>
                        )}
                      </span>
                    ))}
                  </span>
                )}
              </div>
            );
          })}
          <div className="builder-row">
            <Radio value={OPEN} className="builder-option builder-open">
              <span className="radio-dot" aria-hidden="true" />
              {t("edit.leftOpen")}
            </Radio>
          </div>
        </RadioGroup>
      ))}
    </div>
  );
}

/** Who draws a red line against an option taken alone, and where that is on record. */
function againstOf(
  problem: SettlementJson,
  held: Case,
  viewer: Id | undefined,
  issue: Id,
  option: Id,
): { who: Id; ref: Ref | undefined }[] {
  return problem.parties
    .filter((party) =>
      (party.redLines ?? []).some(
        (line) => line.length === 1 && line[0]?.[0] === issue && line[0][1] === option,
      ),
    )
    .map(({ id }) => {
      const position = positionsHeld(held, viewer).find(
        (p) => p.of === id && p.issue === issue && p.firmness === "red line" && p.rejects?.includes(option),
      );
      const valuation = valuationOf(held, id, viewer);
      return {
        who: id,
        ref:
          position !== undefined
            ? refOf("position", position.id)
            : valuation === undefined
              ? undefined
              : refOf("valuation", valuation.id),
      };
    });
}
