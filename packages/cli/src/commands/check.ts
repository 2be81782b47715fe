import { worstFirst } from "@parley/server/casework";
import { type CaseOptions, load } from "../input.ts";
import { counted } from "../messages.ts";
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
  lines.push([counted(objects, "object"), counted(errors, "error"), counted(warnings, "warning")].join(", "));
  return { json: { objects, errors, warnings, findings }, text: lines.join("\n"), failed: errors > 0 };
}
