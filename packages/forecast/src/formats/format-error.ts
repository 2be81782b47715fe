/** A file of positions, questions, forecasts or durations that cannot be read, with the line. */
export class ForecastFormatError extends Error {
  override name = "ForecastFormatError";
  /** Counted from 1; absent: the file as a whole. */
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(line === undefined ? message : `line ${line}: ${message}`);
    this.line = line;
  }
}
