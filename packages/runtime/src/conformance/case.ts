import { RoomError } from '@ichor/std';
import { equalData } from '../resource/plain-data.ts';

/** One promise that an implementation must keep. Throws a ConformanceError when it does not. */
export interface ConformanceCase<Subject> {
	readonly name: string;
	/** Takes a fresh subject, used by nobody else. */
	readonly run: (subject: Subject) => Promise<void>;
}

/** What an implementation did instead of what it must do. */
export class ConformanceError extends RoomError<'broken'> {}

export function ensure(condition: boolean, claim: string): asserts condition {
	if (!condition) throw new ConformanceError('broken', claim);
}

export function ensureEqual(actual: unknown, expected: unknown, claim: string): void {
	if (!equalData(actual, expected)) throw new ConformanceError('broken', `${claim}: expected ${print(expected)}, got ${print(actual)}`);
}

/** The call must be refused, and the error must be of that kind. */
export async function ensureRefused(call: Promise<unknown>, isExpected: (error: unknown) => boolean, claim: string): Promise<void> {
	let result: unknown;
	try {
		result = await call;
	} catch (error) {
		if (!isExpected(error)) throw new ConformanceError('broken', `${claim}: another error`, { cause: error });
		return;
	}
	throw new ConformanceError('broken', `${claim}: it succeeded with ${print(result)}`);
}

function print(value: unknown): string {
	return JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item)) ?? 'undefined';
}
