import type { Ref } from "@parley/case";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { resultAt, useCaseData } from "../api/case-data.ts";
import { DissentMark } from "../comments/dissent-mark.tsx";
import { t } from "../words/index.ts";
import { titleOf } from "./describe.ts";
import { kindOf } from "./places.ts";

/** The word for a kind of object. */
export function kindWord(ref: Ref): string {
  return kindName(kindOf(ref));
}

/** The same, by the kind alone. */
export function kindName(kind: string): string {
  return t(`kind.${kind}` as "kind.claim", { defaultValue: kind });
}

/** A link to any object or result, by its name. Passages and documents open in Record. */
export function RefLink({ to, children }: { to: Ref; children?: ReactNode }): ReactNode {
  const data = useCaseData();
  const kind = kindOf(to);
  const id = to.slice(to.indexOf(":") + 1);
  const words = children ?? resultAt(data, to)?.title ?? titleOf(data.held, to);
  const label = (
    <>
      <bdi>{words}</bdi> <DissentMark of={to} />
    </>
  );
  if (kind === "passage") {
    const passage = data.held.get("passage", id);
    if (passage !== undefined) {
      return (
        <Link
          to="/c/$case/record/{-$source}"
          params={{ case: data.name, source: passage.source }}
          search={(s) => ({ level: s.level, known: s.known, at: `${passage.start}-${passage.end}` })}
        >
          {label}
        </Link>
      );
    }
  }
  if (kind === "source") {
    return (
      <Link
        to="/c/$case/record/{-$source}"
        params={{ case: data.name, source: id }}
        search={(s) => ({ level: s.level, known: s.known })}
      >
        {label}
      </Link>
    );
  }
  if (kind === "brief") {
    return (
      <Link
        to="/c/$case/brief"
        params={{ case: data.name }}
        search={(s) => ({ level: s.level, known: s.known })}
      >
        {label}
      </Link>
    );
  }
  return (
    <Link
      to="/c/$case/object/$kind/$id"
      params={{ case: data.name, kind, id }}
      search={(s) => ({ level: s.level, known: s.known })}
    >
      {label}
    </Link>
  );
}
