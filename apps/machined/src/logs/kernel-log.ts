import { type FileHandle, open } from 'node:fs/promises';
import { uptime } from 'node:os';
import { background, rest } from '@ichor/std';

/** A record of the kernel's log. */
export interface KernelRecord {
	/** As syslog(3) has them: `kern`, `info`. */
	readonly facility: string;
	readonly level: string;
	readonly sequence: number;
	/** Microseconds since the start of the machine. */
	readonly clock: number;
	/** Nanoseconds are written: `2026-11-21T08:39:39.123456000Z`. */
	readonly time: string;
	readonly text: string;
}

/** The device to read the kernel's log from. */
export async function openKernelLog(): Promise<FileHandle> {
	return await open('/dev/kmsg', kmsgFlags);
}

/** O_RDONLY | O_NONBLOCK (open(2)): at the end of the log, a read fails and does not wait. */
const kmsgFlags = 0o4000;

/** The kernel's log, record after record. */
export async function* readKernelLog(
	device: FileHandle,
	{ follow, tail }: { readonly follow: boolean; readonly tail: boolean },
	signal: AbortSignal,
): AsyncGenerator<KernelRecord> {
	const booted = Date.now() - uptime() * 1000;
	// tail means: only what comes
	let silent = tail;
	const buffer = Buffer.alloc(maxRecord);
	while (!signal.aborted) {
		try {
			const { bytesRead } = await device.read(buffer, 0, buffer.length, null);
			const record = parseRecord(buffer.toString('utf8', 0, bytesRead), booted);
			if (!silent && record !== undefined) yield record;
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			// records were overwritten before they were read; the next read finds the oldest one that is there
			if (code === 'EPIPE') continue;
			if (code !== 'EAGAIN') throw error;
			if (!follow) return;
			silent = false;
			await rest({ ...background, signal }, 200);
		}
	}
}

/** CONSOLE_EXT_LOG_MAX (linux/printk.h): the longest record. */
const maxRecord = 8192;

/** A record of /dev/kmsg (Documentation/ABI/testing/dev-kmsg); undefined when it is none. */
export function parseRecord(record: string, booted: number): KernelRecord | undefined {
	const found = /^(\d+),(\d+),(\d+)[^;]*;([^\n]*)/.exec(record);
	if (found === null) return undefined;
	const [priority = 0, sequence = 0, clock = 0] = found.slice(1, 4).map(Number);
	const milliseconds = new Date(booted + clock / 1000).toISOString().slice(0, -1);
	return {
		facility: facilities[priority >> 3] ?? `facility${priority >> 3}`,
		level: levels[priority & 7] ?? '',
		sequence,
		clock,
		time: `${milliseconds}${String(clock % 1000).padStart(3, '0')}000Z`,
		text: found[4] ?? '',
	};
}

/** A record as people see it: `kern: info: [2026-11-21T08:39:39.123456789Z]: text`, with a line break. */
export function formatRecord({ facility, level, time, text }: KernelRecord): string {
	return `${facility}: ${level}: [${time}]: ${text}\n`;
}

/** syslog(3). */
const facilities = ['kern', 'user', 'mail', 'daemon', 'auth', 'syslog', 'lpr', 'news', 'uucp', 'cron', 'authpriv', 'ftp'];
const levels = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];
