import { RoomError } from '@ichor/std';

/** not-supported: this kernel lacks it; overrun: the kernel had more to say than there was room for, ask again for everything. */
export type LinuxErrorCode =
	| 'permission-denied'
	| 'not-found'
	| 'already-exists'
	| 'busy'
	| 'not-supported'
	| 'invalid-argument'
	| 'overrun'
	| 'malformed'
	| 'system';

/** What the kernel refused, or said that cannot be read. */
export class LinuxError extends RoomError<LinuxErrorCode> {}

/**
 * The error of a system call that failed.
 *
 * @param errno number of errno(3), positive
 * @param what what was tried, on what: `open a netlink socket`
 */
export function systemError(errno: number, what: string): LinuxError {
	const [name, code] = known[errno] ?? [`errno ${errno}`, 'system'];
	return new LinuxError(code, `cannot ${what}: ${name}`);
}

/** errno(3) of Linux on x86-64 and arm64, as strerror(3) says it. */
const known: Readonly<Record<number, readonly [string, LinuxErrorCode]>> = {
	1: ['operation not permitted', 'permission-denied'],
	2: ['no such file or directory', 'not-found'],
	3: ['no such process', 'not-found'],
	6: ['no such device or address', 'not-found'],
	13: ['permission denied', 'permission-denied'],
	16: ['device or resource busy', 'busy'],
	17: ['file exists', 'already-exists'],
	19: ['no such device', 'not-found'],
	22: ['invalid argument', 'invalid-argument'],
	28: ['no space left on device', 'system'],
	34: ['numerical result out of range', 'invalid-argument'],
	93: ['protocol not supported', 'not-supported'],
	95: ['operation not supported', 'not-supported'],
	97: ['address family not supported', 'not-supported'],
	98: ['address already in use', 'busy'],
	99: ['cannot assign requested address', 'not-found'],
	100: ['network is down', 'system'],
	101: ['network is unreachable', 'system'],
	105: ['no buffer space available', 'overrun'],
	110: ['connection timed out', 'system'],
	113: ['no route to host', 'system'],
};
