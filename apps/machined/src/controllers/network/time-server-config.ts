import { documentsOf, rootOf } from '@ichor/machinery/config';
import { TimeServerSpec, type TimeServerSpecSpec, timeServersId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { wishFor } from './wishes.ts';

/** The time servers that the configuration wants, and the one for when nobody wants any. */
export const timeServerConfigController: Controller = reconciling({
	name: 'network.TimeServerConfigController',
	inputs: [configInput],
	outputs: [{ type: TimeServerSpec.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const documents = config === undefined ? [] : documentsOf(config, 'TimeSyncConfig');
		const legacy = (config === undefined ? undefined : rootOf(config)?.machine?.time?.servers) ?? [];
		const servers = [...legacy, ...documents.flatMap(({ value }) => value.ntp?.servers ?? [])];
		const specs: TimeServerSpecSpec[] = [{ timeServers: [defaultServer], layer: 'default' }];
		if (servers.length > 0) specs.push({ timeServers: servers, layer: 'configuration' });
		await wishFor(
			runtime,
			TimeServerSpec,
			specs.map((spec) => ({ id: timeServersId, spec })),
		);
	},
});

/** Upstream: constants.DefaultNTPServer. */
const defaultServer = 'time.cloudflare.com';
