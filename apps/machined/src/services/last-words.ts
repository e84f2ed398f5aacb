import { open } from 'node:fs/promises';

/**
 * The last line that a program has written before it ended: where it gives up, it says why. Without the header that programs of
 * Kubernetes put before their words (k8s.io/klog/v2, formatHeader); empty when there is none.
 *
 * @param log the file that it writes to
 */
export async function lastWords(log: string): Promise<string> {
	const file = await open(log).catch(() => undefined);
	if (file === undefined) return '';
	try {
		const { size } = await file.stat();
		const length = Math.min(size, longest);
		const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
		const line = buffer.toString('utf8').trimEnd().split('\n').at(-1) ?? '';
		return line.replace(header, '').slice(0, shown);
	} finally {
		await file.close();
	}
}

const header = /^[IWEF]\d{4} [\d:.]+ +\d+ [^\]]+\] /;
/** Bytes that are read, and characters that are told. */
const longest = 4096;
const shown = 300;
