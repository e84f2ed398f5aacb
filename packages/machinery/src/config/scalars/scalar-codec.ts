import type { YamlNode, YamlScalar } from '../../yaml/node.ts';
import type { OutputNode } from '../../yaml/output.ts';
import { type ResolvedScalar, ResolveRefusal, resolveScalar, tagPrefix } from '../../yaml/resolve.ts';
import type { ConfigOpaque, ConfigValue } from '../document.ts';
import { bytesOf } from './binary.ts';
import { FatalRefusal, TextRefusal } from './refusal.ts';

/** How a type that is one value in YAML is read, printed and patched. */
export interface ScalarCodec<Value extends ConfigValue = ConfigValue> {
	/** Go's zero value, which an absent one stands for. */
	readonly zero: Value;
	/**
	 * The value of a node that is not null; absent when the node leaves the field as it was. Throws TextRefusal with
	 * upstream's text.
	 */
	decode(node: YamlNode): Value | undefined;
	output(value: Value): OutputNode;
	/** Left out of the encoding by `omitEmpty`, and without effect in a patch (but see `merge`). */
	isZero(value: Value): boolean;
	/** A patch replaces the value even when it does not mention it (a slip of upstream, but for booleans). */
	readonly overwrites?: true;
	/** Two values merged, where the patch's does not simply win unless it is zero. Throws TextRefusal. */
	merge?(left: Value, right: Value): Value;
	/** What an absent key means in a map that is present, where that is not the absent value. */
	readonly missing?: Value;
}

/** The scalar as Go decodes it into a string: numbers and booleans keep their spelling, timestamps are refused. */
export function stringOf(node: YamlNode, goType = 'string'): string {
	const text = stringOrBytesOf(node, goType);
	if (typeof text === 'string') return text;
	throw new TextRefusal(`cannot construct !!binary into ${goType}: not UTF-8`);
}

/** As {@link stringOf}, and bytes that are no text as they are: a Go string holds any. */
export function stringOrBytesOf(node: YamlNode, goType = 'string'): string | ConfigOpaque {
	const { tag, scalar } = resolvedOf(node, goType);
	if (tag === 'timestamp') throw mismatch(scalar, goType);
	return tag === 'binary' ? bytesOf(scalar) : scalar.text;
}

/** The scalar's text for a type that reads itself from text, whatever YAML takes it for. */
export function textOf(node: YamlNode, goType: string): string {
	if (node.type !== 'scalar') throw new TextRefusal(`cannot construct ${tagOf(node)} into ${goType} (TextUnmarshaler)`);
	return resolved(node).tag === 'binary' ? stringOf(node, goType) : node.text;
}

/** A scalar, and what YAML takes it for. */
export function resolvedOf(node: YamlNode, goType: string): ResolvedScalar & { readonly scalar: YamlScalar } {
	if (node.type !== 'scalar') throw mismatch(node, goType);
	return { ...resolved(node), scalar: node };
}

/** Whether the node is null, and so leaves a field that is no pointer as it was. */
export function isNull(node: YamlNode): boolean {
	if (node.type !== 'scalar') return false;
	return node.tag === undefined ? node.style === 'plain' && nulls.has(node.text) : saysNull(node);
}

/** Whether a node's tag says that it is null, whatever it holds. */
export function saysNull(node: YamlNode): boolean {
	return node.tag === nullTag;
}

const nulls: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

const nullTag = `${tagPrefix}null`;

/** The refusal of a node that Go does not decode into the type. Quotes at most ten characters of a scalar. */
export function mismatch(node: YamlNode, goType: string): TextRefusal {
	if (node.type !== 'scalar') return new TextRefusal(`cannot construct ${tagOf(node)}${saysNull(node) ? ' ``' : ''} into ${goType}`);
	const shown = node.text.length > 10 ? `${node.text.slice(0, 7)}...` : node.text;
	return new TextRefusal(`cannot construct ${tagOf(node)} \`${shown}\` into ${goType}`);
}

/** The tag of a node in its short form, as messages have it. */
function tagOf(node: YamlNode): string {
	if (node.tag !== undefined) return node.tag.startsWith(tagPrefix) ? `!!${node.tag.slice(tagPrefix.length)}` : node.tag;
	return `!!${node.type === 'scalar' ? resolved(node).tag : node.type}`;
}

function resolved(scalar: YamlScalar): ResolvedScalar {
	try {
		return resolveScalar(scalar);
	} catch (refusal) {
		if (refusal instanceof ResolveRefusal) throw new FatalRefusal(refusal.message, 'resolver');
		throw refusal;
	}
}
