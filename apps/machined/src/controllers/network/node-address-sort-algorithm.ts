import { rootOf } from '@ichor/machinery/config';
import { NodeAddressSortAlgorithm, nodeAddressSortAlgorithmId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** How the machine's addresses are to be ordered: v1 until the configuration says otherwise. */
export const nodeAddressSortAlgorithmController: Controller = reconciling({
	name: 'network.NodeAddressSortAlgorithmController',
	inputs: [configInput],
	outputs: [{ type: NodeAddressSortAlgorithm.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const wanted = config === undefined ? undefined : rootOf(config)?.machine?.features?.nodeAddressSortAlgorithm;
		const algorithm = wanted === 'v2' ? 'v2' : 'v1';
		await publish(runtime, NodeAddressSortAlgorithm, nodeAddressSortAlgorithmId, { algorithm });
	},
});
