import { rootOf } from '@ichor/machinery/config';
import { clusterInfoId, Info } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

export const clusterInfoController: Controller = reconciling({
	name: 'cluster.InfoController',
	inputs: [configInput],
	outputs: [{ type: Info.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const cluster = config === undefined ? undefined : rootOf(config)?.cluster;
		await publish(runtime, Info, clusterInfoId, cluster && { clusterId: cluster.id ?? '', clusterName: cluster.clusterName ?? '' });
	},
});
