import type { ConfigDocument, ConfigPath, ConfigValue, MachineConfig } from './document.ts';
import type { ConfigPlace } from './errors.ts';
import type { Patch } from './patch/patch.ts';
import { placeOf } from './place.ts';
import type { FieldSchema, StructSchema, TypeSchema } from './schema/schema.ts';
import type { StructValue } from './schema/zero.ts';

/** A `${NAME}` that nothing will replace. */
export interface UnexpandedVariable {
	readonly name: string;
	readonly document: ConfigDocument;
	readonly path: ConfigPath;
	/** Absent when the document came from no text. */
	readonly place?: ConfigPlace;
}

/**
 * Finds `${NAME}` left in a secret, certificate, address or URL, where it can only be a variable that somebody forgot to
 * replace. Texts of any other meaning (scripts, manifests, environment) may have variables of their own.
 */
export function unexpandedVariables(config: MachineConfig): readonly UnexpandedVariable[] {
	return config.documents.flatMap((document) => {
		if (document.definition === undefined) return [];
		const found: UnexpandedVariable[] = [];
		walkStruct(document.definition.schema, document.value as StructValue, [], (name, path) => {
			const place = placeOf(document, path, `nothing replaces \${${name}}`, 'replace it before the configuration is used');
			found.push({ name, document, path, ...(place === undefined ? {} : { place }) });
		});
		return found;
	});
}

/** What strategic patches bring with them. One by RFC 6902 shows in its result only. */
export function unexpandedInPatches(patches: readonly Patch[]): readonly UnexpandedVariable[] {
	const steps = patches.flatMap((patch) => (patch.form === 'strategic' ? patch.steps : []));
	return unexpandedVariables({ documents: steps.flatMap((step) => ('merge' in step ? [step.merge] : [])) });
}

/** `machine.token: nothing replaces ${TOKEN}, it is taken as it stands` */
export function unexpandedText({ name, path }: UnexpandedVariable): string {
	return `${path.join('.')}: nothing replaces \${${name}}, it is taken as it stands`;
}

type Report = (name: string, path: ConfigPath) => void;

function walkStruct(schema: StructSchema, value: StructValue, path: ConfigPath, report: Report): void {
	for (const field of schema.fields) {
		const child = value[field.name];
		if (child !== undefined && child !== null) walk(field, field.type, child, [...path, field.name], report);
	}
}

function walk(field: FieldSchema, type: TypeSchema, value: ConfigValue, path: ConfigPath, report: Report): void {
	if (value === null) return;
	switch (type.of) {
		case 'struct':
			return walkStruct(type.struct, value as StructValue, path, report);
		case 'list':
			for (const [index, item] of (value as readonly ConfigValue[]).entries()) walk(field, type.item, item, [...path, index], report);
			return;
		case 'map':
			for (const [key, item] of Object.entries(value as StructValue))
				if (item !== undefined) walk(field, type.value, item, [...path, key], report);
			return;
		case 'scalar':
			if (typeof value === 'string' && holdsNoVariables(field, type.scalar))
				for (const [, name = ''] of decodedText(value).matchAll(variable)) report(name, path);
	}
}

const variable = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** A URL has the braces percent-encoded. */
function decodedText(text: string): string {
	return text.includes('%7B') ? text.replaceAll('%7B', '{').replaceAll('%7D', '}') : text;
}

function holdsNoVariables(field: FieldSchema, scalar: string): boolean {
	return field.secret === true || !plainTypes.has(scalar) || fieldNames.test(field.name);
}

/** Types whose text may say anything; the others (addresses, URLs, sizes) have no room for a variable. */
const plainTypes: ReadonlySet<string> = new Set(['string', 'meta.ArgValue', 'cel.Expression']);

/** Fields that are texts upstream, and addresses, hosts, certificates or credentials by their meaning. */
const fieldNames =
	/^(id|clusterID|token|cert|certificate|certificates|ca|crt|key|publicKey|publicKeys|acceptedCAs|passphrase|password|username|hostname|endpoint|endpoints|address|addresses|gateway|network|source|ip|cidr|subnet|podSubnets|serviceSubnets|validSubnets|advertisedSubnets|listenSubnets|nameservers|servers|certSANs|certExtraSANs|clusterName|dnsDomain|disk|device|image|name)$/;
