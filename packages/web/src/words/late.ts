import type { coalitions } from "./en/coalitions.ts";
import type { exchange } from "./en/exchange.ts";
import type { helpTopics } from "./en/help-topics.ts";
import type { packages } from "./en/packages.ts";
import type { plans } from "./en/plans.ts";
import type { reasons } from "./en/reasons.ts";
import type { repairs } from "./en/repairs.ts";
import type { sources } from "./en/sources.ts";
import type { timeline } from "./en/timeline.ts";

/** Words that come with the screens that use them, by `addWords`, so that the first page does not wait for them. */
export type LateWords = typeof plans &
  typeof packages &
  typeof coalitions &
  typeof exchange &
  typeof repairs &
  typeof reasons &
  typeof sources &
  typeof timeline &
  typeof helpTopics;
