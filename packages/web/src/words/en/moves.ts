/** Words of Moves. */
export const moves = {
  "moves.about": "Who could walk away from where things stand, and what each leader believes.",
} as const;
