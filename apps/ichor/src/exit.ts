import { RoomError } from '@ichor/std';
import { isSystemError, systemErrorText } from '@ichor/std/node/system-error';
import { AlreadySaid } from './already-said.ts';
import type { Terminal } from './command/terminal.ts';
import { UsageError } from './command/usage-error.ts';

/**
 * What the process says about what ended a command, and the code that it exits with. Every failure is 1, as upstream:
 * scripts tell them apart by their text.
 *
 * @param usage the usage of the command that was called
 */
export function exitCodeOf(thrown: unknown, terminal: Terminal, usage: () => string): number {
	// Whoever read our output has gone: the code of a process that SIGPIPE ended, and nobody to tell.
	if (isSystemError(thrown) && thrown.code === 'EPIPE' && thrown.syscall === 'write') return 128 + 13;
	if (thrown instanceof AlreadySaid) return 1;
	terminal.err(messageOf(thrown));
	if (hasPlaces(thrown)) for (const place of thrown.places) terminal.err(placeText(place));
	if (thrown instanceof UsageError) {
		if (thrown.hint !== undefined) terminal.err(thrown.hint);
		terminal.err(`\n${usage()}`);
	}
	return 1;
}

function messageOf(thrown: unknown): string {
	if (isSystemError(thrown)) return systemErrorText(thrown);
	return thrown instanceof Error ? thrown.message : String(thrown);
}

/** A place in a text that the user gave: where, what, and what was probably meant. */
interface Place {
	readonly source: string;
	readonly line: number;
	readonly column: number;
	readonly message: string;
	readonly hint?: string;
}

/** By shape: the configuration engine is loaded by the commands that use it only. */
function hasPlaces(thrown: unknown): thrown is RoomError<string> & { readonly places: readonly Place[] } {
	return thrown instanceof RoomError && 'places' in thrown && Array.isArray(thrown.places);
}

/** A patch in a hint stands on lines of its own, to be copied. */
function placeText({ source, line, column, message, hint = '' }: Place): string {
	const separator = hint === '' ? '' : hint.includes('\n') ? '\n' : '; ';
	return `  ${source}:${line}:${column}: ${message}${separator}${hint.trimEnd()}`;
}
