/** Cases as the server and the command line open them; loads neither HTTP nor, until it is needed, SQLite and the record. */
export { importCase } from "./casework/import-case.ts";
export { isTextForm, type LoadedCase, loadCase, openFile, worstFirst } from "./casework/load-case.ts";
export { fromSystemError, UserError } from "./casework/user-error.ts";
