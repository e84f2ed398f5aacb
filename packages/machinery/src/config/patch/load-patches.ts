import { ConfigError } from '../errors.ts';
import { readStream } from '../load.ts';
import { type ReadOptions, readDocument } from '../read-document.ts';
import { attempt, TextRefusal } from '../scalars/refusal.ts';
import { isNull } from '../scalars/scalar-codec.ts';
import { extractDeletes } from './delete-selector.ts';
import { parseJsonPatch } from './json-patch-text.ts';
import type { Patch, StrategicPatch, StrategicStep } from './patch.ts';

/** Reads a file that an argument names. Throws when there is none. */
export type ReadFile = (path: string) => string | Uint8Array;

/**
 * The patches of a command's arguments, in order: `@path` and what looks like a path are files, everything else (with
 * a space, a line break, or a bracket in front) is the patch itself. Patches of RFC 6902 that follow each other are
 * one.
 *
 * Throws ConfigError for what is no patch of either form, and whatever `readFile` throws.
 */
export function loadPatches(args: readonly string[], readFile: ReadFile, options: ReadOptions = {}): Patch[] {
	const patches: Patch[] = [];
	for (const argument of args) {
		const { text, name } = readPatchArgument(argument, readFile);
		const patch = parsePatch(text, name, options);
		const last = patches.at(-1);
		if (patch.form === 'json' && last?.form === 'json') {
			patches[patches.length - 1] = { form: 'json', name: last.name, operations: [...last.operations, ...patch.operations] };
		} else {
			patches.push(patch);
		}
	}
	return patches;
}

/**
 * A patch by its text. What reads as documents of a configuration is a strategic patch, and otherwise a list of
 * operations in JSON or YAML is one of RFC 6902; so an empty text is an RFC 6902 patch without operations.
 */
export function parsePatch(text: string | Uint8Array, name = 'patch', options: ReadOptions = {}): Patch {
	try {
		return parseStrategicPatch(text, name, options);
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		return { form: 'json', name, operations: parseJsonPatch(text, error) };
	}
}

/** The text that one argument means, and what messages call it. Throws whatever `readFile` throws. */
export function readPatchArgument(argument: string, readFile: ReadFile): { readonly text: string | Uint8Array; readonly name: string } {
	const path = pathOf(argument);
	return { text: path === undefined ? argument : readFile(path), name: path ?? 'patch' };
}

function pathOf(argument: string): string | undefined {
	if (argument.startsWith('@')) return argument.slice(1);
	return /[\n ]/.test(argument) || /^[[{]/.test(argument) ? undefined : argument;
}

function parseStrategicPatch(text: string | Uint8Array, name: string, options: ReadOptions): StrategicPatch {
	const { source, documents } = readStream(text, { name });
	const steps: StrategicStep[] = [];
	for (const { root, at } of documents) {
		if (root === undefined) continue;
		const extracted = attempt(() => extractDeletes(root));
		if (extracted instanceof TextRefusal) {
			const { line, column } = source.position(at);
			throw new ConfigError('patch', `error processing patch delete statements at line ${line}: ${extracted.message}`, {
				places: [{ source: name, line, column, message: extracted.message }],
			});
		}
		for (const selector of extracted.selectors) {
			const place = { source: name, ...source.position(selector.at), message: 'this marker points at nothing' };
			steps.push({ delete: selector, place });
		}
		if (extracted.rest === undefined || isNull(extracted.rest)) continue;
		steps.push({ merge: readDocument(extracted.rest, source, options) });
	}
	if (steps.length === 0) throw new ConfigError('decode', 'config not found');
	return { form: 'strategic', name, steps: [...steps.filter(deletesFromRoot), ...steps.filter((step) => !deletesFromRoot(step))] };
}

/** Upstream applies these before anything else, wherever they stand. */
function deletesFromRoot(step: StrategicStep): boolean {
	return 'delete' in step && step.delete.kind === 'v1alpha1';
}
