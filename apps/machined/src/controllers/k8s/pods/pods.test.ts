import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { APIServerConfigSpec } from '@ichor/machinery/resources';
import { apiServerPod } from './api-server.ts';
import { memoryLimit } from './quantity.ts';

const spec: APIServerConfigSpec = {
	image: 'registry.k8s.io/kube-apiserver:v1.36.3@sha256:00',
	cloudProvider: '',
	controlPlaneEndpoint: 'https://10.5.0.2:6443',
	etcdServers: ['https://127.0.0.1:2379'],
	localPort: 6443,
	serviceCIDR: ['10.96.0.0/12'],
	extraArgs: {},
	extraVolumes: [],
	environmentVariables: {},
	advertisedAddress: '$(POD_IP)',
	resources: { requests: { cpu: '', memory: '' }, limits: {} },
};

describe('the pod of the API server', () => {
	test('is labelled with its version, runs as its own user, and says what it was made from', () => {
		const pod = podOf(spec);
		assert.equal(pod.metadata.labels['app.kubernetes.io/version'], '1.36.3');
		assert.deepEqual(pod.metadata.annotations, { 'talos.dev/config-version': '7' });
		assert.deepEqual(pod.spec.securityContext, { runAsNonRoot: true, runAsUser: 65534, runAsGroup: 65534 });
	});

	test('authorizes by its file, or by arguments when the user has some', () => {
		const byFile = commandOf(spec);
		assert.ok(byFile.some((argument) => argument.startsWith('--authorization-config=')));
		const byArguments = commandOf({ ...spec, extraArgs: { 'authorization-mode': ['Webhook'] } });
		assert.ok(byArguments.includes('--authorization-mode=Node,RBAC,Webhook'));
		assert.ok(!byArguments.some((argument) => argument.startsWith('--authorization-config=')));
	});

	test('authenticates by its file where there is one, and lets nobody else say how', () => {
		const structured = { ...spec, useAuthenticationConfig: true };
		const byFile = commandOf(structured);
		assert.ok(byFile.some((argument) => argument.startsWith('--authentication-config=/')));
		assert.ok(!byFile.some((argument) => argument.startsWith('--anonymous-auth')), 'the two exclude each other');
		assert.ok(commandOf(spec).includes('--anonymous-auth=false'));
		const extraArgs = { 'authentication-config': ['/mine'] };
		assert.ok(commandOf({ ...spec, extraArgs }).includes('--authentication-config=/mine'));
		assert.throws(() => podOf({ ...structured, extraArgs }), /"authentication-config" is not allowed/);
	});

	test('is probed where that is wanted, on its own port', () => {
		const [silent] = podOf(spec).spec.containers;
		assert.deepEqual([silent?.startupProbe, silent?.readinessProbe, silent?.livenessProbe], [undefined, undefined, undefined]);
		const [probed] = podOf({ ...spec, localPort: 7443, startupProbesEnabled: true }).spec.containers;
		assert.deepEqual(
			[probed?.startupProbe, probed?.readinessProbe, probed?.livenessProbe].map((probe) => [
				probe?.httpGet.path,
				probe?.httpGet.port,
				probe?.failureThreshold,
			]),
			[
				['/livez', 7443, 24],
				['/readyz', 7443, 3],
				['/livez', 7443, 8],
			],
		);
	});

	test('does not let its etcd or its keys be replaced', () => {
		for (const name of ['etcd-servers', 'tls-private-key-file', 'service-account-signing-key-file']) {
			assert.throws(() => podOf({ ...spec, extraArgs: { [name]: ['x'] } }), new RegExp(`"${name}" is not allowed`));
		}
	});

	test('has the user’s variables as they are, and collects garbage before it meets its limit', () => {
		const [container] = podOf({
			...spec,
			environmentVariables: { PRICE: '$(POD_IP)' },
			resources: { requests: { cpu: '1', memory: '' }, limits: { memory: '1Gi' } },
		}).spec.containers;
		assert.deepEqual(container?.env.slice(1), [
			{ name: 'PRICE', value: '$$(POD_IP)' },
			{ name: 'GOMEMLIMIT', value: '1020054732' },
		]);
		assert.deepEqual(container?.resources, { requests: { cpu: '1', memory: '512Mi' }, limits: { memory: '1Gi' } });
	});
});

test('a limit of memory that nobody can read is none', () => {
	assert.deepEqual(
		[memoryLimit('100M'), memoryLimit('0'), memoryLimit('much'), memoryLimit(undefined)],
		[95_000_000, undefined, undefined, undefined],
	);
});

interface Pod {
	readonly metadata: { readonly labels: Readonly<Record<string, string>>; readonly annotations: object };
	readonly spec: {
		readonly securityContext: object;
		readonly containers: readonly Container[];
	};
}

interface Container extends Readonly<Partial<Record<'startupProbe' | 'readinessProbe' | 'livenessProbe', Probe>>> {
	readonly command: readonly string[];
	readonly env: readonly object[];
	readonly resources: object;
}

interface Probe {
	readonly httpGet: { readonly path: string; readonly port: number };
	readonly failureThreshold: number;
}

function podOf(config: APIServerConfigSpec): Pod {
	return apiServerPod(config, { 'talos.dev/config-version': '7' }) as unknown as Pod;
}

function commandOf(config: APIServerConfigSpec): readonly string[] {
	return podOf(config).spec.containers[0]?.command ?? [];
}
