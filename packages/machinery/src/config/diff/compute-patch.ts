import { emit } from '../../yaml/emit.ts';
import { outputOf } from '../../yaml/from-value.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { decodeFreeForm } from '../decode-free-form.ts';
import { type ConfigDocument, type ConfigValue, type MachineConfig } from '../document.ts';
import { documentsByIdentity } from '../documents.ts';
import { encodeDocument } from '../encode.ts';
import { ConfigError } from '../errors.ts';
import { parsePatch } from '../patch/load-patches.ts';
import type { Patch } from '../patch/patch.ts';
import { isStructValue, type StructValue } from '../schema/zero.ts';

/** A patch that was made, and its text. */
export interface ComputedPatch {
	readonly text: string;
	readonly patch: Patch;
}

/**
 * The strategic patches, none to two, that turn one configuration into another: the first deletes what is gone or is a
 * list that changed, and sets the rest; the second has the new lists.
 *
 * What a patch cannot say is not in them: a value that becomes empty. Throws ConfigError `patch` where the root
 * document is gone, which no patch can delete.
 */
export function computePatches(original: MachineConfig, modified: MachineConfig): readonly ComputedPatch[] {
	const texts = [patchText(original, modified, 'first'), patchText(original, modified, 'second')];
	return texts.filter((text) => text !== '').map((text) => ({ text, patch: parsePatch(text, 'computed patch') }));
}

type Pass = 'first' | 'second';

const marker: ConfigValue = { $patch: 'delete' };

function patchText(original: MachineConfig, modified: MachineConfig, pass: Pass): string {
	const before = documentsByIdentity(original);
	const after = documentsByIdentity(modified);
	const patches: StructValue[] = [];
	if (pass === 'first') {
		for (const [id, document] of before) if (!after.has(id)) patches.push(deletionOf(document));
		for (const [id, document] of after) if (!before.has(id)) patches.push(dataOf(document));
	}
	for (const [id, document] of before) {
		const other = after.get(id);
		const identity = identityOf(document);
		const patch = other === undefined ? {} : patchOf(dataOf(document), dataOf(other), identity, pass);
		if (Object.keys(patch).length > 0) patches.push({ ...patch, ...identity });
	}
	return patches.map((patch) => emit(outputOf(patch), 'merge-patch')).join('---\n');
}

function identityOf({ apiVersion, kind, name = '' }: ConfigDocument): StructValue {
	if (kind === 'v1alpha1') return { version: 'v1alpha1' };
	return { apiVersion, kind, ...(name === '' ? {} : { name }) };
}

function deletionOf(document: ConfigDocument): StructValue {
	if (document.kind === 'v1alpha1') throw new ConfigError('patch', 'a patch cannot delete the v1alpha1 document');
	return { ...identityOf(document), $patch: 'delete' };
}

/** The document as its text has it, without types. */
function dataOf(document: ConfigDocument): StructValue {
	const root = parseYaml(encodeDocument(document)).documents[0]?.root;
	return (root === undefined ? {} : decodeFreeForm(root)) as StructValue;
}

function patchOf(before: StructValue, after: StructValue, identity: StructValue, pass: Pass): StructValue {
	const patch: StructValue = Object.create(null);
	for (const [key, value = null] of Object.entries(after)) {
		if (Object.hasOwn(identity, key) && identity[key] !== '') continue;
		const change = changeOf(before[key], value, pass);
		if (change !== undefined) patch[key] = change;
	}
	if (pass === 'first') for (const key of Object.keys(before)) if (!(key in after)) patch[key] = marker;
	return patch;
}

/** What the pass has to say about a value; nothing when it is the same, or belongs to the other pass. */
function changeOf(before: ConfigValue | undefined, after: ConfigValue, pass: Pass): ConfigValue | undefined {
	if (isStructValue(before) && isStructValue(after)) {
		const inner = patchOf(before, after, {}, pass);
		return Object.keys(inner).length === 0 ? undefined : inner;
	}
	if (before !== undefined && isSame(before, after)) return undefined;
	if (Array.isArray(before) && Array.isArray(after)) return pass === 'first' ? marker : after;
	return pass === 'first' ? after : undefined;
}

function isSame(a: ConfigValue, b: ConfigValue): boolean {
	return emit(outputOf(a)) === emit(outputOf(b));
}
