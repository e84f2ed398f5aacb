import { emit } from '../../yaml/emit.ts';
import { commentOf, examplesOf } from '../docs/lookup.ts';
import type { ConfigDocument, MachineConfig } from '../document.ts';
import { encodeConfig, encodeDocument } from '../encode.ts';
import type { StructValue } from '../schema/zero.ts';
import { CommentedEncoder, type CommentOptions } from './commented-encoder.ts';

/** What stands beside the values: what the fields mean, examples of those that are not used, both, or nothing. */
export type Comments = 'none' | 'docs' | 'examples' | 'all';

/**
 * The text of a configuration with comments. Without them it is what upstream's encoder prints with its own comments
 * stripped; the words and the examples are ours.
 *
 * This module brings all of the documentation with it: import it only where comments are asked for.
 */
export function encodeCommentedConfig(config: MachineConfig, comments: Comments): string {
	if (comments === 'none') return encodeConfig(config);
	const encoder = new CommentedEncoder(optionsOf(comments));
	return config.documents.map((document) => encodeCommentedDocument(document, encoder)).join('---\n');
}

function encodeCommentedDocument(document: ConfigDocument, encoder: CommentedEncoder): string {
	const { definition, value } = document;
	return definition === undefined ? encodeDocument(document) : emit(encoder.struct(definition.schema, value as StructValue));
}

function optionsOf(comments: Comments): CommentOptions {
	return {
		docs: comments !== 'examples',
		examples: comments !== 'docs',
		commentsOf(struct, field) {
			const line = commentOf(struct, field);
			return { ...(line === undefined ? {} : { line }), examples: examplesOf(struct, field) };
		},
	};
}
