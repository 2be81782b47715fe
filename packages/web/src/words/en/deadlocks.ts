/** Words of Deadlocks. */
export const deadlocks = {
  "deadlocks.about":
    "Which preconditions wait for each other in a circle, and where the circle could be cut.",
} as const;
