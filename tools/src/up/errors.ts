/** Why `npm run up` or `npm run down` gives up, in words for whoever started it: printed without a stack. */
export class UpError extends Error {}
