import type { ConfigDocument, MachineConfig } from '../document.ts';
import { documentsByIdentity } from '../documents.ts';
import { encodeConfig, encodeDocument } from '../encode.ts';
import { redactDocument } from '../redact.ts';
import { unifiedDiff } from './unified-diff.ts';

/** A document that one of two configurations does not have, or has differently. */
export interface DocumentDiff {
	readonly apiVersion: string;
	/** `v1alpha1` for the root document. */
	readonly kind: string;
	readonly name?: string;
	readonly change: 'added' | 'removed' | 'changed';
	/** What differs in unified form, secrets as `******`; empty when nothing but secrets differs. */
	readonly text: string;
	/** Secrets differ, which `text` does not show. */
	readonly secretsDiffer: boolean;
}

/** Two configurations compared document by document, by kind and name: wherever they stand, and without secrets. */
export function diffConfigs(a: MachineConfig, b: MachineConfig): readonly DocumentDiff[] {
	const [before, after] = [documentsByIdentity(a), documentsByIdentity(b)];
	const identities = [...new Set([...before.keys(), ...after.keys()])];
	return identities.flatMap((identity) => diffOf(before.get(identity), after.get(identity)));
}

/** The difference of the canonical texts in unified form, secrets included: what upstream calls a diff. */
export function configDiffText(a: MachineConfig | undefined, b: MachineConfig | undefined): string {
	return unifiedDiff(a === undefined ? '' : encodeConfig(a), b === undefined ? '' : encodeConfig(b));
}

function diffOf(before: ConfigDocument | undefined, after: ConfigDocument | undefined): DocumentDiff[] {
	const document = after ?? before;
	if (document === undefined || textOf(before) === textOf(after)) return [];
	const { apiVersion, kind, name } = document;
	const text = unifiedDiff(redactedTextOf(before), redactedTextOf(after));
	return [
		{
			apiVersion,
			kind,
			...(name === undefined ? {} : { name }),
			change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
			text,
			secretsDiffer: before !== undefined && after !== undefined && secretsDiffer(before, after),
		},
	];
}

function textOf(document: ConfigDocument | undefined): string {
	return document === undefined ? '' : encodeDocument(document);
}

function redactedTextOf(document: ConfigDocument | undefined): string {
	return document === undefined ? '' : textOf(redactDocument(document));
}

/** Whether lines differ that redaction makes equal. */
function secretsDiffer(before: ConfigDocument, after: ConfigDocument): boolean {
	return secretLines(before).join('\n') !== secretLines(after).join('\n');
}

/** The lines of a document that redaction changes. */
function secretLines(document: ConfigDocument): readonly string[] {
	const redacted = new Set(redactedTextOf(document).split('\n'));
	return textOf(document)
		.split('\n')
		.filter((line) => !redacted.has(line));
}
