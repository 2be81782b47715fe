import type { Ref } from "@parley/case";
import type {
  AddReply,
  Analyst,
  ApiError,
  BriefReply,
  CaseDelta,
  CaseEntry,
  CaseState,
  ChangeReply,
  ChangeRequest,
  Examination,
  ExportFormat,
  HistoryDetail,
  HistoryEntry,
  ImportReply,
  IntakeState,
  Level,
  LookReply,
  MergeReply,
  ModelReply,
  ModelRequest,
  ModelSettings,
  RawReply,
  RepairRequest,
  RereadReply,
  RereadRequest,
  Result,
  SearchHit,
  Table,
  TrashReply,
  TryReply,
  TryRequest,
  VersionsReply,
} from "@parley/server/api";
import { t } from "../words/index.ts";

/** The server's refusal, or that it could not be reached; `todo` says what to do. */
export class ServerError extends Error {
  readonly status: number;
  readonly code: string;
  readonly todo: string | undefined;

  constructor(status: number, code: string, message: string, todo?: string) {
    super(message);
    this.name = "ServerError";
    this.status = status;
    this.code = code;
    this.todo = todo;
  }
}

async function refusal(response: Response): Promise<ServerError> {
  const body = (await response.json().catch(() => undefined)) as ApiError | undefined;
  const said = body?.error;
  if (said === undefined) {
    const message = t("error.status", { status: response.status });
    return new ServerError(response.status, "unknown", message);
  }
  const message = said.where === undefined ? said.message : `${said.message} (${said.where})`;
  return new ServerError(response.status, said.code, message, said.todo);
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, { credentials: "same-origin", ...init });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ServerError(0, "unreachable", t("error.unreachable"), t("error.unreachableTodo"));
  }
  if (!response.ok) throw await refusal(response);
  return (await response.json()) as T;
}

const post = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

const at = (name: string): string => `/cases/${encodeURIComponent(name)}`;

/** The server, one function a route of `@parley/server/api`. */
export const api = {
  cases: (): Promise<CaseEntry[]> => ask("/cases"),
  create: (title: string): Promise<CaseEntry> => ask("/cases", post({ title })),
  openExample: (example: string): Promise<CaseEntry> => ask("/cases/open", post({ example })),
  unlock: (name: string, passphrase: string): Promise<CaseEntry> =>
    ask(`${at(name)}/unlock`, post({ passphrase })),
  rename: (name: string, title: string): Promise<CaseEntry> => ask(`${at(name)}/title`, post({ title })),
  duplicate: (name: string, title: string, passphrase?: string): Promise<CaseEntry> =>
    ask(`${at(name)}/duplicate`, post({ title, passphrase })),
  passphrase: (name: string, change: { current?: string; next?: string }): Promise<CaseEntry> =>
    ask(`${at(name)}/passphrase`, post(change)),
  merge: (name: string, from: string): Promise<MergeReply> => ask(`${at(name)}/merge`, post({ from })),
  trash: (name: string): Promise<TrashReply> => ask(`${at(name)}/trash`, post({})),
  restore: (trashed: string): Promise<CaseEntry> => ask("/cases/restore", post({ trashed })),
  importCase: (file: File): Promise<CaseEntry> =>
    ask(`/cases/import?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    }),
  state: (name: string): Promise<CaseState> => ask(at(name)),
  delta: (name: string, since: number): Promise<CaseDelta> => ask(`${at(name)}?since=${since}`),
  versions: (name: string, ref: string): Promise<VersionsReply> => {
    const colon = ref.indexOf(":");
    const [kind, id] = [ref.slice(0, colon), ref.slice(colon + 1)].map(encodeURIComponent);
    return ask(`${at(name)}/objects/${kind}/${id}/versions`);
  },
  stopResults: (name: string): Promise<{ stopped: boolean }> => ask(`${at(name)}/results/stop`, post({})),
  examination: (name: string): Promise<Examination> => ask(`${at(name)}/examination`),
  results: (name: string): Promise<Result[]> => ask(`${at(name)}/results`),
  brief: (name: string, level: Level): Promise<BriefReply> => ask(`${at(name)}/brief?level=${level}`),
  briefFile: (name: string, level: Level, format: "html" | "md"): string =>
    `/api${at(name)}/brief/file?level=${level}&format=${format}`,
  exchangeFile: (name: string, format: ExportFormat, level: Level, table: Table | undefined): string =>
    `/api${at(name)}/exchange/file?format=${format}&level=${level}${table === undefined ? "" : `&table=${table}`}`,
  exchange: (name: string, file: File): Promise<ImportReply> =>
    ask(`${at(name)}/exchange?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    }),
  raw: (name: string, source: string): Promise<RawReply> =>
    ask(`${at(name)}/sources/${encodeURIComponent(source)}/raw`),
  change: (name: string, request: ChangeRequest): Promise<ChangeReply> =>
    ask(`${at(name)}/changes`, post(request)),
  repair: (name: string, request: RepairRequest): Promise<ChangeReply> =>
    ask(`${at(name)}/repairs`, post(request)),
  reread: (name: string, source: string, request: RereadRequest): Promise<RereadReply> =>
    ask(`${at(name)}/sources/${encodeURIComponent(source)}/reread`, post(request)),
  lookAgain: (name: string, source: string): Promise<LookReply> =>
    ask(`${at(name)}/sources/${encodeURIComponent(source)}/look-again`, post({})),
  askModel: (name: string, source: string): Promise<ModelReply> =>
    ask(`${at(name)}/sources/${encodeURIComponent(source)}/ask-model`, post({})),
  tryWords: (name: string, request: TryRequest): Promise<TryReply> =>
    ask(`${at(name)}/try-words`, post(request)),
  model: (): Promise<ModelSettings> => ask("/model"),
  setModel: (request: ModelRequest): Promise<ModelSettings> =>
    ask("/model", { ...post(request), method: "PUT" }),
  undo: (name: string): Promise<ChangeReply> => ask(`${at(name)}/undo`, post({})),
  redo: (name: string): Promise<ChangeReply> => ask(`${at(name)}/redo`, post({})),
  me: (): Promise<Analyst> => ask("/me"),
  setMe: (by: string): Promise<Analyst> => ask("/me", { ...post({ by }), method: "PUT" }),
  history: (name: string): Promise<HistoryEntry[]> => ask(`${at(name)}/history?limit=100000`),
  historyOf: (name: string, of: Ref, change: string): Promise<HistoryDetail> =>
    ask(`${at(name)}/history/${encodeURIComponent(change)}?of=${encodeURIComponent(of)}`),
  search: (name: string, words: string, signal: AbortSignal): Promise<SearchHit[]> =>
    ask(`${at(name)}/search?q=${encodeURIComponent(words)}`, { signal }),
  events: (name: string): string => `/api${at(name)}/events`,
  add: addDocument,
  intake: (name: string): Promise<IntakeState> => ask(`${at(name)}/intake`),
  /** Put a file in line; `signal` takes it back while it is being sent. */
  intakePut: (name: string, file: string, bytes: Blob, signal: AbortSignal): Promise<IntakeState> =>
    ask(`${at(name)}/intake?name=${encodeURIComponent(file)}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: bytes,
      signal,
    }),
  intakeStop: (name: string): Promise<IntakeState> => ask(`${at(name)}/intake/stop`, post({})),
  intakeClear: (name: string): Promise<IntakeState> => ask(`${at(name)}/intake/clear`, post({})),
  takeAttachments: (name: string, source: string): Promise<IntakeState> =>
    ask(`${at(name)}/sources/${encodeURIComponent(source)}/attachments`, post({})),
} as const;

/** Send one document; `onProgress` hears the share sent, 0 to 1. */
function addDocument(
  name: string,
  file: string,
  bytes: Blob,
  onProgress: (share: number) => void,
): Promise<AddReply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api${at(name)}/documents?name=${encodeURIComponent(file)}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () =>
      reject(new ServerError(0, "unreachable", t("error.unreachable"), t("error.unreachableTodo")));
    request.onload = () => {
      const response = new Response(request.responseText, { status: Math.max(request.status, 200) });
      if (response.ok) response.json().then((reply) => resolve(reply as AddReply), reject);
      else refusal(response).then(reject, reject);
    };
    request.send(bytes);
  });
}
