/** Documents into a case file, as the server and the command line take them in. */
export { type Added, addDocument } from "./casework/add-document.ts";
export { takeDocument } from "./casework/documents.ts";
export { importExchange } from "./casework/exchange.ts";
export { expand, type Given } from "./casework/expand.ts";
export { folderHost } from "./casework/text-host.ts";
