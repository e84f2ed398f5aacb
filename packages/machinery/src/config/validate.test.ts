import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ValidationOptions } from './document.ts';
import { loadConfig } from './load.ts';
import { validateConfig } from './validate.ts';

const client: ValidationOptions = { mode: 'metal', local: true, strict: false };
const judge = (text: string, options: Partial<ValidationOptions> = {}) =>
	validateConfig(loadConfig(text, { name: 'node.yaml' }), { ...client, ...options });

const root = `version: v1alpha1
machine:
    type: controlplane
    token: a
    ca: {crt: Y2VydA==, key: a2V5}
    install: {disk: /dev/sda}
cluster:
    controlPlane:
        endpoint: https://10.0.0.1:6443
`;

test('a valid configuration has neither warnings nor an error', () => {
	assert.deepEqual(judge(root), { warnings: [] });
	assert.deepEqual(validateConfig({ documents: [] }, client), { warnings: [] });
});

test('errors are counted, named by document, and placed', () => {
	const { error } = judge(`kind: VolumeConfig
apiVersion: v1alpha1
name: STATE
mount:
    secure: true
scrub:
    interval: 1s
---
apiVersion: v1alpha1
kind: OOMConfig
triggerExpression: 'memory'
`);
	assert.equal(error?.code, 'invalid');
	assert.equal(
		error.message,
		[
			'2 errors occurred:',
			'\t* VolumeConfig/STATE: mount config is not allowed for the "STATE" volume',
			'scrub interval: minimum value is 10s',
			"\t* OOMConfig: OOM trigger expression is invalid: ERROR: <input>:1:1: undeclared reference to 'memory' (in container '')",
			' | memory',
			' | ^\n\n',
		].join('\n'),
	);
	assert.deepEqual(
		error.places.map(({ source, line, column }) => [source, line, column]),
		[
			['node.yaml', 4, 1],
			['node.yaml', 7, 5],
			['node.yaml', 11, 1],
		],
	);
});

test('what is missing is placed where it would stand', () => {
	const [place] = judge('apiVersion: v1alpha1\nkind: WatchdogTimerConfig\n').error?.places ?? [];
	assert.deepEqual([place?.line, place?.column, place?.message], [1, 1, 'watchdog device: empty value']);
});

test('warnings come in the order of the documents, and do not make an error', () => {
	const { warnings, error } = judge(
		`${root.replace(/ +install.*\n/, '')}---
apiVersion: v1alpha1
kind: UnattendedInstallConfig
provisioning: {diskSelector: {match: system_disk}}
---
apiVersion: v1alpha1
kind: ImageVerificationConfig
rules: [{image: nginx, skip: true}]
`,
		{ mode: 'cloud' },
	);
	assert.equal(error, undefined);
	assert.deepEqual(
		warnings.map(({ message, place }) => [message.slice(0, 30), place?.line]),
		[
			['installer.image is not set, if', 10],
			['rule 0: imagePattern does not ', 16],
		],
	);
});

test('the root document counts its own errors', () => {
	const { error } = judge(root.replace(/install.*/, 'install: {}').replace('token: a', 'token: b'));
	assert.match(error?.message ?? '', /^1 error occurred:\n\t\* v1alpha1\.Config: 1 error occurred:\n\t\* .*\n\n\n\n$/);
});

test('a contradiction comes with the patch that mends it', () => {
	const text = `${root.replace('install: {disk: /dev/sda}', 'network: {hostname: node-1}')}---
apiVersion: v1alpha1
kind: HostnameConfig
auto: stable
`;
	const { error } = judge(text, { mode: 'cloud' });
	assert.equal(error?.message, '1 error occurred:\n\t* static hostname is already set in v1alpha1 config\n\n');
	assert.deepEqual([error?.places[0]?.line, error?.places[0]?.column], [6, 15]);
	assert.equal(
		error?.places[0]?.hint,
		`this patch says in the HostnameConfig what the root document says:
machine:
    network:
        hostname:
            $patch: delete
---
apiVersion: v1alpha1
kind: HostnameConfig
auto: 'off'
hostname: node-1
`,
	);
});

test('a host name beside a generated one comes with the patch that switches the other off', () => {
	const { error } = judge('apiVersion: v1alpha1\nkind: HostnameConfig\nauto: stable\nhostname: node-1\n');
	assert.match(error?.places[0]?.hint ?? '', /kind: HostnameConfig\nauto: off\n$/);
});

test('advice shows no secret', () => {
	const text = `${root.replace('install: {disk: /dev/sda}', '')}    id: an-id\n    secret: a-secret\n`;
	const { error } = judge(`${text}---\napiVersion: v1alpha1\nkind: DiscoveryIdentityConfig\nclusterID: a\nclusterSecret: b\n`, {
		mode: 'cloud',
	});
	const hint = error?.places.find((place) => place.hint !== undefined)?.hint ?? '';
	assert.match(hint, /DiscoveryIdentityConfig replaces \.cluster\.id, \.cluster\.secret/);
	assert.doesNotMatch(hint, /a-secret/);
});

test('documents are judged together, and in a container more strictly', () => {
	const document = (kind: string, fields = '') => `apiVersion: v1alpha1\nkind: ${kind}\n${fields}`;
	assert.equal(
		judge(document('DiscoveryServiceConfig', 'name: a\nendpoint: https://a.test/'), { mode: 'container' }).error?.message,
		[
			'3 errors occurred:',
			'* hostDNS config is required in container mode',
			'* cluster ID (.cluster.id or DiscoveryIdentityConfig) should be set when cluster discovery (DiscoveryServiceConfig) is enabled',
			'* cluster secret (.cluster.secret or DiscoveryIdentityConfig) should be set when cluster discovery (DiscoveryServiceConfig) is enabled\n\n',
		].join('\n\t'),
	);
	assert.equal(
		judge(document('KubeSpanConfig', 'enabled: true')).error?.message,
		'1 error occurred:\n\t* KubeSpan requires cluster discovery to be enabled\n\n',
	);
	assert.match(
		judge([document('KubeCoreDNSConfig'), document('KubeAuditPolicyConfig')].join('---\n')).error?.message ?? '',
		/only allowed on control plane machines: \[KubeAuditPolicyConfig KubeCoreDNSConfig\]/,
	);
});

test('no secret is in an error', () => {
	const secret = 'c2hvcnQ=';
	const { error } = judge(`apiVersion: v1alpha1\nkind: DiscoveryIdentityConfig\nclusterID: x\nclusterSecret: ${secret}\n`);
	assert.doesNotMatch(JSON.stringify([error?.message, error?.places]), new RegExp(secret));
});

test('documents of unknown kinds are passed over', () => {
	const documents = [{ apiVersion: 'v1alpha1', kind: 'Future', value: { any: 'thing' } }];
	assert.deepEqual(validateConfig({ documents }, client), { warnings: [] });
});
