import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LinuxError } from '../errors.ts';

/** The parameters of the kernel below /proc/sys and /sys. */
export interface KernelParams {
	/**
	 * The value, without white space around it; undefined when the kernel has no such parameter.
	 *
	 * @param key `proc.sys.net.ipv4.ip_forward`
	 */
	read(key: string): Promise<string | undefined>;
	/**
	 * @throws LinuxError `not-found` when the kernel has no such parameter, `permission-denied` when this machine may not set it,
	 * `invalid-argument` when the kernel refuses the value
	 */
	write(key: string, value: string): Promise<void>;
}

/** @param root where /proc and /sys are; another folder in tests */
export function kernelParams(root = '/'): KernelParams {
	return {
		async read(key) {
			try {
				return (await readFile(join(root, pathOf(key)), 'utf8')).trim();
			} catch (error) {
				if (codeOf(error) === 'ENOENT') return undefined;
				throw failure(key, error);
			}
		},
		async write(key, value) {
			try {
				await writeFile(join(root, pathOf(key)), value, { flag: 'r+' });
			} catch (error) {
				throw failure(key, error);
			}
		},
	};
}

/**
 * Below the root, by the rule of sysctl.d(5): whichever of dot and slash comes first separates, the other one is part of
 * a name. The prefix, `proc.sys` or `sys`, is not part of the rule.
 */
function pathOf(key: string): string {
	const [, prefix = '', name = ''] = /^(proc\.sys|sys)\.(.*)$/.exec(key) ?? [];
	const path = /^[^./]*\//.test(name) ? name : name.replaceAll(/[./]/g, (separator) => (separator === '.' ? '/' : '.'));
	if (prefix === '' || path.split('/').some((part) => part === '' || part === '..')) {
		throw new LinuxError('invalid-argument', `${JSON.stringify(key)} is no parameter of the kernel`);
	}
	return `${prefix.replaceAll('.', '/')}/${path}`;
}

function failure(key: string, cause: unknown): LinuxError {
	const code = codeOf(cause);
	if (code === 'ENOENT') return new LinuxError('not-found', `the kernel has no parameter ${key}`, { cause });
	if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
		return new LinuxError('permission-denied', `this machine may not set ${key}: it is the host's`, { cause });
	}
	return new LinuxError('invalid-argument', `the kernel refuses the value of ${key}: ${code}`, { cause });
}

function codeOf(error: unknown): string {
	return (error as NodeJS.ErrnoException).code ?? '';
}
