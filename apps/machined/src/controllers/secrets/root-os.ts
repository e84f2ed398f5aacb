import { isIP } from 'node:net';
import { rootOf } from '@ichor/machinery/config';
import { talosAPIAccess } from '@ichor/machinery/effective';
import { OSRoot, osRootId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** The machine API's authority, out of the configuration. */
export const rootOSController: Controller = reconciling({
	name: 'secrets.RootOSController',
	inputs: [configInput],
	outputs: [{ type: OSRoot.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const machine = config && rootOf(config)?.machine;
		if (config === undefined || machine === undefined) return await publish(runtime, OSRoot, osRootId, undefined);
		const { ca, acceptedCAs = [], certSANs = [], token = '' } = machine;
		const accepted = [ca?.crt, ...acceptedCAs.map((one) => one?.crt)].filter((crt) => crt !== undefined && crt !== '');
		await publish(runtime, OSRoot, osRootId, {
			issuingCA: ca?.key === undefined || ca.key === '' ? null : { crt: ca.crt ?? '', key: ca.key },
			acceptedCAs: accepted.map((crt) => ({ crt: crt ?? '' })),
			certSANIPs: certSANs.filter((name) => isIP(name) !== 0),
			certSANDNSNames: [...certSANs.filter((name) => isIP(name) === 0), ...(talosAPIAccess(config) === undefined ? [] : serviceNames)],
			token,
		});
	},
});

/** What pods call the API of the machines by: a service of Kubernetes. */
const serviceNames = ['talos', 'talos.default'];
