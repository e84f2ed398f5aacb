import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError } from './errors.ts';
import { loadConfig } from './load.ts';
import { unexpandedVariables } from './unexpanded-variables.ts';

function found(text: string): string[] {
	return unexpandedVariables(loadConfig(text, { name: 'a.yaml' })).map(
		({ name, path, place }) => `${name} ${path.join('.')} ${place?.line}`,
	);
}

test('variables left in secrets, addresses and URLs are found by name', () => {
	assert.deepEqual(
		found(`machine:
  token: \${TOKEN}
  network:
    nameservers: ["\${DNS}"]
    interfaces:
      - interface: eth0
        addresses: ["\${ADDRESS}/24"]
cluster:
  controlPlane:
    endpoint: https://a/\${PATH}
---
apiVersion: v1alpha1
kind: SideroLinkConfig
apiUrl: grpc://a:1/?jointoken=\${JOIN_TOKEN}
`),
		[
			'TOKEN machine.token 2',
			'ADDRESS machine.network.interfaces.0.addresses.0 7',
			'DNS machine.network.nameservers.0 4',
			'PATH cluster.controlPlane.endpoint 10',
			'JOIN_TOKEN apiUrl 14',
		],
	);
});

test('texts that may have variables of their own are left alone', () => {
	assert.deepEqual(
		found(`machine:
  files:
    - content: "echo \${HOME}"
      path: /var/a
      op: create
  env: {A: "\${B}"}
cluster:
  inlineManifests: [{name: a, contents: "\${C}"}]
`),
		[],
	);
	assert.deepEqual(found('machine: {token: "$TOKEN ${} ${1} $${"}\n'), []);
});

test('a variable where an address must be is named by the refusal', () => {
	assert.throws(
		() => loadConfig('cluster: {controlPlane: {endpoint: "https://${HOST}:6443"}}\n'),
		(error: unknown) =>
			error instanceof ConfigError && error.places[0]?.hint === 'nothing replaces ${HOST}: replace it before the configuration is used',
	);
});
