/** Work on cases that the server and the command line share; loads neither HTTP nor, until a case file is met, SQLite. */
export { type Added, addDocument, cleanName, type TakeApart } from "./casework/add-document.ts";
export { importCase, TextFormError } from "./casework/import-case.ts";
export {
  type CaseFinding,
  isTextForm,
  type LoadedCase,
  type LoadOptions,
  loadCase,
  openFile,
  readInput,
  worstFirst,
} from "./casework/load-case.ts";
export { rooms, type TakenDocument } from "./casework/rooms.ts";
export { folderHost, sha256 } from "./casework/text-host.ts";
export { fromSystemError, UserError } from "./casework/user-error.ts";
