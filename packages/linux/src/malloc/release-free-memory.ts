import { libc } from '../libc/libc.ts';

/**
 * Gives the free pages of libc's heap back to the kernel (malloc_trim(3)): what native code has freed stays with the process
 * otherwise, for as long as something behind it is in use.
 */
export function releaseFreeMemory(): void {
	libc.trimHeap();
}
