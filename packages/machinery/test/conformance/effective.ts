import { messageOf } from '@ichor/std';
import type { ConfigValue, MachineConfig } from '../../src/config/document.ts';
import { admissionPlugins, apiServer, auditPolicy, authorizers } from '../../src/config/effective/api-server.ts';
import { aggregatorAuthority, apiServerAuthority, type CertificateAuthority } from '../../src/config/effective/certificate-authorities.ts';
import { cluster, kubePrism, talosAPIAccess } from '../../src/config/effective/cluster.ts';
import { clusterNetwork, flannel } from '../../src/config/effective/cluster-network.ts';
import { type ControlPlaneComponent, controllerManager, coreDNS, proxy, scheduler } from '../../src/config/effective/control-plane.ts';
import { discoveryIdentity, discoveryServices } from '../../src/config/effective/discovery.ts';
import { hostname } from '../../src/config/effective/hostname.ts';
import { imageCache } from '../../src/config/effective/image-cache.ts';
import { kubeSpan } from '../../src/config/effective/kube-span.ts';
import { credentialProvider, kubelet, kubernetesNode } from '../../src/config/effective/kubelet.ts';
import { externalManifests, inlineManifests, staticPods } from '../../src/config/effective/manifests.ts';
import { hostDNS, resolver, staticHosts } from '../../src/config/effective/resolver.ts';
import { acceptedKeys, serviceAccount } from '../../src/config/effective/service-account.ts';
import { timeSync } from '../../src/config/effective/time-sync.ts';
import { encodeBase64 } from '../../src/pki/base64.ts';
import { type Case, caseFiles, configIn, isRecord, readCases, textOf } from './cases.ts';
import { type ConformanceResult, expectEqual } from './result.ts';

/** What a configuration amounts to, whether the root document says it or a document of its own. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	for (const file of await caseFiles(folder, /^types_v1alpha1__v1alpha1_(?:\w+_bridge|discovery\w+)\.yaml$/)) {
		for (const testCase of await readCases(folder, file)) {
			const test = tests[testCase.test];
			if (test === undefined) throw new Error(`no test is called ${testCase.test}`);
			const name = `${testCase.test}: ${testCase.name}`;
			yield expectEqual('effective configuration', name, ...(await settled(test, testCase)));
		}
	}
}

type Comparison = readonly [actual: unknown, expected: unknown];
type Test = (config: MachineConfig, testCase: Case) => Comparison | Promise<Comparison>;

async function settled(test: Test, testCase: Case): Promise<Comparison> {
	try {
		return await test(configIn(testCase.cfg), testCase);
	} catch (thrown) {
		return [`threw: ${messageOf(thrown)}`, undefined];
	}
}

const tests: Readonly<Record<string, Test>> = {
	TestStaticHostsBridging: (config) => [
		staticHosts(config),
		[
			{ address: '10.5.0.2', names: ['example.com', 'example'] },
			{ address: '10.5.0.3', names: ['my-machine'] },
			{ address: '2001:db8::1', names: ['ipv6-host'] },
		],
	],
	TestHostnameBridging: (config, { expectedHostname, expectedAutoHostname }) => [
		hostname(config),
		{ hostname: expectedHostname, auto: expectedAutoHostname === false ? 'off' : expectedAutoHostname },
	],
	TestResolverBridging(config, { expectedNameservers, expectedSearchDomains, expectedDisableSearch }) {
		const { nameservers, searchDomains, disableSearchDomain } = resolver(config) ?? {};
		return [
			{ addresses: nameservers?.map(({ address }) => address), searchDomains: searchDomains ?? null, disableSearchDomain },
			{ addresses: expectedNameservers ?? [], searchDomains: expectedSearchDomains, disableSearchDomain: expectedDisableSearch },
		];
	},
	TestTimeSyncBridging(config, { expectedDisabled, expectedTimeservers, expectedBootTimeout }) {
		const { disabled, servers, bootTimeout } = timeSync(config) ?? {};
		return [
			{ disabled, servers, bootTimeout },
			{ disabled: expectedDisabled, servers: expectedTimeservers, bootTimeout: expectedBootTimeout },
		];
	},
	TestKubeSpanBridging: (config, { expectedKubeSpanExists, expectedKubeSpanEnabled }) => [
		[kubeSpan(config) !== undefined, kubeSpan(config)?.enabled],
		[expectedKubeSpanExists, expectedKubeSpanEnabled],
	],
	TestHostDNSConfigBridging: (config, { expectedHostDNSConfigExists, expectedHostDNSEnabled }) => [
		[hostDNS(config) !== undefined, hostDNS(config)?.enabled],
		[expectedHostDNSConfigExists, expectedHostDNSEnabled],
	],
	TestImageCacheConfigBridging: (config, { expectedImageCacheConfigExists, expectedImageCacheEnabled }) => [
		[imageCache(config) !== undefined, imageCache(config)?.localEnabled],
		[expectedImageCacheConfigExists, expectedImageCacheEnabled],
	],
	TestDiscoveryServiceConfigsLegacyAdapter: (config, { expectedEndpoint }) => [
		discoveryServices(config),
		expectedEndpoint === undefined ? [] : [{ name: 'legacy', endpoint: expectedEndpoint }],
	],
	TestDiscoveryIdentityConfigLegacyAdapter: (config, { expectedID = '', expectedSecret = '' }) => [
		discoveryIdentity(config),
		{ id: expectedID, secret: expectedSecret },
	],
	TestKubeSchedulerBridge: (config, testCase) => component(scheduler(config), 'scheduler:v1', testCase),
	TestKubeControllerManagerBridge: (config, testCase) => component(controllerManager(config), 'controller-manager:v1', testCase),
	TestKubeProxyBridge(config, { expectDisabled = false }) {
		const { enabled, image, mode, extraArgs } = proxy(config) ?? {};
		if (expectDisabled === true) return [enabled, false];
		return [
			{ enabled, image, mode, extraArgs },
			{ enabled: true, image: 'proxy:v1', mode: 'ipvs', extraArgs: allFeatures },
		];
	},
	TestKubeCoreDNSBridge(config, { expectDisabled = false, expectImage = '' }) {
		const { enabled, image } = coreDNS(config) ?? {};
		if (expectDisabled === true) return [enabled, false];
		return [
			{ enabled, image: ofRelease(image) },
			{ enabled: true, image: ofRelease(expectImage) },
		];
	},
	TestKubeNetworkBridge(config, testCase) {
		const network = clusterNetwork(config);
		return [
			[network !== undefined, flannel(config) !== undefined, flannel(config)?.kubeNetworkPoliciesEnabled ?? false, network?.podSubnets],
			[
				testCase.expectHasNetworkConfig,
				testCase.expectHasFlannelConfig,
				testCase.expectFlannelKubeNetworkPoliciesEnabled ?? false,
				testCase.expectPodCIDRs,
			],
		];
	},
	TestKubeAPIServerBridge(config, testCase) {
		const { image, extraArgs, env, certSANs, apiPort, startupProbes, usesAuthenticationConfig } = apiServer(config) ?? {};
		return [
			[image, plain(extraArgs), plain(env), certSANs, apiPort, startupProbes, usesAuthenticationConfig],
			[
				testCase.expectImage,
				{ ...record(testCase.expectExtraArgs) },
				{ ...record(testCase.expectEnv) },
				testCase.expectCertSANs,
				testCase.expectAPIPort,
				testCase.expectStartupProbesEnabled,
				testCase.expectUseAuthenticationConfig,
			],
		];
	},
	TestKubeAdmissionControlBridge(config) {
		const [plugin, ...more] = admissionPlugins(config);
		return [
			[plugin?.name, plugin?.configuration.kind, more],
			['PodSecurity', 'PodSecurityConfiguration', []],
		];
	},
	TestKubeAuditPolicyBridge: (config, { expectConfiguration }) => [json(auditPolicy(config)), json(expectConfiguration)],
	TestKubeAuthorizerBridge: (config) => [
		json(authorizers(config)),
		json([
			{ name: 'node', type: 'Node', webhook: {} },
			{ name: 'webhook', type: 'Webhook', webhook: { timeout: '3s', subjectAccessReviewVersion: 'v1' } },
		]),
	],
	TestKubeAPIServerCABridge: (config, testCase) => authority(apiServerAuthority(config), testCase),
	TestKubeAggregatorCABridge: (config, testCase) => authority(aggregatorAuthority(config), testCase),
	async TestKubeServiceAccountBridge(config, { expectNil, expectIssuerURL, expectIssuingKey, expectAcceptedKeys, unconverted }) {
		const account = serviceAccount(config);
		if (expectNil === true) return [account, undefined];
		const accepted = account && (await acceptedKeys(account));
		return [
			[account?.issuerURL, base64(account?.issuingKey), accepted?.length],
			// The case with a good key says that its public half is accepted only in upstream's program.
			[
				expectIssuerURL,
				record(expectIssuingKey).key,
				Array.isArray(unconverted) ? 1 : ((expectAcceptedKeys as unknown[] | null)?.length ?? 0),
			],
		];
	},
	TestKubeNodeConfigBridge(config, testCase) {
		const node = kubernetesNode(config);
		if (testCase.expectNil === true) return [node, undefined];
		return [
			[
				node?.skipRegistration,
				node?.registerWithFQDN,
				node?.validSubnets,
				plain(node?.labels),
				plain(node?.annotations),
				plain(node?.taints),
			],
			[
				testCase.expectSkipNodeRegistration ?? false,
				testCase.expectRegisterWithFQDN ?? false,
				testCase.expectValidSubnets ?? [],
				{ ...record(testCase.expectLabels) },
				{ ...record(testCase.expectAnnotations) },
				{ ...record(testCase.expectTaints) },
			],
		];
	},
	TestKubeKubeletConfigBridge(config, testCase) {
		const found = kubelet(config);
		return [
			[
				ofRelease(found?.image),
				found?.clusterDNS,
				plain(found?.extraArgs),
				json(found?.extraConfig),
				found?.defaultRuntimeSeccompProfileEnabled,
				found?.disableManifestsDirectory,
			],
			[
				ofRelease(testCase.expectImage),
				testCase.expectClusterDNS ?? [],
				{ ...record(testCase.expectExtraArgs) },
				json(testCase.expectExtraConfig ?? {}),
				testCase.expectSeccompEnabled ?? false,
				testCase.expectDisableManifestsDirectory ?? false,
			],
		];
	},
	TestKubeCredentialProviderConfigBridge: (config, { expectConfiguration }) => [
		json(credentialProvider(config)),
		json(expectConfiguration),
	],
	TestKubeStaticPodConfigBridge: (config, { expectName, expectPod }) => [
		json(staticPods(config)),
		json([{ name: expectName, pod: expectPod }]),
	],
	TestKubeInlineManifestConfigBridge: (config, { expectName, expectContents }) => [
		inlineManifests(config),
		[{ name: expectName, contents: expectContents }],
	],
	TestKubeExternalManifestConfigBridge: (config, { expectNil, expectName, expectURL, expectHeaders }) => [
		externalManifests(config).map(({ name, url, headers }) => ({ name, url, headers: plain(headers) })),
		expectNil === true ? [] : [{ name: expectName, url: expectURL, headers: { ...record(expectHeaders) } }],
	],
	TestKubeClusterConfigBridge: (config, { expectClusterName, expectClusterEndpoint }) => [
		cluster(config),
		{ name: expectClusterName, endpoint: expectClusterEndpoint },
	],
	TestKubePrismConfigBridge: (config, { expectNil, expectPort, expectTLSServerName = '' }) => [
		kubePrism(config),
		expectNil === true ? undefined : { port: expectPort, tlsServerName: expectTLSServerName },
	],
	TestKubeTalosAPIAccessConfigBridge: (config, { expectNil, expectAllowedRoles, expectAllowedNamespaces }) => [
		talosAPIAccess(config),
		expectNil === true ? undefined : { allowedRoles: expectAllowedRoles, allowedNamespaces: expectAllowedNamespaces },
	],
};

/** The argument that all components have in these cases. */
const allFeatures = new Map([['features', ['all']]]);

function component(found: ControlPlaneComponent | undefined, image: string, { expectDisabled = false }: Case): Comparison {
	if (expectDisabled === true) return [found?.enabled, false];
	return [
		{ enabled: found?.enabled, image: found?.image, extraArgs: found?.extraArgs },
		{ enabled: true, image, extraArgs: allFeatures },
	];
}

function authority(found: CertificateAuthority | undefined, { expectIssuingCA, expectAcceptedCAs }: Case): Comparison {
	const issuing = found?.issuing && { crt: base64(found.issuing.certificate), key: base64(found.issuing.key) };
	return [
		json({ issuing: issuing ?? null, accepted: found?.accepted.map((certificate) => ({ crt: base64(certificate) })) }),
		json({ issuing: expectIssuingCA, accepted: expectAcceptedCAs }),
	];
}

/** A default image without its tag: upstream's next release has newer ones than ours. */
function ofRelease(image: ConfigValue | undefined): string {
	return textOf(image).replace(/:v\d+\.\d+\.\d+.*$/, '');
}

function base64(text: string | undefined): string {
	return encodeBase64(new TextEncoder().encode(text ?? ''));
}

function plain(map: ReadonlyMap<string, unknown> | undefined): object {
	return Object.fromEntries(map ?? []);
}

function record(value: ConfigValue | undefined): { readonly [key: string]: ConfigValue | undefined } {
	return isRecord(value) ? value : {};
}

/** A comparison that does not mind whether objects have a prototype, nor the order of keys. */
function json(value: unknown): string {
	return JSON.stringify(value, (_, part) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);
}
