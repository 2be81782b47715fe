/** Words of Positions. */
export const positions = {
  "positions.about": "Who wants what on each issue, what they rule out, and on what evidence.",
} as const;
