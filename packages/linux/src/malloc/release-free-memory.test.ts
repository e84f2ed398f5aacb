import assert from 'node:assert/strict';
import { test } from 'node:test';
import koffi from 'koffi';
import { releaseFreeMemory } from './release-free-memory.ts';

test('what is freed below something in use goes back to the kernel', () => {
	const library = koffi.load('libc.so.6');
	const [malloc, memset, free] = ['void *malloc(size_t)', 'void *memset(void *, int, size_t)', 'void free(void *)'].map((prototype) =>
		library.func(prototype),
	);
	const chunks = Array.from({ length: 1024 }, () => memset?.(malloc?.(chunk), 1, chunk));
	const last = chunks.pop();
	for (const freed of chunks) free?.(freed);
	const held = process.memoryUsage.rss();
	releaseFreeMemory();
	const given = held - process.memoryUsage.rss();
	free?.(last);
	assert.ok(given > (chunks.length * chunk) / 2, `${given} of ${chunks.length * chunk} bytes`);
});

/** Bytes: less than what malloc(3) takes from the kernel chunk by chunk. */
const chunk = 60_000;
