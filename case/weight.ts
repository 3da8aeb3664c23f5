/** What may be sent at once. A case has no limit: it may take such messages for years. */

/** Bytes of a request's body: JSON in UTF-8. */
export const mostRequestBytes = 1_000_000;

/** Bytes of a message, written as canonical JSON in UTF-8: a request, with what the desk adds to it. */
export const mostMessageBytes = 1_048_576;
