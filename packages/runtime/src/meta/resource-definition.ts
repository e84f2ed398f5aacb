import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
	ResourceDefinitionSpec_Sensitivity as Sensitivity,
	type ResourceDefinitionSpec as WireSpec,
	ResourceDefinitionSpecSchema as WireSpecSchema,
} from '@ichor/api/cosi';
import type { Resource } from '../resource/resource.ts';
import { defineResource, type PrintColumn, type ResourceType, type ResourceTypeOptions } from '../resource/resource-type.ts';
import { automaticAliases, parseTypeName } from './type-name.ts';

/** What a client must know of a type to find it by a name that someone typed and to print it. */
export interface ResourceDefinitionSpec {
	readonly type: string;
	/** The singular, in capitals. */
	readonly displayType: string;
	readonly defaultNamespace: string;
	/** The names that people are shown. */
	readonly aliases: readonly string[];
	/** Every name that finds the type, in lower case. */
	readonly allAliases: readonly string[];
	/** The aliases that follow from the name were left out. Stays in the process: the wire has no place for it. */
	readonly skipAutomaticAliases: boolean;
	readonly printColumns: readonly PrintColumn[];
	readonly sensitive: boolean;
}

/** The namespace of resources about resources, and their owner. */
export const metaNamespace = 'meta';

/** The type of resource that describes types of resources; it describes itself too. */
export const ResourceDefinition: ResourceType<ResourceDefinitionSpec> = defineResource({
	type: 'ResourceDefinitions.meta.cosi.dev',
	namespace: metaNamespace,
	aliases: ['api-resources'],
	printColumns: [{ name: 'Aliases', jsonPath: '{.aliases[:]}' }],
	codec: { encode, decode, view },
});

/**
 * The resource that describes a type.
 *
 * @throws DefinitionError when the type's name breaks the rules
 */
export function definitionOf(type: Omit<ResourceTypeOptions, 'codec'>): Resource<ResourceDefinitionSpec> {
	const name = parseTypeName(type.type);
	const skipped = type.automaticAliases === false;
	const { short, long } = skipped ? { short: [], long: [] } : automaticAliases(name);
	const aliases = [...(type.aliases ?? []), ...short];
	return ResourceDefinition.resource(type.type.toLowerCase(), {
		type: type.type,
		displayType: name.singular,
		defaultNamespace: type.namespace,
		aliases,
		allAliases: [...long, ...aliases],
		skipAutomaticAliases: skipped,
		printColumns: type.printColumns ?? [],
		sensitive: type.sensitive ?? false,
	});
}

function encode(spec: ResourceDefinitionSpec): Uint8Array {
	return toBinary(
		WireSpecSchema,
		create(WireSpecSchema, {
			resourceType: spec.type,
			displayType: spec.displayType,
			defaultNamespace: spec.defaultNamespace,
			aliases: [...spec.aliases],
			allAliases: [...spec.allAliases],
			printColumns: spec.printColumns.map(({ name, jsonPath }) => ({ name, jsonPath })),
			sensitivity: spec.sensitive ? Sensitivity.SENSITIVE : Sensitivity.NON_SENSITIVE,
		}),
	);
}

function decode(bytes: Uint8Array): ResourceDefinitionSpec {
	const wire: WireSpec = fromBinary(WireSpecSchema, bytes);
	return {
		type: wire.resourceType,
		displayType: wire.displayType,
		defaultNamespace: wire.defaultNamespace,
		aliases: wire.aliases,
		allAliases: wire.allAliases,
		skipAutomaticAliases: false,
		printColumns: wire.printColumns.map(({ name, jsonPath }) => ({ name, jsonPath })),
		sensitive: wire.sensitivity === Sensitivity.SENSITIVE,
	};
}

function view({ type, displayType, defaultNamespace, aliases, allAliases, printColumns, ...flags }: ResourceDefinitionSpec): unknown {
	return {
		type,
		displayType,
		defaultNamespace,
		aliases,
		allAliases,
		...(flags.skipAutomaticAliases ? { skipAutomaticAliases: true } : {}),
		printColumns,
		...(flags.sensitive ? { sensitivity: 'sensitive' } : {}),
	};
}
