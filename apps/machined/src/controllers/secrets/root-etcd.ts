import { rootOf } from '@ichor/machinery/config';
import { EtcdRoot, etcdRootId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** etcd's authority, out of the configuration. */
export const rootEtcdController: Controller = reconciling({
	name: 'secrets.RootEtcdController',
	inputs: [configInput],
	outputs: [{ type: EtcdRoot.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const ca = config === undefined ? undefined : rootOf(config)?.cluster?.etcd?.ca;
		const etcdCA = ca?.crt === undefined || ca.key === undefined ? undefined : { crt: ca.crt, key: ca.key };
		await publish(runtime, EtcdRoot, etcdRootId, etcdCA === undefined ? undefined : { etcdCA });
	},
});
