// Generated from model/network/link-alias-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { CELExpression } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Gives network cards names that you choose, by what they are rather than where they are plugged in.
 * Other documents can use the alias wherever a link is named.
 */
export interface LinkAliasConfig extends DocumentMeta {
	/**
	 * The alias; with `%d` in it, each matching link gets the next number from 0.
	 * Numbers go by MAC address. Stay clear of names that the kernel gives, such as `eth0` or `enp1s0`.
	 */
	readonly name?: string;
	/**
	 * Which link is meant: exactly one, or any number with `%d`.
	 * A link that already has an alias is left out.
	 */
	readonly selector?: LinkSelector;
}

/** A condition that a link should meet. */
export interface LinkSelector {
	/**
	 * A CEL expression over `link` that is true for the wanted links.
	 * `link` is what `get links` shows; `mac()` turns an address into text and `glob()` compares with a pattern. Repeat it
	 * in every patch of the section: a patch without it erases it.
	 */
	readonly match?: CELExpression;
}

export const linkSelectorSchema: StructSchema = {
	name: 'network.LinkSelector',
	fields: [
		{ name: 'match', type: scalar.celExpression, omitEmpty: true },
	],
};

export const linkAliasConfigSchema: StructSchema = {
	name: 'network.LinkAliasConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'selector', type: { of: 'struct', struct: linkSelectorSchema }, omitEmpty: true },
	],
};
