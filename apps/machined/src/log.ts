import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import type { Context, LogLevel } from '@ichor/std';
import { paths } from './paths.ts';

/** Writes lines for people to the console and, the same, to machined's own log file. */
export class Console {
	readonly #file: WriteStream;

	constructor() {
		mkdirSync(paths.logs, { recursive: true });
		this.#file = createWriteStream(`${paths.logs}/machined.log`, { flags: 'a' });
	}

	/** A context that logs here until the signal aborts. */
	context(signal: AbortSignal): Context {
		return {
			signal,
			log: (level, message, fields) => this.#write(level, message, fields),
			progress: (what) => this.#write('info', what, undefined),
		};
	}

	#write(level: LogLevel, message: string, fields: Readonly<Record<string, unknown>> | undefined): void {
		if (level === 'debug') return;
		const time = new Date().toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
		const line = `[talos] ${time} ${message}${fields === undefined ? '' : ` ${JSON.stringify(fields)}`}\n`;
		process.stdout.write(line);
		this.#file.write(line);
	}
}
