import { HostnameSpec, HostnameStatus, hostnameId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** The machine's name. A container's kernel has the one that the container was given: only others are told. */
export const hostnameSpecController: Controller = reconciling({
	name: 'network.HostnameSpecController',
	inputs: [{ ...HostnameSpec.kind, id: hostnameId, kind: 'weak' }],
	outputs: [{ type: HostnameStatus.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const wanted = await runtime.find(HostnameSpec.pointer(hostnameId));
		if (wanted === undefined || wanted.metadata.phase !== 'running') return;
		const { hostname, domainname } = wanted.spec;
		await publish(runtime, HostnameStatus, hostnameId, { hostname, domainname });
	},
});
