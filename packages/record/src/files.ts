/** What a file is and what it holds, told without reading it as a document; loads none of the readers. */
export { documentsOf, inOrder } from "./folder.ts";
export { type Attachment, attachmentsOf } from "./formats/attachments.ts";
export { type ZipEntry, type ZipLimits, zipEntries } from "./formats/zip.ts";
export { LIMITS } from "./limits.ts";
export { mediaTypeOf } from "./media-type.ts";
