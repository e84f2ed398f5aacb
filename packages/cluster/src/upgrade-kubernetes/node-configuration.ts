import { ApplyConfigurationRequest_Mode } from '@ichor/api/machine';
import { applyPatches, documentsOf, loadConfig, parsePatch } from '@ichor/machinery/config';
import { activeConfigId, MachineConfig } from '@ichor/machinery/resources';
import type { Context } from '@ichor/std';
import { ClusterError } from '../errors.ts';
import { nodeResource } from './node-resource.ts';
import type { UpgradedCluster, UpgradedComponent } from './options.ts';

/** Writes a component's image into a node's configuration, which takes it at once. */
export async function setImage(
	context: Context,
	{ client, encode }: UpgradedCluster,
	node: string,
	component: UpgradedComponent,
	image: string,
): Promise<void> {
	const services = client.node(node);
	const active = await nodeResource(context, services, MachineConfig, activeConfigId);
	if (active === undefined) throw new ClusterError('upgrade', `the node ${node} has no configuration`);
	const data = new TextEncoder().encode(withImage(active.spec, component, image, encode));
	await services.machine.applyConfiguration({ data, mode: ApplyConfigurationRequest_Mode.NO_REBOOT }, { signal: context.signal });
}

/**
 * A configuration with the image of a component, in the component's own document where there is one (1.14 has them),
 * else in the root document.
 */
export function withImage(text: string, component: UpgradedComponent, image: string, encode: UpgradedCluster['encode']): string {
	const { kind, path } = places[component];
	const config = loadConfig(text);
	const value =
		documentsOf(config, kind).length > 0
			? { apiVersion: 'v1alpha1', kind, image }
			: path.reduceRight<object | string>((inner, key) => ({ [key]: inner }), image);
	const patched = applyPatches(config, [parsePatch(JSON.stringify(value), `the image of ${component}`)]);
	return encode(patched.config ?? loadConfig(patched.text));
}

/** Where a configuration speaks of a component's image. */
const places = {
	'kube-apiserver': { kind: 'KubeAPIServerConfig', path: ['cluster', 'apiServer', 'image'] },
	'kube-controller-manager': { kind: 'KubeControllerManagerConfig', path: ['cluster', 'controllerManager', 'image'] },
	'kube-scheduler': { kind: 'KubeSchedulerConfig', path: ['cluster', 'scheduler', 'image'] },
	'kube-proxy': { kind: 'KubeProxyConfig', path: ['cluster', 'proxy', 'image'] },
	kubelet: { kind: 'KubeletConfig', path: ['machine', 'kubelet', 'image'] },
} as const;
