/** A command failed and has told why, or its answer is a no: only the exit code is left to say. */
export class AlreadySaid extends Error {}
