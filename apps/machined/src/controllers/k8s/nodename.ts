import { kubernetesNode } from '@ichor/machinery/effective';
import { fullyQualified, HostnameStatus, hostnameId, Nodename, nodenameId } from '@ichor/machinery/resources';
import { type Controller, formatVersion, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** The name of this machine as a node. */
export const nodenameController: Controller = reconciling({
	name: 'k8s.NodenameController',
	inputs: [configInput, { ...HostnameStatus.kind, id: hostnameId, kind: 'weak' }],
	outputs: [{ type: Nodename.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const host = await runtime.find(HostnameStatus.pointer(hostnameId));
		if (config === undefined || host === undefined) return;
		const node = kubernetesNode(config);
		const nodename = nodenameOf(node?.registerWithFQDN === true ? fullyQualified(host.spec) : host.spec.hostname);
		await publish(runtime, Nodename, nodenameId, {
			nodename,
			hostnameVersion: formatVersion(host.metadata.version),
			skipNodeRegistration: node?.skipRegistration ?? false,
		});
	},
});

/**
 * A host's name as Kubernetes takes it for a node: small letters, digits, dots and inner hyphens.
 *
 * @throws Error when nothing of it is left
 */
export function nodenameOf(hostname: string): string {
	const name = hostname
		.toLowerCase()
		.replaceAll('_', '-')
		.replaceAll(/[^a-z0-9.-]/g, '')
		.replaceAll(/^[-.]+|[-.]+$/g, '');
	if (name === '') throw new Error(`could not convert hostname "${hostname}" to a valid Kubernetes Node name`);
	return name;
}
