import { LinkSpec, type LinkSpecSpec } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import type { ConfiguredLink } from './configured-links/configured-link.ts';
import { configuredLinkInputs, readConfiguredLinks } from './configured-links/read-configured-links.ts';
import { given } from './given.ts';
import { wishFor } from './wishes.ts';

/** The links that the configuration wants, and the loopback, which must be up. */
export const linkConfigController: Controller = reconciling({
	name: 'network.LinkConfigController',
	inputs: [...configuredLinkInputs],
	outputs: [{ type: LinkSpec.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const specs = linkSpecs(await readConfiguredLinks(runtime));
		await wishFor(
			runtime,
			LinkSpec,
			[loopback, ...specs].map((spec) => ({ id: spec.name, spec })),
		);
	},
});

const loopback: LinkSpecSpec = { name: 'lo', logical: false, up: true, mtu: 0, kind: '', type: 'netrom', layer: 'default' };

/** A spec for each link, members of a bond, a bridge or a VRF among them also where nothing else is said of them. */
export function linkSpecs(links: readonly ConfiguredLink[]): readonly LinkSpecSpec[] {
	const specs = new Map<string, LinkSpecSpec>();
	for (const link of links) specs.set(link.name, { ...specs.get(link.name), ...specOf(link) });
	for (const { name, members, membership } of links) {
		if (membership === undefined) continue;
		for (const [slaveIndex, member] of members.entries()) {
			const before = specs.get(member) ?? { ...loopback, name: member, layer: 'configuration' as const };
			const slave =
				membership === 'bond'
					? { bondSlave: { masterName: name, ...given({ slaveIndex }) } }
					: membership === 'bridge'
						? { bridgeSlave: { masterName: name } }
						: { vrfSlave: { masterName: name } };
			specs.set(member, { ...before, ...slave });
		}
	}
	for (const { name, bridgeName } of links) {
		const spec = specs.get(name);
		if (spec !== undefined && bridgeName !== undefined) specs.set(name, { ...spec, bridgeSlave: { masterName: bridgeName } });
	}
	return [...specs.values()];
}

function specOf({ name, up, mtu, multicast, hardwareAddr, shape }: ConfiguredLink): LinkSpecSpec {
	return {
		name,
		logical: shape !== undefined,
		up,
		mtu,
		kind: '',
		type: 'netrom',
		...given({ hardwareAddr }),
		...shape,
		layer: 'configuration',
		...(multicast === undefined ? {} : { multicast }),
	};
}
