import { OperatorSpec, type OperatorSpecSpec, operatorId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import type { Context } from '@ichor/std';
import type { SharedAddress } from './configured-links/configured-link.ts';
import { configuredLinkInputs, readConfiguredLinks } from './configured-links/read-configured-links.ts';
import type { Clouds } from './operators/cloud/clouds.ts';
import { wishFor } from './wishes.ts';

/** The shared addresses that the configuration wants this machine to campaign for, with who it is in the cloud that routes them. */
export function operatorVipConfigController(clouds: Clouds): Controller {
	const found = new Map<string, Awaited<ReturnType<Clouds['find']>>>();
	return reconciling({
		name: 'network.OperatorVIPConfigController',
		inputs: [...configuredLinkInputs],
		outputs: [{ type: OperatorSpec.type, kind: 'shared' }],
		async reconcile(context, runtime) {
			const specs: OperatorSpecSpec[] = [];
			const errors: unknown[] = [];
			for (const { name, sharedAddresses } of await readConfiguredLinks(runtime)) {
				for (const shared of sharedAddresses) {
					try {
						specs.push({ operator: 'vip', linkName: name, requireUp: true, vip: await vipOf(context, shared), layer: 'configuration' });
					} catch (error) {
						errors.push(error);
					}
				}
			}
			await wishFor(
				runtime,
				OperatorSpec,
				specs.map((spec) => ({ id: operatorId(spec), spec })),
			);
			// a cloud that does not answer keeps no other address from being shared
			if (errors.length > 0) throw errors[0];
		},
	});

	async function vipOf(context: Context, { ip, cloud }: SharedAddress): Promise<NonNullable<OperatorSpecSpec['vip']>> {
		if (cloud === undefined) return { ip, gratuitousARP: true };
		const key = JSON.stringify([ip, cloud]);
		const place = found.get(key) ?? (await clouds.find(context, ip, cloud.name, cloud.apiToken));
		found.set(key, place);
		// it is the cloud's network that must know
		return { ip, gratuitousARP: false, ...place };
	}
}
