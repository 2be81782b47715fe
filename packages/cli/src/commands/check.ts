import { worstFirst } from "@parley/server/casework";
import { type CaseOptions, load } from "../input.ts";
import type { Outcome } from "../output.ts";

/** `parley check`: what is wrong with a case. Warnings do not fail it. */
export async function run(path: string, options: CaseOptions): Promise<Outcome> {
  const loaded = await load(path, options);
  const { findings, held } = loaded;
  loaded.close();
  const count = (severity: string): number => findings.filter((f) => f.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const objects = held.objects().length;
  const lines = worstFirst(findings).map(({ where, severity, message }) => `${where} ${severity} ${message}`);
  lines.push(`${objects} objects, ${errors} errors, ${warnings} warnings`);
  return { json: { objects, errors, warnings, findings }, text: lines.join("\n"), failed: errors > 0 };
}
