import { type CaseOptions, edit } from "../input.ts";
import { type Outcome, table } from "../output.ts";

/** `parley log`: the newest changes first. */
export async function run(path: string, options: CaseOptions & { limit: number }): Promise<Outcome> {
  const file = await edit(path, options);
  const changes = file.log({ newest: true, limit: options.limit });
  file.close();
  const rows = changes.map(({ at, by, kind, object, value, why }) => [
    at.slice(0, 19).replace("T", " "),
    by,
    `${kind}:${object}${value === null ? " withdrawn" : ""}`,
    why,
  ]);
  return { json: { changes }, text: table(["at (UTC)", "by", "object", "why"], rows) };
}
