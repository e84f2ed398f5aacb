import { RoomError } from '@ichor/std';

/** Why `npm run up` or `npm run down` gives up, in words for whoever started it: printed without a stack. */
export class UpError extends Error {}

/** What to print of an error: its words when it was raised for a reader, all of it when it should not have happened. */
export function said(error: unknown): unknown {
	if (error instanceof UpError || error instanceof RoomError) return error.message;
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'ENOSPC' || code === 'EDQUOT')
		return `${(error as Error).message}: the disk is full: free some space, or move the cache (ICHOR_CACHE) and the state (ICHOR_HOME) to another`;
	return error;
}
