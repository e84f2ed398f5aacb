import { errnoReason } from '@ichor/std/node';

/**
 * What the file system refused, in the words of Go's os package, which scripts match on: `lstat /nosuch: no such file or directory`.
 *
 * @param call what Go calls: its readdir opens, for instance, where Node's is `scandir`
 */
export function refusal(call: 'lstat' | 'open' | 'read' | 'readlink' | 'stat', path: string, error: unknown): string {
	return `${call} ${path}: ${errnoReason((error as NodeJS.ErrnoException).code ?? String(error))}`;
}
