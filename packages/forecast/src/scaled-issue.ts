import type { Ranged } from "./core/xoshiro.ts";

/** Where one actor stands on a scaled issue. */
export interface ScaledActor {
  actor: string;
  position: Ranged;
  /** 0 to 1, or 0 to 100; the largest of the issue decides which. */
  salience: Ranged;
  capability: Ranged;
}

/** An issue on a scale, with who stands where. */
export interface ScaledIssue {
  id: string;
  name?: string;
  /** What was decided together: issues of one group are exchanged with each other, and never split between folds. */
  group?: string;
  actors: ScaledActor[];
  /** Where things stay without agreement; absent: unknown. */
  reference?: number;
  /** Where it landed; absent: unknown. */
  outcome?: number;
}
