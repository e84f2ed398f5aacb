import { HostnameSpec, hostnameId } from '@ichor/machinery/resources';
import { merging } from './merging.ts';

/** The name is that of the highest layer that has one; the domain too. */
export const hostnameMergeController = merging({
	name: 'HostnameMergeControllers.net.talos.dev',
	type: HostnameSpec,
	id: () => hostnameId,
	join: (lower, upper) => ({
		hostname: upper.hostname === '' ? lower.hostname : upper.hostname,
		domainname: upper.domainname === '' ? lower.domainname : upper.domainname,
		layer: upper.layer,
	}),
});
