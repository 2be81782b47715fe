import { type Claim, claimStatus, formatTime, isInForce } from "@parley/case";
import type { Outgoing } from "./outgoing.ts";

/*
 * schema.org ClaimReview. A rating is written only where an analyst has closed the claim, in the analyst's words: the
 * status of an open claim is what others make of it, and no review of ours.
 */

interface Json {
  [key: string]: unknown;
}

/** Every claim in force, with who made it, where it appears, and an analyst's closing word where there is one. */
export function toClaimReview(out: Outgoing): string {
  const reviews = out.held
    .all("claim")
    .filter(isInForce)
    .map((claim) => reviewOf(out, claim));
  return `${JSON.stringify({ "@context": "https://schema.org", "@graph": reviews }, null, 1)}\n`;
}

function reviewOf({ held }: Outgoing, claim: Claim): Json {
  const passages = (claim.basis?.passages ?? []).flatMap((id) => held.get("passage", id) ?? []);
  const appearance = passages.flatMap((passage): Json[] => {
    const source = held.get("source", passage.source);
    if (source === undefined) return [];
    const published = source.published === undefined ? undefined : formatTime(source.published);
    return [
      {
        "@type": "CreativeWork",
        identifier: `urn:sha256:${source.sha256}`,
        ...(source.title === undefined ? {} : { headline: source.title }),
        ...(source.byline === undefined ? {} : { author: { "@type": "Person", name: source.byline } }),
        ...(source.publisher === undefined
          ? {}
          : { publisher: { "@type": "Organization", name: source.publisher } }),
        ...(published === undefined ? {} : { datePublished: published }),
        text: passage.exact,
      },
    ];
  });
  const by = claim.by === undefined ? undefined : held.get("actor", claim.by);
  const status = claimStatus(claim, held);
  return {
    "@type": "ClaimReview",
    "@id": `urn:parley:claim:${encodeURIComponent(claim.id)}`,
    claimReviewed: claim.says,
    itemReviewed: {
      "@type": "Claim",
      ...(by === undefined
        ? {}
        : { author: { "@type": by.type === "person" ? "Person" : "Organization", name: by.name } }),
      ...(claim.reportedAt === undefined ? {} : { datePublished: claim.reportedAt.slice(0, 10) }),
      ...(appearance.length === 0 ? {} : { appearance }),
      creativeWorkStatus: status,
    },
    ...(claim.settled === undefined
      ? {}
      : {
          author: { "@type": "Person", name: claim.settled.by },
          datePublished: claim.settled.on,
          reviewBody: claim.settled.why,
          reviewRating: { "@type": "Rating", alternateName: claim.settled.as },
        }),
  };
}
