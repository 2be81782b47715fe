/**
 * Something the user can act on: what was wrong, where, and what to do. Its `code` is for programs, its `message` for
 * people; the command line prints it, the server sends it.
 */
export class UserError extends Error {
  readonly code: string;
  readonly where: string | undefined;
  readonly todo: string | undefined;
  constructor(code: string, message: string, more: { where?: string; todo?: string; cause?: unknown } = {}) {
    super(message, more.cause === undefined ? {} : { cause: more.cause });
    this.name = "UserError";
    this.code = code;
    this.where = more.where;
    this.todo = more.todo;
  }
}

/** What a system error says of a path, in plain words; undefined when it is not a system error. */
export function fromSystemError(error: unknown, path: string): UserError | undefined {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const said: Record<string, string> = {
    ENOENT: "There is no such file or folder.",
    EISDIR: "This is a folder; a file is expected.",
    ENOTDIR: "A part of this path is a file, not a folder.",
    EACCES: "Reading or writing it is not permitted.",
    EPERM: "Reading or writing it is not permitted.",
    EROFS: "It lies on a disk that cannot be written to.",
    ENOSPC: "There is no room left on the disk.",
    EFBIG: "The file would become larger than is permitted.",
    ENAMETOOLONG: "The name is too long.",
    ELOOP: "Links lead in a circle.",
    EEXIST: "It exists already and is left untouched.",
  };
  const message = code === undefined ? undefined : said[code];
  if (message === undefined) return undefined;
  return new UserError((code as string).toLowerCase(), message, { where: path, cause: error });
}
