import {
	coreDNSImage,
	defaultCoreDNSVersion,
	defaultKubernetesVersion,
	kubeControllerManagerImage,
	kubeProxyImage,
	kubeSchedulerImage,
} from '../../versions/defaults.ts';
import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';
import type { ArgValue, FreeForm } from '../types/scalars.gen.ts';
import type { ComponentResources, ComponentVolumeMount } from '../types/v1alpha1/cluster-components.gen.ts';
import { type VolumeMount, volumeMountOf } from './api-server.ts';
import { type Arguments, argumentsOf, environmentOf, type PodResources, resourcesOf } from './pod-settings.ts';

/** A component of the control plane that can be switched off. */
export interface ControlPlaneComponent {
	readonly enabled: boolean;
	readonly image: string;
	readonly extraArgs: Arguments;
	readonly env: ReadonlyMap<string, string>;
	readonly resources: PodResources;
	readonly extraVolumes: readonly VolumeMount[];
}

export interface Scheduler extends ControlPlaneComponent {
	/** The body of a KubeSchedulerConfiguration. */
	readonly config: FreeForm;
}

export interface Proxy {
	readonly enabled: boolean;
	readonly image: string;
	/** Empty when nothing is said. */
	readonly mode: string;
	readonly extraArgs: Arguments;
	readonly resources: PodResources;
	/** The body of a KubeProxyConfiguration. */
	readonly config: FreeForm;
	/** Settings go into a file, not into arguments. */
	readonly usesConfigFile: boolean;
}

/** kube-controller-manager, by the document or else, with defaults, by the root document; undefined when neither is there. */
export function controllerManager(config: MachineConfig): ControlPlaneComponent | undefined {
	const [document] = documentsOf(config, 'KubeControllerManagerConfig');
	if (document !== undefined) return fromDocument(document.value);
	const root = rootOf(config);
	if (root === undefined) return undefined;
	const disabled = root.machine?.controlPlane?.controllerManager?.disabled ?? false;
	return fromRoot(root.cluster?.controllerManager, disabled, kubeControllerManagerImage);
}

/** kube-scheduler, by the document or else, with defaults, by the root document; undefined when neither is there. */
export function scheduler(config: MachineConfig): Scheduler | undefined {
	const [document] = documentsOf(config, 'KubeSchedulerConfig');
	if (document !== undefined) return { ...fromDocument(document.value), config: document.value.config ?? {} };
	const root = rootOf(config);
	if (root === undefined) return undefined;
	const disabled = root.machine?.controlPlane?.scheduler?.disabled ?? false;
	return { ...fromRoot(root.cluster?.scheduler, disabled, kubeSchedulerImage), config: root.cluster?.scheduler?.config ?? {} };
}

/** kube-proxy, by the document or else, with defaults, by the root document; undefined when neither is there. */
export function proxy(config: MachineConfig): Proxy | undefined {
	const [document] = documentsOf(config, 'KubeProxyConfig');
	if (document !== undefined) {
		const { enabled = true, image = '', mode = '', config: body = {}, extraArgs, resources } = document.value;
		return {
			enabled,
			image,
			mode,
			config: body,
			extraArgs: argumentsOf(extraArgs),
			resources: resourcesOf(resources),
			usesConfigFile: true,
		};
	}
	const root = rootOf(config);
	if (root === undefined) return undefined;
	const { disabled = false, image, mode = '', extraArgs } = root.cluster?.proxy ?? {};
	return {
		enabled: !disabled,
		image: image || `${kubeProxyImage}:v${defaultKubernetesVersion}`,
		mode,
		config: {},
		extraArgs: argumentsOf(extraArgs),
		resources: resourcesOf(undefined),
		usesConfigFile: false,
	};
}

/** CoreDNS, by the document or else, with defaults, by the root document; undefined when neither is there. */
export function coreDNS(config: MachineConfig): { readonly enabled: boolean; readonly image: string } | undefined {
	const [document] = documentsOf(config, 'KubeCoreDNSConfig');
	const root = rootOf(config);
	if (document === undefined && root === undefined) return undefined;
	const legacy = root?.cluster?.coreDNS;
	const enabled = document === undefined ? !legacy?.disabled : (document.value.enabled ?? true);
	const image = document === undefined ? legacy?.image : document.value.image;
	return { enabled, image: image || `${coreDNSImage}:${defaultCoreDNSVersion}` };
}

interface ComponentSettings {
	readonly image?: string;
	readonly extraArgs?: Readonly<Record<string, ArgValue>>;
	readonly env?: Readonly<Record<string, string>>;
	readonly resources?: ComponentResources;
}

function fromDocument({ enabled = true, image = '', ...rest }: ComponentSettings & { readonly enabled?: boolean }): ControlPlaneComponent {
	return { enabled, image, ...settingsOf(rest), extraVolumes: [] };
}

function fromRoot(
	settings: (ComponentSettings & { readonly extraVolumes?: readonly ComponentVolumeMount[] }) | undefined,
	disabled: boolean,
	repository: string,
): ControlPlaneComponent {
	return {
		enabled: !disabled,
		image: settings?.image || `${repository}:v${defaultKubernetesVersion}`,
		...settingsOf(settings ?? {}),
		extraVolumes: (settings?.extraVolumes ?? []).map(volumeMountOf),
	};
}

function settingsOf({ extraArgs, env, resources }: ComponentSettings): Pick<ControlPlaneComponent, 'extraArgs' | 'env' | 'resources'> {
	return { extraArgs: argumentsOf(extraArgs), env: environmentOf(env), resources: resourcesOf(resources) };
}
