import type { ConfigDocument, ConfigPath, MachineConfig, ValidationMode } from './document.ts';
import { documentsOf, rootOf } from './documents.ts';
import { discoveryIdentity, discoveryServices } from './effective/discovery.ts';
import { dependencyProblems } from './types/container/dependencies.ts';
import type { RootConfig } from './types/v1alpha1/root.gen.ts';

/** Takes what a rule found; the document is the one to look at, if it is a single one. */
export type Report = (message: string, document?: ConfigDocument, path?: ConfigPath) => void;

/** The rules that no document can answer by itself, in upstream's order. */
export function checkWholeConfig(config: MachineConfig, mode: ValidationMode, report: Report): void {
	checkHostDNS(config, mode, report);
	checkDiscovery(config, report);
	const containers = documentsOf(config, 'ContainerConfig');
	for (const message of dependencyProblems(containers.map(({ value }) => value))) report(message, containers[0], ['dependsOn']);
	checkKubeSpan(config, report);
	checkMachineType(config, report);
}

/** A container cannot serve DNS to its pods by itself, and only the host's DNS server speaks the encrypted protocols. */
function checkHostDNS(config: MachineConfig, mode: ValidationMode, report: Report): void {
	const [resolver] = documentsOf(config, 'ResolverConfig');
	const hostDNS = resolver?.value.hostDNS?.enabled ? resolver.value.hostDNS : rootOf(config)?.machine?.features?.hostDNS;
	if (mode === 'container') {
		if (hostDNS === undefined) {
			report('hostDNS config is required in container mode');
		} else {
			if (!hostDNS.enabled) report('hostDNS must be enabled in container mode');
			if (!hostDNS.forwardKubeDNSToHost) report('forwardKubeDNSToHost must be enabled in container mode');
		}
	}
	const encrypted = resolver?.value.nameservers?.some(({ protocol = 'Do53' }) => protocol !== 'Do53');
	if (encrypted && !hostDNS?.enabled) report('hostDNS must be enabled when using non-default DNS protocols', resolver, ['nameservers']);
}

function checkDiscovery(config: MachineConfig, report: Report): void {
	if (discoveryServices(config).length === 0) return;
	const { id, secret } = discoveryIdentity(config);
	const [service] = documentsOf(config, 'DiscoveryServiceConfig');
	const missing = (what: string, field: string) =>
		report(
			`cluster ${what} (.cluster.${field} or DiscoveryIdentityConfig) should be set when cluster discovery (DiscoveryServiceConfig) is enabled`,
			service,
		);
	if (id === '') missing('ID', 'id');
	if (secret === '') missing('secret', 'secret');
}

function checkKubeSpan(config: MachineConfig, report: Report): void {
	const [document] = documentsOf(config, 'KubeSpanConfig');
	const kubeSpan = document === undefined ? rootOf(config)?.machine?.network?.kubespan : document.value;
	if (!kubeSpan?.enabled || discoveryServices(config).length > 0) return;
	report('KubeSpan requires cluster discovery to be enabled', document, ['enabled']);
}

function checkMachineType(config: MachineConfig, report: Report): void {
	const root = rootOf(config);
	if (isControlPlane(root)) {
		const [authority] = documentsOf(config, 'KubeAPIServerCAConfig');
		const hasAuthority = authority !== undefined || root?.cluster?.ca !== undefined || root?.cluster?.acceptedCAs !== undefined;
		const { secretboxEncryptionSecret = '', aescbcEncryptionSecret = '' } = root?.cluster ?? {};
		const encrypted = secretboxEncryptionSecret !== '' || aescbcEncryptionSecret !== '';
		if (hasAuthority && !encrypted && documentsOf(config, 'KubeEtcdEncryptionConfig').length === 0) {
			report('etcd encryption config is required for control plane machines running kube-apiserver', authority);
		}
		return;
	}
	const misplaced = config.documents.filter(({ definition }) => definition?.controlPlaneOnly);
	if (misplaced.length === 0) return;
	const kinds = [...new Set(misplaced.map(({ kind }) => kind))].sort();
	report(`the following document kinds are only allowed on control plane machines: [${kinds.join(' ')}]`, misplaced[0]);
}

function isControlPlane(root: RootConfig | undefined): boolean {
	return root?.machine?.type === 'controlplane' || root?.machine?.type === 'init';
}
