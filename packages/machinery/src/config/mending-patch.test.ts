import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadConfig } from './load.ts';
import { contradictions, mendingPatch } from './mending-patch.ts';
import { applyPatches } from './patch/apply-patches.ts';
import { parsePatch } from './patch/load-patches.ts';

function configOf(root: string, ...documents: readonly string[]): string {
	return [`version: v1alpha1\n${root}`, ...documents.map((document) => `apiVersion: v1alpha1\nkind: ${document}`)].join('\n---\n');
}

/** What the documents say after the patch, which must leave no contradiction. */
function mended(text: string): { readonly patch: string; readonly documents: Readonly<Record<string, object>> } {
	const config = loadConfig(text);
	assert.notDeepEqual(contradictions(config), []);
	const mending = mendingPatch(config);
	assert.ok(mending);
	assert.deepEqual(mending.unsaid, []);
	const { config: after } = applyPatches(text, [parsePatch(mending.text)]);
	assert.ok(after);
	assert.deepEqual(contradictions(after), []);
	return { patch: mending.text, documents: Object.fromEntries(after.documents.map(({ kind, value }) => [kind, value])) };
}

test('what the root document says is said by the documents that took its fields over', () => {
	const { patch, documents } = mended(
		configOf(
			'machine:\n  network: {hostname: a, nameservers: [1.1.1.1]}\n  nodeLabels: {rack: "7"}\ncluster: {allowSchedulingOnControlPlanes: true}',
			'HostnameConfig\nauto: stable',
			'ResolverConfig\nhostDNS: {enabled: true}',
			'KubeNodeConfig\ntaints: {node-role.kubernetes.io/control-plane: NoSchedule}',
		),
	);
	assert.equal(patch.split('---\n').length, 4);
	assert.match(patch, /^machine:\n {4}network:\n {8}hostname:\n {12}\$patch: delete\n {8}nameservers:\n/);
	assert.partialDeepStrictEqual(documents, {
		HostnameConfig: { auto: 'off', hostname: 'a' },
		ResolverConfig: { nameservers: [{ address: '1.1.1.1' }], hostDNS: { enabled: true } },
		KubeNodeConfig: { labels: { rack: '7' } },
	});
	assert.deepEqual(Object.keys(Reflect.get(documents['KubeNodeConfig'] ?? {}, 'taints') ?? {}), []);
});

test('a network without a CNI ends the document of the CNI, and one without kube-proxy switches it off', () => {
	const { documents } = mended(
		configOf(
			'cluster:\n  network: {cni: {name: none}, podSubnets: [10.9.0.0/16]}\n  proxy: {disabled: true}',
			'KubeNetworkConfig\ndnsDomain: cluster.local\npodSubnets: [10.244.0.0/16]',
			'KubeFlannelCNIConfig\nbackendType: vxlan',
			'KubeProxyConfig\nmode: nftables',
		),
	);
	assert.equal(documents['KubeFlannelCNIConfig'], undefined);
	assert.partialDeepStrictEqual(documents, { KubeNetworkConfig: { podSubnets: ['10.9.0.0/16'] }, KubeProxyConfig: { enabled: false } });
});

test('an installer image keeps the disk that was selected', () => {
	const { documents } = mended(
		configOf(
			'machine: {install: {image: new}}',
			'UnattendedInstallConfig\nprovisioning: {diskSelector: {match: \'disk.dev_path == "/dev/sda"\'}}',
		),
	);
	assert.partialDeepStrictEqual(documents, {
		UnattendedInstallConfig: { installer: { image: 'new' }, provisioning: { diskSelector: { match: 'disk.dev_path == "/dev/sda"' } } },
	});
});

test('what no document can say is named, and taken away all the same', () => {
	const config = loadConfig(
		configOf('cluster: {network: {cni: {name: custom, urls: [https://cni.example.org]}}}', 'KubeFlannelCNIConfig\nbackendType: vxlan'),
	);
	assert.deepEqual(mendingPatch(config), { text: 'cluster:\n    network:\n        $patch: delete\n', unsaid: ['cluster.network'] });
	assert.equal(mendingPatch(loadConfig(configOf('machine: {}'))), undefined);
});
