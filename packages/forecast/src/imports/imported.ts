/** A question of a forecasting platform, in our words for its fields. */
export interface ImportedQuestion {
  /** The platform's own number or name. */
  key: string;
  source: string;
  url?: string;
  title: string;
  /** Empty where the file has none: then it cannot become a question of a case. */
  rule: string;
  opens?: string;
  closes?: string;
  /** Absent: yes or no. */
  options?: string[];
  ordered?: boolean;
  resolution?: { option: number; on: string };
}

/** Somebody's probabilities for one of them. */
export interface ImportedForecast {
  key: string;
  by: string;
  on: string;
  probabilities: number[];
}

/** What a file of questions holds, and what of it could not be taken, with the reason. */
export interface Imported {
  format: "metaculus" | "forecastbench" | "csv";
  questions: ImportedQuestion[];
  forecasts: ImportedForecast[];
  left: { key: string; why: string }[];
}
