import { getSystemErrorMessage } from 'node:util';

/** What the kernel refused, the way Go's os package says it: `open patch.yaml: no such file or directory`. */
export function systemErrorText(error: NodeJS.ErrnoException): string {
	const reason = reasons.get(error.code ?? '') ?? (error.errno === undefined ? error.message : getSystemErrorMessage(error.errno));
	return [[error.syscall, error.path].filter((part) => part !== undefined).join(' '), reason].join(': ');
}

/** Where libuv's words are not those of the C library. */
const reasons: ReadonlyMap<string, string> = new Map([
	['EISDIR', 'is a directory'],
	['EEXIST', 'file exists'],
	['EPERM', 'operation not permitted'],
	['EROFS', 'read-only file system'],
	['EMFILE', 'too many open files'],
	['ENOSPC', 'no space left on device'],
]);
