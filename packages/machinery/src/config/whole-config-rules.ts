import type { ConfigDocument, ConfigPath, MachineConfig, ValidationMode } from './document.ts';
import { documentsOf, rootOf } from './documents.ts';
import { apiServerAuthority } from './effective/certificate-authorities.ts';
import { discoveryIdentity, discoveryServices } from './effective/discovery.ts';
import { kubeSpan } from './effective/kube-span.ts';
import { machineType } from './effective/machine.ts';
import { hostDNS, resolver } from './effective/resolver.ts';
import { dependencyProblems } from './types/container/dependencies.ts';
import { isControlPlane } from './types/v1alpha1/machine-type.ts';

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
	const own = hostDNS(config);
	if (mode === 'container') {
		if (own === undefined) {
			report('hostDNS config is required in container mode');
		} else {
			if (!own.enabled) report('hostDNS must be enabled in container mode');
			if (!own.forwardKubeDNSToHost) report('forwardKubeDNSToHost must be enabled in container mode');
		}
	}
	const encrypted = resolver(config)?.nameservers.some(({ protocol }) => protocol !== 'Do53');
	if (!encrypted || own?.enabled) return;
	const [document] = documentsOf(config, 'ResolverConfig');
	report('hostDNS must be enabled when using non-default DNS protocols', document, ['nameservers']);
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
	if (!kubeSpan(config)?.enabled || discoveryServices(config).length > 0) return;
	const [document] = documentsOf(config, 'KubeSpanConfig');
	report('KubeSpan requires cluster discovery to be enabled', document, ['enabled']);
}

function checkMachineType(config: MachineConfig, report: Report): void {
	if (isControlPlane(machineType(config))) {
		if (apiServerAuthority(config) === undefined || encryptsEtcd(config)) return;
		const [authority] = documentsOf(config, 'KubeAPIServerCAConfig');
		return report('etcd encryption config is required for control plane machines running kube-apiserver', authority);
	}
	const misplaced = config.documents.filter(({ definition }) => definition?.controlPlaneOnly);
	if (misplaced.length === 0) return;
	const kinds = [...new Set(misplaced.map(({ kind }) => kind))].sort();
	report(`the following document kinds are only allowed on control plane machines: [${kinds.join(' ')}]`, misplaced[0]);
}

function encryptsEtcd(config: MachineConfig): boolean {
	const { secretboxEncryptionSecret, aescbcEncryptionSecret } = rootOf(config)?.cluster ?? {};
	return Boolean(secretboxEncryptionSecret || aescbcEncryptionSecret) || documentsOf(config, 'KubeEtcdEncryptionConfig').length > 0;
}
