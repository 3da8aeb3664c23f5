import type { ActMessage } from "./act.js";
import { digest } from "./digest.js";

/**
 * The id of a message: its own, else that of the update as which it came, else that of its content (the same signal sent twice
 * is one act). The same for the run that takes it and for whoever sends it again to the next.
 */
export const messageId = (name: string, sent: ActMessage, updateId?: string): string =>
  sent.id ?? updateId ?? digest({ name, sent });
