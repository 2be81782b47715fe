/** A point on the drawing, in pixels. */
export interface Point {
  x: number;
  y: number;
}

/** Where the conditions of a circle stand, and how large the drawing is. */
export interface Ring {
  width: number;
  height: number;
  boxes: Point[];
}

/** Size of a condition's box, in pixels. */
export const BOX = { width: 190, height: 64 } as const;

/** Room between two boxes of one side, in pixels: an arrow and its words. */
const BETWEEN = 60;

/**
 * Conditions in the order in which they wait for each other: down the one side and up the other, so that the last
 * comes back beside the first. However many there are, boxes do not touch.
 */
export function ringOf(count: number, width: number): Ring {
  if (count <= 1) {
    return { width, height: 190, boxes: [{ x: width / 2, y: 120 }].slice(0, count) };
  }
  const apart = Math.min(width - BOX.width - 16, 640);
  const [left, right] = [width / 2 - apart / 2, width / 2 + apart / 2];
  if (count === 2) {
    return {
      width,
      height: 190,
      boxes: [
        { x: left, y: 95 },
        { x: right, y: 95 },
      ],
    };
  }
  const down = Math.ceil(count / 2);
  const up = count - down;
  const step = BOX.height + BETWEEN;
  const height = down * step;
  const y = (i: number, of: number): number => height / 2 + (i - (of - 1) / 2) * step;
  return {
    width,
    height,
    boxes: Array.from({ length: count }, (_, i) =>
      i < down ? { x: right, y: y(i, down) } : { x: left, y: y(up - 1 - (i - down), up) },
    ),
  };
}

/** Where a line from the middle of one box to another leaves the first: on its edge. */
export function edgeOf(from: Point, to: Point, room = 6): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (dx === 0 && dy === 0) return from;
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : (BOX.width / 2 + room) / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : (BOX.height / 2 + room) / Math.abs(dy),
  );
  return { x: from.x + dx * scale, y: from.y + dy * scale };
}

/** An arrow from one box to the next, bent outwards where two would lie on each other; `label` is its middle. */
export function arrowOf(from: Point, to: Point, bend: number): { path: string; label: Point } {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const control = {
    x: middle.x - ((to.y - from.y) / length) * bend,
    y: middle.y + ((to.x - from.x) / length) * bend,
  };
  const start = edgeOf(from, bend === 0 ? to : control);
  const end = edgeOf(to, bend === 0 ? from : control);
  const label = {
    x: (start.x + 2 * control.x + end.x) / 4,
    y: (start.y + 2 * control.y + end.y) / 4,
  };
  return { path: `M${start.x},${start.y}Q${control.x},${control.y} ${end.x},${end.y}`, label };
}
