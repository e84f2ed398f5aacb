import { hostname } from 'node:os';
import { libc } from './libc/libc.ts';

/** The machine's name as the kernel keeps it, in the calling thread's UTS namespace. */
export interface KernelHostname {
	get(): string;
	/** Throws LinuxError "permission-denied" to whoever is not root. */
	set(name: string): void;
}

export const kernelHostname: KernelHostname = { get: hostname, set: (name) => libc.setHostname(name) };
