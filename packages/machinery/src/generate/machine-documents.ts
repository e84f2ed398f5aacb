import type { ConfigDocument } from '../config/document.ts';
import { quote } from '../config/quote.ts';
import * as defaults from '../versions/defaults.ts';
import { mapOf } from './free-form.ts';
import type { Generation } from './generation.ts';
import { hostDNSFeature } from './machine-section.ts';
import { newDocument } from './new-document.ts';
import { registryDocuments } from './registries.ts';
import { requireSecret } from './secret-values.ts';

/** The documents about the machine and the operating system, in upstream's order. Empty up to 1.11. */
export function machineDocuments(generation: Generation): readonly ConfigDocument[] {
	return [
		...discoveryDocuments(generation),
		...installDocuments(generation),
		...resolverDocuments(generation),
		...sysctlDocuments(generation),
		...volumeDocuments(generation),
		...securityDocuments(generation),
		...networkDocuments(generation),
	];
}

function discoveryDocuments({ input, has, discovery }: Generation): readonly ConfigDocument[] {
	const service = discovery && has('discoveryServiceMultidocConfig');
	const identity = has('discoveryIdentityMultidocConfig');
	const { id, secret } = requireSecret(input.secrets.cluster, 'cluster');
	return [
		...(service ? [newDocument('DiscoveryServiceConfig', { name: 'default', endpoint: defaults.discoveryEndpoint })] : []),
		...(identity ? [newDocument('DiscoveryIdentityConfig', { clusterID: id, clusterSecret: secret })] : []),
	];
}

function installDocuments({ input, has }: Generation): readonly ConfigDocument[] {
	if (!has('unattendedInstallConfig') || !input.installDisk || input.skipUnattendedInstall) return [];
	const match = `disk.dev_path == ${quote(input.installDisk)}`;
	return [
		newDocument('UnattendedInstallConfig', {
			installer: { image: input.installImage ?? '' },
			provisioning: { diskSelector: { match }, wipe: false },
		}),
	];
}

function resolverDocuments(generation: Generation): readonly ConfigDocument[] {
	const hostDNS = hostDNSFeature(generation);
	return hostDNS && generation.has('hostDNSMultidocConfig') ? [newDocument('ResolverConfig', { hostDNS })] : [];
}

function sysctlDocuments({ input, has }: Generation): readonly ConfigDocument[] {
	if (!input.sysctls?.size || !has('multidocSysctlConfigSupported')) return [];
	return [newDocument('SysctlConfig', { params: mapOf(input.sysctls) })];
}

function volumeDocuments({ has }: Generation): readonly ConfigDocument[] {
	if (!has('filesystemTrimEnabledByDefault')) return [];
	return [
		newDocument('VolumeConfig', { name: 'EPHEMERAL', mount: { secure: true } }),
		newDocument('FilesystemTrimConfig', { interval: weekly }),
	];
}

const weekly = '168h0m0s';

function securityDocuments({ has }: Generation): readonly ConfigDocument[] {
	return has('workloadIsolationEnabledByDefault') ? [newDocument('SecurityProfileConfig', { workloadIsolation: true })] : [];
}

function networkDocuments(generation: Generation): readonly ConfigDocument[] {
	const { input, has } = generation;
	if (!has('multidocNetworkConfigSupported')) return [];
	return [
		...registryDocuments(generation),
		newDocument('HostnameConfig', { auto: 'stable' }),
		...(input.kubeSpan !== undefined && has('kubeSpanMultidocConfig') ? [newDocument('KubeSpanConfig', { enabled: input.kubeSpan })] : []),
	];
}
