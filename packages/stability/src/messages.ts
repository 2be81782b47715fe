/** Everything the package says to people. */

export const stopped = (): string => "The computation was stopped.";
