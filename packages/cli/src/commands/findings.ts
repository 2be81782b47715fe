import { examine } from "@parley/record";
import { type CaseOptions, load } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, table } from "../output.ts";

/** `parley findings`: what does not fit in the documents of a case, and which of them go back to one. */
export async function run(path: string, options: CaseOptions): Promise<Outcome> {
  const loaded = await load(path, options);
  loaded.close();
  const { held } = loaded;
  const found = examine(held);
  const title = (id: string): string => held.nameOf(`source:${id}`);
  const lines = [
    ...found.numbered.map(({ missing }) => say.missingDocuments(missing)),
    ...found.groups.map((group) => say.goTogether(group.map(title))),
    ...Object.entries(found.notBefore).map(([id, { day }]) => say.notBefore(title(id), day)),
  ];
  const rows = found.findings.map((one) => [
    one.rule,
    one.says,
    one.places.map((p) => title(p.source)).join(" / "),
  ]);
  if (rows.length > 0) lines.push(table(["rule", "what", "where"], rows));
  return { json: found, text: lines.length === 0 ? say.noFindings() : lines.join("\n") };
}
