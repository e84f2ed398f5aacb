import { isBreak } from './characters.ts';
import { PendingComments } from './comments.ts';
import type { OutputMap, OutputNode, OutputScalar, OutputScalarKind, OutputSeq } from './output.ts';
import { analyzeScalar, type ScalarAnalysis } from './scalar-analysis.ts';
import { scalarStyle } from './scalar-style.ts';
import { writeDoubleQuoted, writeLines, writePlain, writeSingleQuoted } from './scalar-writer.ts';
import { Sheet } from './sheet.ts';

/**
 * Whose output to print byte for byte.
 *
 * - `config`: go-yaml v4.0.0-rc.6 as Talos 1.14 uses it: indentation of 4, lists indented, no folding.
 * - `config-1.13`: the same of Talos 1.13 (rc.4), which puts what YAML 1.1 reads as something else into double quotes.
 * - `json-patch`: yaml.v2 as ghodss/yaml uses it after an RFC 6902 patch: indentation of 2, lists not indented,
 *   folding at 80 columns.
 * - `merge-patch`: go-yaml v4 as upstream prints a strategic patch that it computed: indentation of 2, lists indented,
 *   folding at 80 columns.
 */
export type EmitProfile = 'config' | 'config-1.13' | 'json-patch' | 'merge-patch';

/** Prints one document, with a line break at its end and without `---`. The tree must not contain itself. */
export function emit(root: OutputNode, profile: EmitProfile = 'config'): string {
	return new Emitter(profile).document(root);
}

/** Where a node stands in the collection around it. */
type Place = 'root' | 'item' | 'key' | 'value' | 'flow';

/**
 * libyaml's emitter over a tree. What its events carry at the start and at the end of a collection is handed to
 * `comments` at the same moments, because that decides where a comment ends up.
 */
class Emitter {
	readonly #profile: EmitProfile;
	readonly #indentation: number;
	readonly #sheet: Sheet;
	readonly #comments: PendingComments;
	#flowLevel = 0;

	constructor(profile: EmitProfile) {
		this.#profile = profile;
		const isPatch = profile === 'json-patch' || profile === 'merge-patch';
		this.#indentation = isPatch ? 2 : 4;
		this.#sheet = new Sheet(isPatch ? 80 : Number.POSITIVE_INFINITY);
		this.#comments = new PendingComments(this.#sheet);
	}

	document(root: OutputNode): string {
		this.#comments.begin(root);
		this.#comments.writeHead();
		this.#begin(root, 'root');
		this.#comments.writeBehind();
		this.#content(root, 'root');
		this.#sheet.footIndent = 0;
		this.#comments.writeFoot();
		this.#sheet.footIndent = -1;
		this.#sheet.indentLine();
		return this.#sheet.text;
	}

	/** Writes a scalar. Of a collection, nothing yet: the comments that are waiting come before its content. */
	#begin(node: OutputNode, place: Place): void {
		if (node.type === 'scalar') this.#scalar(prepare(node, this.#profile), place);
	}

	#content(node: OutputNode, place: Place): void {
		if (node.type === 'map') {
			if (this.#flowLevel > 0 || node.flow === true || node.pairs.length === 0) this.#flowMap(node, place);
			else this.#blockMap(node, place);
		} else if (node.type === 'seq') {
			if (this.#flowLevel > 0 || node.flow === true || node.items.length === 0) this.#flowSeq(node, place);
			else this.#blockSeq(node, place);
		}
	}

	#blockMap(map: OutputMap, place: Place): void {
		const outer = this.#indent(place, false);
		let tail = '';
		for (const { key, value } of map.pairs) {
			this.#comments.beginKey(key, tail);
			tail = key.foot ?? '';
			this.#comments.writeHead();
			this.#sheet.indentLine();
			this.#comments.holdKeyLine();
			const prepared = prepare(key, this.#profile);
			if (fitsBeforeColon(prepared)) {
				this.#scalar(prepared, 'key', true);
				this.#comments.begin(value);
				this.#sheet.mark(':', false);
			} else {
				this.#sheet.blockMark('?');
				this.#scalar(prepared, 'key', false);
				this.#comments.begin(value);
				this.#sheet.indentLine();
				this.#sheet.blockMark(':');
			}
			this.#comments.releaseKeyLine(value);
			this.#begin(value, 'value');
			this.#comments.writeBehind();
			this.#content(value, 'value');
		}
		this.#comments.end(map, tail);
		this.#comments.writeHead();
		this.#sheet.indent = outer;
	}

	#blockSeq(seq: OutputSeq, place: Place): void {
		const indentless = this.#profile === 'json-patch' && place === 'value' && !this.#sheet.onlyIndented;
		const outer = indentless ? this.#sheet.indent : this.#indent(place, false);
		for (const item of seq.items) {
			this.#comments.begin(item);
			this.#comments.writeHead();
			this.#sheet.indentLine();
			this.#sheet.blockMark('-');
			this.#begin(item, 'item');
			this.#comments.writeBehind();
			this.#content(item, 'item');
		}
		this.#comments.end(seq);
		this.#sheet.indent = outer;
	}

	#flowMap(map: OutputMap, place: Place): void {
		const outer = this.#openFlow('{', place);
		let tail = '';
		let commaNeeded = false;
		for (const { key, value } of map.pairs) {
			this.#comments.beginKey(key, tail);
			tail = key.foot ?? '';
			this.#separate(commaNeeded);
			const prepared = prepare(key, this.#profile);
			const simple = fitsBeforeColon(prepared);
			if (!simple) this.#sheet.mark('?', true);
			this.#scalar(prepared, 'flow', simple);
			this.#comments.begin(value);
			if (!simple) this.#foldLine();
			this.#sheet.mark(':', !simple);
			commaNeeded = this.#flowNode(value);
		}
		this.#comments.end(map, tail);
		if (commaNeeded && this.#comments.waitBeforeEnd) this.#sheet.mark(',', false);
		this.#comments.writeHead();
		this.#closeFlow('}', outer);
	}

	#flowSeq(seq: OutputSeq, place: Place): void {
		const outer = this.#openFlow('[', place);
		let commaNeeded = false;
		for (const item of seq.items) {
			this.#comments.begin(item);
			this.#separate(commaNeeded);
			commaNeeded = this.#flowNode(item);
		}
		this.#comments.end(seq);
		this.#closeFlow(']', outer);
	}

	#openFlow(bracket: '{' | '[', place: Place): number {
		this.#sheet.mark(bracket, true);
		this.#sheet.afterSpace = true;
		this.#flowLevel++;
		return this.#indent(place, true);
	}

	#closeFlow(bracket: '}' | ']', outer: number): void {
		this.#flowLevel--;
		this.#sheet.indent = outer;
		if (bracket === ']' && this.#sheet.column === 0) this.#sheet.indentLine();
		this.#sheet.mark(bracket, false);
		this.#comments.writeBehind();
	}

	/** Between the entries of a flow collection. */
	#separate(commaNeeded: boolean): void {
		if (commaNeeded) this.#sheet.mark(',', false);
		this.#comments.writeHead();
		if (this.#sheet.column === 0) this.#sheet.indentLine();
		this.#foldLine();
	}

	#foldLine(): void {
		if (this.#sheet.column > this.#sheet.width) this.#sheet.indentLine();
	}

	/** Writes an item or a value. Answers whether the comma behind it is still to come: a comment has it before itself. */
	#flowNode(node: OutputNode): boolean {
		const hadComments = this.#comments.waitBehind;
		this.#begin(node, 'flow');
		if (this.#comments.waitBehind) this.#sheet.mark(',', false);
		this.#comments.writeBehind();
		this.#content(node, 'flow');
		return !hadComments;
	}

	#scalar({ kind, text, analysis }: PreparedScalar, place: Place, simpleKey = false): void {
		const sheet = this.#sheet;
		const style = scalarStyle(kind, text, analysis, { inFlow: this.#flowLevel > 0, simpleKey }, this.#profile);
		if (kind === 'binary') sheet.mark(binaryTag, true);
		const outer = this.#indent(place, true);
		if (style === 'plain') writePlain(sheet, text, !simpleKey);
		else if (style === 'single') writeSingleQuoted(sheet, text, !simpleKey);
		else if (style === 'double') writeDoubleQuoted(sheet, text, !simpleKey);
		else this.#literal(text);
		sheet.indent = outer;
	}

	#literal(text: string): void {
		const sheet = this.#sheet;
		sheet.mark('|', true);
		// the hint is the emitter's indentation even where less is added: in a list that is upstream's slip
		if (text.startsWith(' ') || (this.#profile === 'json-patch' && isBreak(text.charCodeAt(0))))
			sheet.mark(String(this.#indentation), false);
		if (!isBreak(text.charCodeAt(text.length - 1))) sheet.mark('-', false);
		else if (text.length === 1 || isBreak(text.charCodeAt(text.length - 2))) sheet.mark('+', false);
		this.#comments.endLine();
		writeLines(sheet, text);
	}

	/** Enters an indentation and answers the one to return to. */
	#indent(place: Place, flow: boolean): number {
		const outer = this.#sheet.indent;
		this.#sheet.indent = this.#deeper(outer, place, flow);
		return outer;
	}

	#deeper(indent: number, place: Place, flow: boolean): number {
		if (indent < 0) return flow ? this.#indentation : 0;
		if (this.#profile === 'json-patch') return indent + this.#indentation;
		// in a list, the first step only skips the `- `; every other goes to the next multiple
		return place === 'item' ? indent + 2 : this.#indentation * Math.floor((indent + this.#indentation) / this.#indentation);
	}
}

/** Base64 in lines of 70 characters, as Go's encoders for YAML print it; on one line when that is enough. */
function wrapBase64(base64: string): string {
	return base64.length < 70 ? base64 : base64.replace(/.{1,70}/g, '$&\n');
}

/** A scalar as it is to be written, and what its text allows. */
interface PreparedScalar {
	readonly kind: OutputScalarKind;
	readonly text: string;
	readonly analysis: ScalarAnalysis;
}

function prepare({ kind, text: given }: OutputScalar, profile: EmitProfile): PreparedScalar {
	const text = kind === 'binary' ? wrapBase64(given) : given;
	return { kind, text, analysis: analyzeScalar(text, profile === 'json-patch') };
}

/** A key that needs no `?` in front: in libyaml's eyes, one of at most 128 octets on one line, its tag included. */
function fitsBeforeColon({ kind, text, analysis }: PreparedScalar): boolean {
	const limit = kind === 'binary' ? 128 - binaryTag.length : 128;
	if (analysis.multiline || text.length > limit) return false;
	return text.length * 3 <= limit || new TextEncoder().encode(text).length <= limit;
}

const binaryTag = '!!binary';
