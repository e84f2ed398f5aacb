import { hostname } from 'node:os';
import { HostnameStatus, hostnameId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** The name that the container was given. */
export const hostnameController: Controller = reconciling({
	name: 'network.HostnameSpecController',
	inputs: [],
	outputs: [{ type: HostnameStatus.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const [name = '', ...domain] = hostname().split('.');
		await publish(runtime, HostnameStatus, hostnameId, { hostname: name, domainname: domain.join('.') });
	},
});
