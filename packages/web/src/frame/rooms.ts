/** The rooms in the order of the work. */
export const ROOMS = [
  ["/c/$case/record/{-$source}", "nav.record"],
  ["/c/$case/positions", "nav.positions"],
  ["/c/$case/deadlocks", "nav.deadlocks"],
  ["/c/$case/plans", "nav.plans"],
  ["/c/$case/packages", "nav.packages"],
  ["/c/$case/moves", "nav.moves"],
  ["/c/$case/coalitions", "nav.coalitions"],
  ["/c/$case/timing", "nav.timing"],
  ["/c/$case/brief", "nav.brief"],
] as const;
