/** Words of Timing. */
export const timing = {
  "timing.about": "When it may end: the question as it was put, and what past cases say.",
} as const;
