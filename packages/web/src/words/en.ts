import { brief } from "./en/brief.ts";
import { choices } from "./en/choices.ts";
import { comments } from "./en/comments.ts";
import { common } from "./en/common.ts";
import { deadlocks } from "./en/deadlocks.ts";
import { disputes } from "./en/disputes.ts";
import { edit } from "./en/edit.ts";
import { frame } from "./en/frame.ts";
import { help } from "./en/help.ts";
import { history } from "./en/history.ts";
import { moves } from "./en/moves.ts";
import { objects } from "./en/objects.ts";
import { positions } from "./en/positions.ts";
import { record } from "./en/record.ts";
import { settings } from "./en/settings.ts";
import { start } from "./en/start.ts";
import { text } from "./en/text.ts";
import { thread } from "./en/thread.ts";
import { timing } from "./en/timing.ts";
import { tour } from "./en/tour.ts";
import { why } from "./en/why.ts";

/**
 * The words of the workbench in English, a file a room. Keys are flat; `_one` and `_other` are chosen by `count`. Wording
 * is neutral and plain: nothing here takes a side, and nothing is called true or false.
 */
export const en = {
  ...common,
  ...start,
  ...frame,
  ...record,
  ...disputes,
  ...positions,
  ...deadlocks,
  ...moves,
  ...timing,
  ...brief,
  ...edit,
  ...choices,
  ...text,
  ...thread,
  ...objects,
  ...comments,
  ...help,
  ...history,
  ...settings,
  ...tour,
  ...why,
} as const;
