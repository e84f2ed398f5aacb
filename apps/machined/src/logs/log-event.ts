/** What is said at a moment, as it is delivered to other machines. */
export interface LogEvent {
	readonly message: string;
	/** RFC 3339. */
	readonly time: string;
	/** As zap names levels: `debug`, `info`, `warn`, `error`, `dpanic`, `panic`, `fatal`. */
	readonly level: string;
	/** Values of JSON. */
	readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * What a line of a service's log says. Of a line that is JSON, or ends with it as ours do, the time (`time` or `ts`), the
 * level, the message (`msg`) and the error (`err`) are taken out of the fields; what else there is stays in them.
 *
 * Source: upstream's internal/app/machined/pkg/runtime/logging/extract.go.
 *
 * @param now milliseconds since the epoch: of a line without a time
 */
export function eventOfLine(line: string, now: number): LogEvent {
	const { text, fields } = split(line);
	if (fields === undefined) return { message: line, time: new Date(now).toISOString(), level: 'info', fields: {} };
	const rest = new Map(Object.entries(fields));
	const time = takeTime(rest) ?? new Date(now).toISOString();
	let level = takeLevel(rest) ?? 'info';
	const message = takeText(rest, 'msg');
	const error = takeText(rest, 'err');
	if (error !== undefined && (level === 'debug' || level === 'info')) level = 'warn';
	const said = [text, message].filter((part) => part !== undefined && part !== '').join(' ');
	return {
		message: [said, error].filter((part) => part !== undefined && part !== '').join(': '),
		time,
		level,
		fields: Object.fromEntries(rest),
	};
}

function split(line: string): { readonly text: string; readonly fields: Readonly<Record<string, unknown>> | undefined } {
	const start = line.indexOf('{');
	if (start < 0) return { text: line, fields: undefined };
	try {
		// what begins with a brace and is JSON is an object
		return { text: line.slice(0, start).trim(), fields: JSON.parse(line.slice(start)) as Readonly<Record<string, unknown>> };
	} catch {
		return { text: line, fields: undefined };
	}
}

function takeTime(fields: Map<string, unknown>): string | undefined {
	for (const name of ['time', 'ts']) {
		const time = timeOf(fields.get(name));
		if (time === undefined) continue;
		fields.delete(name);
		return time;
	}
	return undefined;
}

function timeOf(value: unknown): string | undefined {
	if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
	if (typeof value !== 'number' || value === 0) return undefined;
	// seconds, or else milliseconds
	const date = new Date(value > latestSeconds ? value : value * 1000);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** 1 January 3000: a larger number counts milliseconds. */
const latestSeconds = Date.UTC(3000) / 1000;

function takeLevel(fields: Map<string, unknown>): string | undefined {
	const value = fields.get('level');
	if (typeof value !== 'string') return undefined;
	const name = value.toLowerCase();
	// logrus, which containerd logs with, writes it out
	const level = name === 'warning' ? 'warn' : name;
	if (!levels.has(level)) return undefined;
	fields.delete('level');
	return level;
}

const levels: ReadonlySet<string> = new Set(['debug', 'info', 'warn', 'error', 'dpanic', 'panic', 'fatal']);

function takeText(fields: Map<string, unknown>, name: string): string | undefined {
	const value = fields.get(name);
	if (typeof value !== 'string') return undefined;
	fields.delete(name);
	return value.trim();
}
