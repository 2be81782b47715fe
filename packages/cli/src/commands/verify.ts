import { type CaseOptions, edit } from "../input.ts";
import type { Outcome } from "../output.ts";

/** `parley verify`: the whole check of a case file. */
export async function run(path: string, options: CaseOptions): Promise<Outcome> {
  const file = await edit(path, options);
  const findings = file.verify();
  const changes = file.lastSeq;
  const tips = file.tips();
  file.close();
  const text =
    findings.length === 0
      ? `${path}: ${changes} changes, all as they were written. Newest: ${tips.join(", ")}`
      : findings.map((finding) => `${path}: ${finding.message}`).join("\n");
  return { json: { changes, tips, findings }, text, failed: findings.length > 0 };
}
