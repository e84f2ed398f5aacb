import { isLater, type TalosContract } from '../../versions/contract.ts';
import type { MachineConfig } from '../document.ts';
import { rootOf } from '../documents.ts';
import type { StructValue } from '../schema/zero.ts';

/**
 * The fields whose change a node of a version cannot take without a reboot, as paths in the root document; none means
 * that it applies at once. From 1.14 on nothing asks for a reboot; before, only the root document can, and there all but
 * the fields below (upstream: machined's check before it applies, the same in 1.12 and 1.13).
 */
export function rebootPaths(before: MachineConfig, after: MachineConfig, node: TalosContract): readonly string[] {
	if (isLater(node, lastWithReboots)) return [];
	const [a, b] = [structOf(before), structOf(after)];
	const [machineA, machineB] = [childOf(a, 'machine'), childOf(b, 'machine')];
	const [featuresA, featuresB] = [childOf(machineA, 'features'), childOf(machineB, 'features')];
	return [
		...changed(a, b, '', [...immediateRootFields, 'machine']),
		...changed(machineA, machineB, 'machine.', [...immediateMachineFields, 'features']),
		...changed(featuresA, featuresB, 'machine.features.', immediateFeatures),
	];
}

const lastWithReboots: TalosContract = { major: 1, minor: 13 };

const immediateRootFields: readonly string[] = ['debug', 'cluster'];

const immediateMachineFields: readonly string[] = [
	'ca',
	'acceptedCAs',
	'time',
	'certSANs',
	'install',
	'network',
	'sysfs',
	'sysctls',
	'logging',
	'controlPlane',
	'kubelet',
	'kernel',
	'registries',
	'pods',
	'seccompProfiles',
	'nodeAnnotations',
	'nodeLabels',
	'nodeTaints',
];

const immediateFeatures: readonly string[] = ['kubernetesTalosAPIAccess', 'kubePrism', 'hostDNS', 'imageCache', 'nodeAddressSortAlgorithm'];

function structOf(config: MachineConfig): StructValue {
	const root: object = rootOf(config) ?? {};
	return { ...root };
}

function childOf(struct: StructValue, name: string): StructValue {
	return (struct[name] ?? {}) as StructValue;
}

function changed(a: StructValue, b: StructValue, prefix: string, immediate: readonly string[]): readonly string[] {
	const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !immediate.includes(name));
	return names.filter((name) => textOf(a[name]) !== textOf(b[name])).map((name) => `${prefix}${name}`);
}

function textOf(value: unknown): string {
	return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)) ?? '';
}
