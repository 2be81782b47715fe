import { fstatSync } from "node:fs";

/** What a command gives: JSON for programs, lines for people; and whether a check failed (exit 1). */
export interface Outcome {
  json: unknown;
  text: string;
  failed?: boolean;
}

/** A table with its columns under each other. Widths count characters, not bytes. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const width = head.map((_, i) => Math.max(...all.map((row) => length(row[i] ?? ""))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : cell + " ".repeat((width[i] ?? 0) - length(cell))))
      .join("  ")
      .trimEnd();
  return [line(head), line(width.map((n) => "-".repeat(n))), ...rows.map(line)].join("\n");
}

function length(text: string): number {
  return [...text.replace(/\p{M}/gu, "")].length;
}

/** Two significant digits, as people read them; unknown stays unknown. */
export function short(value: number | null | undefined): string {
  return value === null || value === undefined ? "unknown" : String(Number(value.toPrecision(2)));
}

/** A share in per cent. */
export function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? "unknown" : `${short(value * 100)}%`;
}

/**
 * Names from a document or case as a terminal may see them: without control and direction characters, which could move
 * the cursor, colour the screen or make one name look like another.
 */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (c) =>
    c === "\n" || c === "\t" ? c : "",
  );
}

/** Write all of it, waiting where the reader is slow. @throws when it cannot be written, other than by a closed pipe */
export async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => {
      if (error === null || error === undefined) resolve();
      else if ((error as NodeJS.ErrnoException).code === "EPIPE") resolve();
      else reject(error);
    });
  });
}

/** Progress, on a terminal only. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${plain(text)}\n`);
}

/** All of standard input, as bytes. */
export async function readStdin(): Promise<Uint8Array> {
  fstatSync(0);
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
