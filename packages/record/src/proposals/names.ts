import type { Range } from "@parley/case";
import { proposalReason } from "../messages.ts";
import { METONYMS, PEOPLES, STATE_NAMES } from "../rules/states.ts";
import { OFFICES } from "./cues.ts";
import { type ActorProposal, baseOf, type PlaceProposal } from "./proposal.ts";
import { anyOf, placeOf, type Reading, type Sentence } from "./reading.ts";

const BEFORE_PLACE =
  /(?<!\p{L})(in|at|near|from|outside|around|towards?|capture) (?:the (?:town|city|village|port|region) of )?$/u;
const BODY =
  /(?:Ministry|Council|Union|Party|Bank|Court|Commission|Assembly|Parliament|Front|Movement|Army|Office|Agency|Nations|Institute|University|Committee|Organisation|Organization|League|Fund)$/;

interface Named {
  name: string;
  sentence: Sentence;
  range: Range;
  count: number;
  office?: string;
  /** The preposition of place before it. */
  after?: string;
  /** Times it stands after a preposition of place. */
  placed: number;
}

/** Names that no actor of the case has: offered as actors, or as places where they stand after "in" and the like. */
export function namesIn(reading: Reading): { actors: ActorProposal[]; places: PlaceProposal[] } {
  const { document } = reading;
  const named = new Map<string, Named>();
  for (const sentence of reading.sentences) collect(reading, sentence, named);
  const places = listedPlaces(reading);
  const actors: ActorProposal[] = [];
  // "Putin" is "Vladimir Putin": a family name that ends a longer name is counted with it.
  const names = [...named.values()];
  for (const one of names) {
    const longer = names.find((other) => other !== one && other.name.endsWith(` ${one.name}`));
    if (longer !== undefined) {
      longer.count += one.count;
      one.count = 0;
    }
  }
  for (const one of names) {
    if (one.count === 0 || places.some((place) => place.name.toLowerCase() === one.name.toLowerCase()))
      continue;
    const small = one.name.toLowerCase();
    if (PEOPLES.has(small)) continue;
    if (
      one.placed > 0 &&
      one.placed * 2 >= one.count &&
      !STATE_NAMES.has(small) &&
      one.office === undefined
    ) {
      places.push({
        kind: "place",
        ...baseOf(document, placeOf(one.sentence, one.range), "place-after-preposition"),
        name: one.name,
        listed: false,
        reason: proposalReason.placeGuess(one.after!),
        confidence: 0.45,
      });
      continue;
    }
    if (METONYMS.has(small)) continue;
    const proposal: ActorProposal = {
      kind: "actor",
      ...baseOf(document, placeOf(one.sentence, one.range), "unknown-name"),
      name: one.name,
      count: one.count,
      reason:
        proposalReason.actor(one.count) +
        (one.office === undefined ? "" : proposalReason.actorOffice(one.office)),
      confidence: Math.min(0.8, 0.35 + 0.1 * one.count + (one.office === undefined ? 0 : 0.2)),
    };
    const type = STATE_NAMES.has(small)
      ? "state"
      : BODY.test(one.name)
        ? "body"
        : one.office !== undefined
          ? "person"
          : undefined;
    if (type !== undefined) proposal.type = type;
    actors.push(proposal);
  }
  return { actors, places: places.sort((a, b) => a.range[0] - b.range[0]) };
}

function collect({ finder }: Reading, sentence: Sentence, named: Map<string, Named>): void {
  for (const mention of finder.find(sentence.text)) {
    if (mention.known || mention.name === null || !/^\p{Lu}\p{L}/u.test(mention.name)) continue;
    const words = sentence.text.slice(...mention.range);
    const shift = words.length - mention.name.length;
    const at = mention.range[0] + shift;
    const before = sentence.text.slice(0, mention.range[0]);
    // The second half of "Elmendorf–Richardson".
    if (/\p{L}–$/u.test(before)) continue;
    // A single word that begins a sentence may be any word.
    if (before.trim() === "" && shift === 0 && !mention.name.includes(" ") && !named.has(mention.name))
      continue;
    const office = shift > 1 ? words.slice(0, shift).trim() : undefined;
    const place = BEFORE_PLACE.exec(before)?.[1];
    const one = named.get(mention.name) ?? {
      name: mention.name,
      sentence,
      range: [sentence.range[0] + at, sentence.range[0] + mention.range[1]] as Range,
      count: 0,
      placed: 0,
    };
    one.count += 1;
    if (office?.split(" ").some((word) => OFFICES.has(word)) === true) one.office ??= office;
    if (place !== undefined) {
      one.placed += 1;
      one.after ??= place;
    }
    named.set(mention.name, one);
  }
}

/** Places of the case's own list, by any of their names, each once. */
function listedPlaces({ document, lookFor, sentences }: Reading): PlaceProposal[] {
  const result: PlaceProposal[] = [];
  for (const place of lookFor.filter((one) => one.what === "place")) {
    const pattern = anyOf(place.words, "iu");
    for (const sentence of sentences) {
      const match = pattern.exec(sentence.text);
      if (match === null) continue;
      const start = sentence.range[0] + match.index;
      result.push({
        kind: "place",
        ...baseOf(document, placeOf(sentence, [start, start + match[0].length]), "place-listed"),
        name: place.name ?? place.words[0]!,
        listed: true,
        reason: proposalReason.place,
        confidence: 0.9,
      });
      break;
    }
  }
  return result;
}
