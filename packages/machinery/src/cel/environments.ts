import { type CelOverload, type CelSignatures, optionalSignatures, parseSignature, standardSignatures } from './declarations.ts';
import { messageTypes } from './messages.ts';
import { type CelType, dynType, listOf, mapOf, optionalOf, parameterNamed, parseType, typeOf } from './types.ts';

/** What the expressions of one place in the configuration may speak of. */
export interface CelEnvironment {
	readonly variables: Readonly<Record<string, string>>;
	readonly functions: CelSignatures;
	/** Has values that may be absent, and the syntax for them. */
	readonly optionals: boolean;
}

const sizes = typed('uint', 'KiB MiB GiB TiB PiB EiB kB MB GB TB PB EB');
const qosClasses = typed('int', 'Besteffort Burstable Guaranteed Podruntime System');
const glob = { glob: ['(string, string) bool'] };

/** Selectors of disks: `disk.size > 120u * GiB && !system_disk`. */
export const diskEnvironment: CelEnvironment = {
	variables: { disk: 'talos.resource.definitions.block.DiskSpec', system_disk: 'bool', ...sizes },
	functions: glob,
	optionals: false,
};

/** Selectors of volumes that were found on disks: `volume.label == "DATA"`. */
export const volumeEnvironment: CelEnvironment = {
	variables: {
		volume: 'talos.resource.definitions.block.DiscoveredVolumeSpec',
		disk: 'talos.resource.definitions.block.DiskSpec',
		...sizes,
	},
	functions: {},
	optionals: false,
};

/** Selectors of network links: `glob("00:1a:2b:*", mac(link.hardware_addr))`. */
export const linkEnvironment: CelEnvironment = {
	variables: { link: 'talos.resource.definitions.network.LinkStatusSpec' },
	functions: { ...glob, mac: ['(bytes) string'] },
	optionals: false,
};

/** When the out-of-memory handler acts, from the pressure of the whole machine and of each class of cgroups. */
export const oomTriggerEnvironment: CelEnvironment = {
	variables: {
		...typed('double', pressures('memory')),
		...typed('double', pressures('d_memory')),
		...typed('map(int, double)', pressures('qos_memory')),
		...typed('map(int, double)', pressures('d_qos_memory')),
		...typed('map(int, double)', 'qos_memory_current qos_memory_peak qos_memory_max'),
		...typed('map(int, double)', 'd_qos_memory_current d_qos_memory_peak d_qos_memory_max'),
		time_since_trigger: 'duration',
		...sizes,
		...qosClasses,
	},
	functions: { ...optionalSignatures, multiply_qos_vectors: ['(map(dyn, double), map(dyn, double)) double'] },
	optionals: true,
};

/** Which cgroup the out-of-memory handler takes: the one with the highest number. */
export const oomRankingEnvironment: CelEnvironment = {
	variables: {
		...typed('optional(uint)', 'memory_max memory_current memory_peak'),
		path: 'string',
		class: 'int',
		...sizes,
		...qosClasses,
	},
	functions: optionalSignatures,
	optionals: true,
};

/** The type of a global name, be it of a variable or of a type. */
export function findVariable(environment: CelEnvironment, name: string): CelType | undefined {
	const declared = own(environment.variables, name);
	if (declared !== undefined) return parseType(declared);
	const type = findType(environment, name);
	return type === undefined ? undefined : typeOf(type);
}

/** The type that a name names. */
export function findType(environment: CelEnvironment, name: string): CelType | undefined {
	const builtIn = own(typeNames, name);
	if (builtIn !== undefined) return builtIn;
	if (name === 'optional_type' && environment.optionals) return optionalOf(parameterNamed('V'));
	return own(messageTypes, name) === undefined ? undefined : parseType(name);
}

/** The type of a field of a message; undefined when it has no such field. */
export function findField(message: string, field: string): CelType | undefined {
	const text = own(own(messageTypes, message) ?? {}, field);
	return text === undefined ? undefined : parseType(text);
}

/** The ways to call a function, in the order in which they are tried. */
export function findOverloads(environment: CelEnvironment, name: string): CelOverload[] | undefined {
	const signatures = [...(own(standardSignatures, name) ?? []), ...(own(environment.functions, name) ?? [])];
	return signatures.length === 0 ? undefined : signatures.map(parseSignature);
}

const typeNames: Readonly<Record<string, CelType>> = {
	...Object.fromEntries(['bool', 'bytes', 'double', 'int', 'string', 'uint'].map((name) => [name, parseType(name)])),
	'google.protobuf.Duration': parseType('duration'),
	'google.protobuf.Timestamp': parseType('timestamp'),
	list: listOf(dynType),
	map: mapOf(dynType, dynType),
	null_type: parseType('null'),
	type: { kind: 'type', name: 'type', parameters: [] },
};

function pressures(subject: string): string {
	return ['some', 'full'].flatMap((kind) => ['avg10', 'avg60', 'avg300', 'total'].map((span) => `${subject}_${kind}_${span}`)).join(' ');
}

function typed(type: string, names: string): Record<string, string> {
	return Object.fromEntries(names.split(' ').map((name) => [name, type]));
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}
