import { Case, type CaseObject, type Claim, type Id, LEVELS, type Passage } from "@parley/case";
import { anchorAt, knownActors, modelQuestion, partsOf, readModelAnswer } from "@parley/record";
import type { CaseFile, Edit } from "@parley/store";
import type { ModelReply } from "../api.ts";
import { UserError } from "../casework/user-error.ts";
import * as say from "../messages.ts";
import { askModel } from "./ask-model.ts";
import { checkAddress, isLoopback, type ModelChoice } from "./model-settings.ts";

/**
 * Ask the user's own model about a document, and keep what it proposes for review: claims whose words stand in the
 * text, made by the model by its name and address. What does not stand there is dropped, and counted.
 */
export async function proposeByModel(
  file: CaseFile,
  choice: ModelChoice,
  source: Id,
  by: string,
  options: { timeout?: number; signal?: AbortSignal } = {},
): Promise<ModelReply> {
  const { on, address, model } = choice.settings;
  if (!on) throw new UserError("model-off", say.modelOff(), { todo: say.modelOffTodo() });
  const held = new Case(file.objects());
  const text = held.all("text").find((version) => version.source === source);
  const of = held.get("source", source);
  if (text === undefined || of === undefined) throw new UserError("no-text", say.noText(source));
  // What is held above the team does not leave this machine, whoever asks.
  const host = checkAddress(address);
  const level = of.level ?? "team";
  if (!isLoopback(host) && LEVELS.indexOf(level) > LEVELS.indexOf("team"))
    throw new UserError("model-level", say.modelLevel(level, host.host), { where: source });

  const actors = held.inForce("actor");
  const names = knownActors(actors).map(({ name }) => name);
  const byName = new Map(
    knownActors(actors).flatMap(({ name, aliases }, i) =>
      [name, ...aliases].map((word) => [word.toLowerCase(), actors[i]!.id] as const),
    ),
  );
  const dropped = { notVerbatim: 0, malformed: 0, twice: 0 };
  const edits = new Map<string, Edit>();
  let proposals = 0;
  const now = new Date().toISOString();
  const put = (value: CaseObject): void => {
    edits.set(`${value.kind}:${value.id}`, {
      kind: value.kind,
      id: value.id,
      value: { level, knownAt: now, ...value },
    });
  };
  for (const part of partsOf(text.text)) {
    const { system, user } = modelQuestion(part.text, names);
    const answer = await askModel(
      [
        { role: "system", content: system },
        { role: "user", content: user },
      ],
      { address, model, key: choice.key, ...options },
    );
    const reading = readModelAnswer(answer, part.text);
    for (const key of ["notVerbatim", "malformed", "twice"] as const) dropped[key] += reading.dropped[key];
    for (const one of reading.claims) {
      const [start, end] = [part.at + one.range[0], part.at + one.range[1]];
      const passage: Passage = {
        id: `${source}@${start}-${end}`,
        kind: "passage",
        source,
        ...anchorAt(text.text, start, end),
      };
      const id = `${source}.model-${one.act}@${start}-${end}`;
      // Rejected once, it does not come back.
      if (held.get("claim", id) !== undefined) continue;
      const gaps = held
        .all("gap")
        .filter((gap) => gap.source === source && gap.range[0] <= end && gap.range[1] >= start)
        .map((gap) => gap.id);
      const speaker = one.speaker === null ? undefined : byName.get(one.speaker.toLowerCase());
      const claim: Claim = {
        id,
        kind: "claim",
        says: one.text,
        act: one.act,
        // Where words are missing, no model knows which way the sentence turned.
        polarity: gaps.length > 0 ? "unknown" : one.polarity,
        basis: { passages: [passage.id] },
        review: { state: "proposed" },
        createdBy: { type: "model", name: model, version: host.host, reason: say.modelReason(model) },
        ...(speaker === undefined ? {} : { by: speaker }),
        ...(gaps.length === 0 ? {} : { gaps }),
      };
      if (held.get("passage", passage.id) === undefined) put(passage);
      put(claim);
      proposals += 1;
    }
  }
  if (edits.size > 0)
    file.change({ by, why: say.modelWhy(model, host.host, of.title ?? of.file ?? source) }, [
      ...edits.values(),
    ]);
  return { proposals, dropped, model, host: host.host, seq: file.lastSeq };
}
