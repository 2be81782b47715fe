import type { Id } from "./id.ts";

/** Somebody's assumption: said to be one, by whom and when. */
export interface Assumption {
  by: string;
  /** The day it was made, `YYYY-MM-DD`. */
  on: string;
  why?: string;
}

/** What an object rests on: exact characters of sources, claims that rest on such, or a named assumption. */
export interface Basis {
  passages?: Id[];
  claims?: Id[];
  assumption?: Assumption;
}

/** Whether nothing at all stands behind an object. */
export function isEmptyBasis(basis: Basis | undefined): boolean {
  if (basis === undefined) return true;
  return !basis.passages?.length && !basis.claims?.length && basis.assumption === undefined;
}

const ASSUMPTION = /^assumption by (\S.*?) on (\d{4}-\d{2}-\d{2})(?:\s*:\s*(\S[\s\S]*))?$/;

/** Read `assumption by RK on 2026-05-10` or `assumption by RK on 2026-05-10: why`. */
export function parseAssumption(text: string): Assumption | undefined {
  const found = ASSUMPTION.exec(text.trim());
  if (found === null) return undefined;
  const assumption: Assumption = { by: found[1] as string, on: found[2] as string };
  if (found[3] !== undefined) assumption.why = found[3];
  return assumption;
}

/** An assumption in words, in the form that `parseAssumption` reads. */
export function formatAssumption(assumption: Assumption): string {
  const said = `assumption by ${assumption.by} on ${assumption.on}`;
  return assumption.why === undefined ? said : `${said}: ${assumption.why}`;
}
