import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import type { Context, Log, LogLevel } from '@ichor/std';
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
			log: (level, message, fields) => void this.#write(level, message, fields),
			progress: (what) => void this.#write('info', what, undefined),
		};
	}

	/** The log of a part that has a file of its own as well, as a service has. */
	component(component: string): Log {
		const file = createWriteStream(`${paths.logs}/${component}.log`, { flags: 'a' });
		return (level, message, fields) => {
			const line = this.#write(level, message, { component, ...fields });
			if (line !== undefined) file.write(line);
		};
	}

	/** The line, undefined for what is not said. */
	#write(level: LogLevel, message: string, fields: Readonly<Record<string, unknown>> | undefined): string | undefined {
		if (level === 'debug') return undefined;
		const time = new Date().toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
		const line = `[talos] ${time} ${message}${fields === undefined ? '' : ` ${JSON.stringify(fields)}`}\n`;
		process.stdout.write(line);
		this.#file.write(line);
		return line;
	}
}
