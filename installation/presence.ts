/** What a program of `npm start` is asked by whoever supervises it, and what it answers, over the pipe between them. */
export const areYouThere = "are you there?";
export const here = "here";
