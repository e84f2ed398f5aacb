import { existsSync } from 'node:fs';
import { boundingCapabilities } from '@ichor/linux/procfs';
import {
	KubeletConfig,
	KubeletSpec,
	kubeletConfigId,
	kubeletNodeIPId,
	kubeletSpecId,
	MachineType,
	machineTypeId,
	NodeIP,
	Nodename,
	nodenameId,
} from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { paths } from '../../paths.ts';
import { publish } from '../publish.ts';
import { type ArgumentMap, argumentList, type MergePolicy, mergeArguments } from './arguments.ts';
import { type KubeletSurroundings, kubeletConfiguration } from './kubelet-configuration.ts';

/** How the kubelet is to run: its arguments and its configuration file. */
export const kubeletSpecController: Controller = reconciling({
	name: 'k8s.KubeletSpecController',
	inputs: [
		{ ...KubeletConfig.kind, id: kubeletConfigId, kind: 'weak' },
		{ ...MachineType.kind, id: machineTypeId, kind: 'weak' },
		{ ...Nodename.kind, id: nodenameId, kind: 'weak' },
		{ ...NodeIP.kind, id: kubeletNodeIPId, kind: 'weak' },
	],
	outputs: [{ type: KubeletSpec.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = (await runtime.find(KubeletConfig.pointer(kubeletConfigId)))?.spec;
		const type = (await runtime.find(MachineType.pointer(machineTypeId)))?.spec;
		const name = (await runtime.find(Nodename.pointer(nodenameId)))?.spec.nodename;
		const addresses = (await runtime.find(NodeIP.pointer(kubeletNodeIPId)))?.spec.addresses;
		if (config === undefined || type === undefined || name === undefined) return;
		const users = config.extraArgs ?? {};
		// an address of the user's own takes the place of ours
		if (addresses === undefined && users['node-ip'] === undefined) return;
		const provider = config.credentialProviderConfig;
		const ours: ArgumentMap = {
			config: ['/etc/kubernetes/kubelet.yaml'],
			'cert-dir': [paths.kubeletPki],
			'hostname-override': [name],
			...(config.skipNodeRegistration
				? {}
				: { 'bootstrap-kubeconfig': [paths.kubeletBootstrapKubeconfig], kubeconfig: [paths.kubeletKubeconfig] }),
			...(config.cloudProviderExternal ? { 'cloud-provider': ['external'] } : {}),
			...(addresses === undefined ? {} : { 'node-ip': [addresses.join(',')] }),
			...(provider === undefined
				? {}
				: {
						'image-credential-provider-bin-dir': [paths.kubeletCredentialProviders],
						'image-credential-provider-config': [paths.kubeletCredentialProviderConfig],
					}),
		};
		const { image, extraMounts } = config;
		await publish(runtime, KubeletSpec, kubeletSpecId, {
			image,
			args: argumentList(mergeArguments(ours, users, policies)),
			...(extraMounts === undefined ? {} : { extraMounts }),
			// who names the node knows its name
			...(users['hostname-override'] === undefined ? { expectedNodename: name } : {}),
			config: kubeletConfiguration(config, await surroundingsOf(type)),
			...(provider === undefined ? {} : { credentialProviderConfig: provider }),
		});
	},
});

async function surroundingsOf(type: string): Promise<KubeletSurroundings> {
	return {
		onControlPlane: type === 'controlplane' || type === 'init',
		cgroupV1: !existsSync('/sys/fs/cgroup/cgroup.controllers'),
		mayBePreferred: (await boundingCapabilities()).includes('CAP_SYS_RESOURCE'),
	};
}

const policies: Readonly<Record<string, MergePolicy>> = {
	'bootstrap-kubeconfig': 'denied',
	kubeconfig: 'denied',
	'container-runtime': 'denied',
	'container-runtime-endpoint': 'denied',
	config: 'denied',
	'cert-dir': 'denied',
};
