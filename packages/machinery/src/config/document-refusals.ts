import type { SourceText } from '../yaml/node.ts';
import type { DecodeIssue } from './decode.ts';
import { ConfigError, type ConfigPlace } from './errors.ts';
import { nearestNames } from './nearest-names.ts';
import { quote } from './quote.ts';
import type { UnknownKeys } from './unknown-keys.ts';

/** What is wrong with one place of a document, and how to mend it. */
export function refusalAt(source: SourceText, at: number, message: string, hint?: string): ConfigError {
	return new ConfigError('decode', message, { places: [placeAt(source, at, message, hint)] });
}

/** What does not fit a document's types, in go-yaml's form: all of it, or the one thing at which go-yaml stops. */
export function typeRefusal(source: SourceText, doing: string, issues: readonly DecodeIssue[]): ConfigError {
	const places = issues.slice(0, mostPlaces).map(({ at, message }) => placeAt(source, at, message, variableHint(message)));
	return new ConfigError('decode', `${doing}: ${textOf(source, issues)}`, { places });
}

/** Keys that a document does not have, each with the one that may be meant. */
export function unknownKeysRefusal(source: SourceText, { keys, message }: UnknownKeys): ConfigError {
	const places = keys.slice(0, mostPlaces).map(({ key, at, schema }) => {
		const names = schema.fields.map(({ name }) => name);
		return placeAt(source, at, `unknown key ${quote(key)}`, meantHint(key, names));
	});
	return new ConfigError('decode', message, { places });
}

/** The name that may be meant by another. */
export function meantHint(name: string, names: readonly string[]): string | undefined {
	const [near] = nearestNames(name, names, 1);
	return near === undefined ? undefined : `did you mean ${quote(near)}?`;
}

/** Of what is wrong with a document: enough to mend it, bounded for a hostile one. */
const mostPlaces = 20;

function placeAt(source: SourceText, at: number, message: string, hint: string | undefined): ConfigPlace {
	return { source: source.name, ...source.position(at), message, ...(hint === undefined ? {} : { hint }) };
}

function textOf(source: SourceText, issues: readonly DecodeIssue[]): string {
	const fatal = issues.find((issue) => issue.fatal !== undefined);
	if (fatal === undefined) {
		const texts = issues.map(({ at, message }) => `line ${source.position(at).line}: ${message}`);
		return `yaml: construct errors: ${texts.join('; ')}`;
	}
	const { line, column } = source.position(fatal.at);
	const position = fatal.fatal === 'resolver' ? '<unknown position>' : `L${line}.C${column}`;
	return `go-yaml load error in ${fatal.fatal} at ${position}: ${fatal.message}`;
}

/** What a text quoted in a message may be wrong by. */
function variableHint(message: string): string | undefined {
	const [variable] = /\$\{[A-Za-z_]\w*\}/.exec(message) ?? [];
	return variable === undefined ? undefined : `nothing replaces ${variable}: replace it before the configuration is used`;
}
