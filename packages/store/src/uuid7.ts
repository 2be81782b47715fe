import { randomBytes } from "node:crypto";

/** A clock this far behind the log's last change is held at it, so that order survives small steps backwards. */
export const CLOCK_SLACK_MS: number = 5 * 60_000;

let last = 0;
let counter = 0;

/** The milliseconds since 1970 inside a UUIDv7. */
export function timeOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/**
 * A UUIDv7 (RFC 9562, method 1: 12 bits of counter after the milliseconds, 62 random bits). Each is greater than
 * every earlier one of this process, and than `after` unless that lies more than five minutes in the future.
 */
export function uuid7(now: number, after?: string): string {
  let time = now;
  if (last > time && last - time <= CLOCK_SLACK_MS) time = last;
  if (after !== undefined) {
    const floor = timeOf(after) + 1;
    if (floor > time && floor - time <= CLOCK_SLACK_MS) time = floor;
  }
  if (time === last) counter++;
  else counter = 0;
  if (counter > 0xfff) {
    time++;
    counter = 0;
  }
  last = time;
  const random = randomBytes(8);
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const hex = time.toString(16).padStart(12, "0");
  const tail = random.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${counter.toString(16).padStart(3, "0")}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
