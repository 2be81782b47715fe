import { contradictions, type Dispute, disputes, type Id, type Ref } from "@parley/case";
import { type CaseOptions, load } from "../input.ts";
import * as say from "../messages.ts";
import { type Outcome, table } from "../output.ts";

interface Options extends CaseOptions {
  /** As said up to this day. */
  asOf?: string;
}

/** `parley disputes`: who stands to what is claimed, who denies or doubts it, and whose word cannot be known. */
export async function run(path: string, options: Options): Promise<Outcome> {
  const loaded = await load(path, options);
  loaded.close();
  const { held } = loaded;
  const found = disputes(held, options.asOf);
  const against = contradictions(held, options.asOf);
  const name = (id: Id | undefined): string =>
    id === undefined ? "somebody without a name" : held.nameOf(`actor:${id}`);
  const who = ({ voices }: Dispute, ...stances: string[]): string =>
    voices
      .filter((v) => stances.includes(v.stance))
      .map((v) => name(v.actor))
      .join(", ") || "-";
  const rows = found.map((dispute) => [
    held.nameOf(dispute.ref),
    dispute.status,
    who(dispute, "asserts"),
    who(dispute, "denies", "doubts"),
    who(dispute, "unknown"),
  ]);
  const lines = against.map(
    ({ rule, on }) => `${say.contradiction(rule)}: ${on.map((ref: Ref) => held.nameOf(ref)).join(" / ")}`,
  );
  const text = [
    rows.length === 0
      ? say.noDisputes()
      : table(["what", "status", "stand to it", "deny or doubt it", "not known"], rows),
    ...lines,
  ].join("\n");
  return {
    json: {
      disputes: found.map(({ on, ...rest }) => ({ ...rest, title: held.nameOf(rest.ref), kind: on.kind })),
      contradictions: against,
    },
    text,
  };
}
