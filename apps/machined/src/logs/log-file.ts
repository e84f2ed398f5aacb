import { open, watch } from 'node:fs/promises';

export interface LogReadOptions {
	/** Below 0 means all lines. */
	readonly tailLines: number;
	readonly follow: boolean;
}

/** The lines of a log file, then those that are appended. A file that was cut is read from its new beginning. */
export async function* readLog(path: string, { tailLines, follow }: LogReadOptions, signal: AbortSignal): AsyncGenerator<Uint8Array> {
	const file = await open(path, 'r');
	try {
		// before the first read: what is appended in between wakes the watch
		const changes = follow ? watch(path, { signal }) : undefined;
		const buffer = Buffer.alloc(64 * 1024);
		let position = tailLines < 0 ? 0 : await tailStart(file, tailLines);
		const drain = async function* (): AsyncGenerator<Uint8Array> {
			const { size } = await file.stat();
			if (size < position) position = 0;
			for (;;) {
				const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
				if (bytesRead === 0) return;
				position += bytesRead;
				yield Uint8Array.from(buffer.subarray(0, bytesRead));
			}
		};
		yield* drain();
		if (changes === undefined) return;
		for await (const _ of changes) yield* drain();
	} catch (error) {
		if (!signal.aborted) throw error;
	} finally {
		await file.close();
	}
}

/** Where the last `lines` lines begin. */
async function tailStart(file: Awaited<ReturnType<typeof open>>, lines: number): Promise<number> {
	const { size } = await file.stat();
	const buffer = Buffer.alloc(64 * 1024);
	let end = size;
	let missing = lines + 1;
	while (end > 0) {
		const start = Math.max(end - buffer.length, 0);
		const { bytesRead } = await file.read(buffer, 0, end - start, start);
		for (let at = bytesRead - 1; at >= 0; at--) {
			if (buffer[at] !== newline) {
				// a last line without its break is a line all the same
				if (start + at === size - 1) missing -= 1;
				continue;
			}
			missing -= 1;
			if (missing === 0) return start + at + 1;
		}
		end = start;
	}
	return 0;
}

const newline = 10;
