import { quote } from '../quote.ts';
import { TextRefusal } from '../scalars/refusal.ts';
import { broughtNull, type JsonList, type JsonMap, type JsonNode, NodeCopier, writtenNull } from './json-node.ts';

/** An operation of RFC 6902, as its text has it: nothing is checked before it is applied. */
export type JsonOperation = ReadonlyMap<string, JsonNode | null>;

/**
 * A document with operations applied one after another, as evanphx/json-patch does it: lenient where RFC 6902 is not
 * (an index may be negative, `replace` may add a key, `add` without a value adds null). Throws TextRefusal.
 */
export function applyOperations(document: JsonNode | null, operations: readonly JsonOperation[]): JsonNode | null {
	if (document?.type === 'scalar') throw new TextRefusal('the document is neither a map nor a list');
	const copier = new NodeCopier();
	let root: JsonMap | JsonList | null = document;
	for (const operation of operations) {
		if (root === null) throw new TextRefusal('the document is null');
		root = applyOperation(root, operation, copier);
	}
	return root;
}

type Container = JsonMap | JsonList;

function applyOperation(root: Container, operation: JsonOperation, copier: NodeCopier): Container | null {
	const kind = textOf(operation, 'op') ?? 'unknown';
	switch (kind) {
		case 'add':
			return add(root, operation, copier);
		case 'remove':
			return remove(root, operation);
		case 'replace':
			return replace(root, operation, copier);
		case 'move':
			return move(root, operation);
		case 'copy':
			return copy(root, operation, copier);
		case 'test':
			return test(root, operation);
		default:
			throw new TextRefusal(`Unexpected kind: ${kind}`);
	}
}

function add(root: Container, operation: JsonOperation, copier: NodeCopier): Container {
	const path = pathOf(operation, 'add');
	const { container, key } = find(root, path, `add operation does not apply: doc is missing path: ${quote(path)}`);
	addTo(container, key, valueOf(operation, copier));
	return root;
}

function remove(root: Container, operation: JsonOperation): Container {
	const path = pathOf(operation, 'remove');
	const { container, key } = find(root, path, `remove operation does not apply: doc is missing path: ${quote(path)}`);
	removeFrom(container, key);
	return root;
}

function replace(root: Container, operation: JsonOperation, copier: NodeCopier): Container | null {
	const path = pathOf(operation, 'replace');
	const value = valueOf(operation, copier);
	if (path === '') {
		if (value === writtenNull) return null;
		if (value === null || value.type === 'scalar') throw new TextRefusal('replace operation value must be object or array');
		return value;
	}
	const { container, key } = find(root, path, `replace operation does not apply: doc is missing path: ${path}`);
	if (container.type === 'map') container.entries.set(key, value);
	else container.items[indexOf(container, key)] = value;
	return root;
}

function move(root: Container, operation: JsonOperation): Container {
	const from = fromOf(operation, 'move');
	const source = find(root, from, `move operation does not apply: doc is missing from path: ${from}`);
	const value = valueAt(source.container, source.key);
	removeFrom(source.container, source.key);
	const path = pathOf(operation, 'move');
	const target = find(root, path, `move operation does not apply: doc is missing destination path: ${path}`);
	addTo(target.container, target.key, value);
	return root;
}

function copy(root: Container, operation: JsonOperation, copier: NodeCopier): Container {
	const from = fromOf(operation, 'copy');
	const source = find(root, from, `copy operation does not apply: doc is missing from path: ${from}`);
	const value = valueAt(source.container, source.key);
	const path = pathOf(operation, 'copy');
	const target = find(root, path, `copy operation does not apply: doc is missing destination path: ${path}`);
	addTo(target.container, target.key, value === broughtNull ? writtenNull : copier.copy(value));
	return root;
}

function test(root: Container, operation: JsonOperation): Container {
	const path = pathOf(operation, 'test');
	const found = path === '' ? root : valueAtPath(root, path);
	const wanted = operation.get('value');
	const passes = found === null ? wanted === undefined || wanted === null : wanted !== undefined && areEqual(found, wanted ?? broughtNull);
	if (!passes) throw new TextRefusal(`testing value ${path} failed: test failed`);
	return root;
}

function valueAtPath(root: Container, path: string): JsonNode | null {
	const { container, key } = find(root, path, `test operation does not apply: is missing path: ${path}`);
	return valueAt(container, key);
}

/** Scalars are compared as they are spelled. */
function areEqual(a: JsonNode, b: JsonNode): boolean {
	if (a === broughtNull || b === broughtNull) return a === b;
	if (b.type === 'scalar' && b.text === 'null') return isEmpty(a);
	if (a.type === 'scalar') return b.type === 'scalar' && a.text === b.text;
	if (a.type === 'list') {
		if (b.type !== 'list' || a.items.length !== b.items.length) return false;
		return a.items.every((item, index) => {
			const other = b.items[index] ?? null;
			if (item === null || other === null) throw new TextRefusal('test of a list with null in it is not possible');
			return areEqual(item, other);
		});
	}
	if (b.type !== 'map' || a.entries.size !== b.entries.size) return false;
	for (const [key, value] of a.entries) {
		const other = b.entries.get(key);
		if (other === undefined || (value === null) !== (other === null)) return false;
		if (value !== null && other !== null && !areEqual(value, other)) return false;
	}
	return true;
}

function isEmpty(node: JsonNode): boolean {
	if (node.type === 'scalar') return node.text === 'null';
	return (node.type === 'map' ? node.entries.size : node.items.length) === 0;
}

/** The map or list that holds what a pointer names. What stands in front of the first slash does not count. */
function find(root: Container, pointer: string, missing: string): { readonly container: Container; readonly key: string } {
	const steps = pointer.split('/').slice(1).map(unescape);
	const key = steps.pop();
	if (key === undefined) throw new TextRefusal(`${missing}: missing value`);
	let container = root;
	for (const step of steps) {
		const next = container.type === 'map' ? container.entries.get(step) : container.items[findIndex(container, step) ?? -1];
		if (next === undefined || next === null || next.type === 'scalar') throw new TextRefusal(`${missing}: missing value`);
		container = next;
	}
	return { container, key };
}

/** In one pass: `~01` is `~1`. */
function unescape(step: string): string {
	return step.replaceAll(/~[01]/g, (escape) => (escape === '~1' ? '/' : '~'));
}

function valueAt(container: Container, key: string): JsonNode | null {
	return container.type === 'map' ? (container.entries.get(key) ?? null) : (container.items[indexOf(container, key)] ?? null);
}

function addTo(container: Container, key: string, value: JsonNode | null): void {
	if (container.type === 'map') container.entries.set(key, value);
	else if (key === '-') container.items.push(value);
	else container.items.splice(indexIn(container.items.length + 1, key), 0, value);
}

function removeFrom(container: Container, key: string): void {
	if (container.type === 'list') container.items.splice(indexOf(container, key), 1);
	else if (!container.entries.delete(key)) throw new TextRefusal(`Unable to remove nonexistent key: ${key}: missing value`);
}

function indexOf(list: JsonList, key: string): number {
	return indexIn(list.items.length, key);
}

function findIndex(list: JsonList, key: string): number | undefined {
	const index = parseIndex(key);
	if (index === undefined || index >= list.items.length || index < -list.items.length) return undefined;
	return index < 0 ? index + list.items.length : index;
}

/** The position that a key means among so many; a negative one counts from the end. */
function indexIn(count: number, key: string): number {
	const index = parseIndex(key);
	if (index === undefined) throw new TextRefusal(`value was not a proper array index: '${key}'`);
	if (index >= count || index < -count) throw new TextRefusal(`Unable to access invalid index: ${index}: invalid index referenced`);
	return index < 0 ? index + count : index;
}

function parseIndex(key: string): number | undefined {
	return /^[+-]?\d+$/.test(key) ? Number(key) : undefined;
}

function valueOf(operation: JsonOperation, copier: NodeCopier): JsonNode | null {
	const value = operation.get('value') ?? null;
	return value === null && operation.has('value') ? broughtNull : copier.copy(value);
}

function pathOf(operation: JsonOperation, kind: string): string {
	const path = textOf(operation, 'path');
	if (path === undefined) throw new TextRefusal(`${kind} operation failed to decode path: missing value`);
	return path;
}

function fromOf(operation: JsonOperation, kind: string): string {
	const from = textOf(operation, 'from');
	if (from === undefined) throw new TextRefusal(`${kind} operation failed to decode from: missing value`);
	return from;
}

function textOf(operation: JsonOperation, key: string): string | undefined {
	const node = operation.get(key);
	if (node?.type === 'scalar' && node.text === 'null') return '';
	return node?.type === 'scalar' && node.text.startsWith('"') ? (JSON.parse(node.text) as string) : undefined;
}
