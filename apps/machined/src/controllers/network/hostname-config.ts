import { createHash } from 'node:crypto';
import { documentsOf, rootOf } from '@ichor/machinery/config';
import {
	defaultAddressId,
	HostnameSpec,
	type HostnameSpecSpec,
	hostnameId,
	Identity,
	localIdentityId,
	NodeAddress,
	plainAddresses,
} from '@ichor/machinery/resources';
import { type Controller, type Reader, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { wishFor } from './wishes.ts';

/** The name that the configuration wants, and the one that it lets be made up. */
export const hostnameConfigController: Controller = reconciling({
	name: 'network.HostnameConfigController',
	inputs: [
		configInput,
		{ ...NodeAddress.kind, id: defaultAddressId, kind: 'weak' },
		{ ...Identity.kind, id: localIdentityId, kind: 'weak' },
	],
	outputs: [{ type: HostnameSpec.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const specs: HostnameSpecSpec[] = [];
		if (config !== undefined) {
			const machine = rootOf(config)?.machine;
			const [document] = documentsOf(config, 'HostnameConfig').map(({ value }) => value);
			const name = document?.hostname ?? machine?.network?.hostname ?? '';
			if (name !== '') specs.push(hostnameOf(name, 'configuration'));
			const auto = document?.auto ?? (document === undefined && machine?.features?.stableHostname === true ? 'stable' : 'addr');
			const made = auto === 'stable' ? await stableName(runtime) : auto === 'addr' ? await nameOfAddress(runtime) : undefined;
			if (made !== undefined) specs.push({ hostname: made, domainname: '', layer: 'default' });
		}
		await wishFor(
			runtime,
			HostnameSpec,
			specs.map((spec) => ({ id: hostnameId, spec })),
		);
	},
});

/** The first part of a name is the host's, the rest its domain. */
export function hostnameOf(name: string, layer: HostnameSpecSpec['layer']): HostnameSpecSpec {
	const [hostname = '', ...domain] = name.split('.');
	return { hostname, domainname: domain.join('.'), layer };
}

/** `talos-abc-def`, out of the machine's identity, as upstream makes it: digits of base 36 of a SHA-256's first eight bytes. */
async function stableName(reader: Reader): Promise<string | undefined> {
	const identity = await reader.find(Identity.pointer(localIdentityId));
	if (identity === undefined) return undefined;
	const digits = createHash('sha256').update(identity.spec.nodeId).digest().readBigUInt64BE().toString(36);
	return `talos-${digits.slice(1, 4)}-${digits.slice(4, 7)}`;
}

/** `talos-10-5-0-2`. */
async function nameOfAddress(reader: Reader): Promise<string | undefined> {
	const node = await reader.find(NodeAddress.pointer(defaultAddressId));
	const [address] = node === undefined ? [] : plainAddresses(node.spec);
	return address === undefined ? undefined : `talos-${address.replaceAll(':', '').replaceAll('.', '-')}`;
}
