import type { FileHandle } from 'node:fs/promises';
import { uptime } from 'node:os';
import { pause } from '@ichor/std';

/** The kernel's log, a record a line, as people see it: `kern: info: [2026-11-21T08:39:39.123456789Z]: text`. */
export async function* readKernelLog(
	device: FileHandle,
	{ follow, tail }: { readonly follow: boolean; readonly tail: boolean },
	signal: AbortSignal,
): AsyncGenerator<string> {
	const booted = Date.now() - uptime() * 1000;
	// tail means: only what comes
	let silent = tail;
	const buffer = Buffer.alloc(maxRecord);
	while (!signal.aborted) {
		try {
			const { bytesRead } = await device.read(buffer, 0, buffer.length, null);
			const line = formatRecord(buffer.toString('utf8', 0, bytesRead), booted);
			if (!silent && line !== undefined) yield line;
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			// records were overwritten before they were read; the next read finds the oldest one that is there
			if (code === 'EPIPE') continue;
			if (code !== 'EAGAIN') throw error;
			if (!follow) return;
			silent = false;
			await pause({ signal, log: () => undefined, progress: () => undefined }, 200).catch(() => undefined);
		}
	}
}

/** CONSOLE_EXT_LOG_MAX (linux/printk.h): the longest record. */
const maxRecord = 8192;

/** A record of /dev/kmsg (Documentation/ABI/testing/dev-kmsg); undefined when it is none. */
export function formatRecord(record: string, booted: number): string | undefined {
	const found = /^(\d+),\d+,(\d+)[^;]*;([^\n]*)/.exec(record);
	if (found === null) return undefined;
	const [, priority = '0', microseconds = '0', text = ''] = found;
	const facility = facilities[Number(priority) >> 3] ?? `facility${Number(priority) >> 3}`;
	const level = levels[Number(priority) & 7] ?? '';
	const time = new Date(booted + Number(microseconds) / 1000).toISOString().slice(0, -1);
	const nanoseconds = `${time}${String(Number(microseconds) % 1000).padStart(3, '0')}000Z`;
	return `${facility}: ${level}: [${nanoseconds}]: ${text}\n`;
}

/** syslog(3). */
const facilities = ['kern', 'user', 'mail', 'daemon', 'auth', 'syslog', 'lpr', 'news', 'uucp', 'cron', 'authpriv', 'ftp'];
const levels = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];
