import { getSystemErrorMap } from 'node:util';

/** Whether the kernel refused something, and not this program. */
export function isSystemError(thrown: unknown): thrown is NodeJS.ErrnoException {
	return thrown instanceof Error && 'syscall' in thrown && 'errno' in thrown;
}

/** What the kernel refused, the way Go's os package says it, which scripts match on: `open patch.yaml: no such file or directory`. */
export function systemErrorText(error: NodeJS.ErrnoException): string {
	const { code, syscall, path, dest, address, port } = error as NodeJS.ErrnoException & Places;
	const reason = code === undefined ? error.message : errnoReason(code);
	if (syscall === 'listen' && port !== undefined) return `listen tcp ${address ?? ''}:${port}: bind: ${reason}`;
	// Go looks before it renames
	const said = syscall === 'rename' && code === 'EISDIR' ? errnoReason('EEXIST') : reason;
	return [[syscall, path, dest].filter((part) => part !== undefined).join(' '), said].join(': ');
}

/** What Node says of an error besides: the second path of a call that has two, and where a server was to listen. */
interface Places {
	readonly dest?: string;
	readonly address?: string;
	readonly port?: number;
}

/**
 * What the C library says for an error number, which Go says too. A name that is none is returned.
 *
 * @param name `ENOENT`
 */
export function errnoReason(name: string): string {
	return reasons.get(name) ?? [...getSystemErrorMap().values()].find(([known]) => known === name)?.[1] ?? name;
}

/** Where libuv's words (uv.h, UV_ERRNO_MAP) are not those of strerror(3). */
const reasons: ReadonlyMap<string, string> = new Map([
	['EBUSY', 'device or resource busy'],
	['EEXIST', 'file exists'],
	['EHOSTUNREACH', 'no route to host'],
	['EIO', 'input/output error'],
	['EISDIR', 'is a directory'],
	['ELOOP', 'too many levels of symbolic links'],
	['EMFILE', 'too many open files'],
	['ENAMETOOLONG', 'file name too long'],
	['ENETUNREACH', 'network is unreachable'],
	['ENOSPC', 'no space left on device'],
	['EPERM', 'operation not permitted'],
	['EROFS', 'read-only file system'],
	['ETIMEDOUT', 'connection timed out'],
	['EXDEV', 'invalid cross-device link'],
]);
