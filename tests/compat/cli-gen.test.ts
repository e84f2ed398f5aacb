import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeConfig, loadConfig } from '@ichor/machinery/config';
import { ichor, type Outcome, type Program, runIn } from './program.ts';
import { Random, seedOf } from './random.ts';
import { noTalosctl, talosctlOf } from './talosctl.ts';

/*
 * `gen config` from the same secrets, with random flags, beside the talosctl whose contract is ours: the same exit code,
 * output and files. Comments have our words, so they are left out; the client's certificate is new each time.
 */

const talosctl = await talosctlOf('v1.13');
const seed = seedOf(13);
const cases = Number(process.env['ICHOR_CASES'] ?? 60);

const patches = {
	'all.yaml': 'machine:\n    sysctls:\n        net.core.somaxconn: "65535"\n    install:\n        extraKernelArgs: [console=ttyS0]\n',
	'volume.yaml': 'apiVersion: v1alpha1\nkind: VolumeConfig\nname: EPHEMERAL\nprovisioning:\n    maxSize: 100GiB\n',
	'operations.json': '[{"op": "add", "path": "/machine/env", "value": {"GRPC_TRACE": "all"}}]',
	'delete.yaml': 'machine:\n    network:\n        $patch: delete\n',
	'missing-field.yaml': 'machine:\n    nodeLabels:\n        none:\n            $patch: delete\n',
	'broken.yaml': 'machine: [',
	'typo.yaml': 'machine:\n    hostname: x\n',
};

const flags: readonly (readonly string[])[] = [
	['--with-docs=false'],
	['--with-examples=false'],
	['--with-docs=false', '--with-examples=false'],
	['--additional-sans', 'api.example.org,10.5.0.9'],
	['--additional-sans=fd00::9'],
	['--dns-domain', 'k8s.example.org'],
	['--install-disk', '/dev/nvme0n1'],
	['--install-disk='],
	['--install-image', 'factory.talos.dev/installer/abc:v1.13.9'],
	['--kubernetes-version', 'v1.35.4'],
	['--kubernetes-version=1.31.0'],
	['--kubernetes-version='],
	...['v1.0', '1.3', 'v1.5.5', 'v1.8', '1.9', 'v1.10', 'v1.11.0', 'v1.12', 'v1.13.9'].map((version) => ['--talos-version', version]),
	['--with-cluster-discovery=false'],
	['--with-kubespan'],
	['--registry-mirror', 'docker.io=http://10.5.0.1:5000'],
	['--registry-mirror', 'ghcr.io=http://10.5.0.1:5001,docker.io=http://10.5.0.1:5002/a=b'],
	...Object.keys(patches).map((file) => ['--config-patch', `@${file}`]),
	['--config-patch', 'volume.yaml'],
	['--config-patch-control-plane', '{"cluster": {"allowSchedulingOnControlPlanes": true}}'],
	['--config-patch-worker', 'machine:\n  nodeLabels: {rack: "7"}'],
	['-t', 'controlplane'],
	['-t', 'worker', '-t', 'talosconfig'],
	['-t', 'talosconfig', '-o', '-'],
	['-t=controlplane', '-o=-'],
	['-o', 'out'],
	['-o', 'there'],
	['-o', 'there', '-f'],
	['--output-dir', 'out/deep'],
];

if (talosctl === undefined) test('gen config beside talosctl', { skip: noTalosctl('v1.13') }, () => undefined);
else compareAll(talosctl);

function compareAll(talosctl: Program): void {
	const random = new Random(seed);
	const lines = Array.from({ length: cases }, () => randomLine(random));
	const secrets = runIn({}, talosctl, ['gen', 'secrets', '-o', '-']);
	for (const line of lines) {
		test(`talosctl ${line.join(' ')}`, async () => {
			const files = {
				...patches,
				'secrets.yaml': (await secrets).stdout,
				'there/worker.yaml': 'here before\n',
				'there/talosconfig': 'here before\n',
			};
			const [theirs, ours] = await Promise.all([runIn({ files }, talosctl, line), runIn({ files }, ichor, line)]);
			const seen = JSON.stringify({ ours: ours.stderr, theirs: theirs.stderr }, undefined, 2);
			assert.equal(ours.code, theirs.code, seen);
			assert.deepEqual(comparable(ours), comparable(theirs), seen);
			for (const [path, { mode }] of ours.files) if (!(path in files) && !path.endsWith('/')) assert.equal(mode, 0o600, path);
		});
	}
}

function comparable({ stdout, files }: Outcome): Readonly<Record<string, string>> {
	const written = [...files].map(([path, { content }]) => [path, withoutRandomness(content)]);
	return Object.fromEntries([['', withoutRandomness(stdout)], ...written]);
}

function withoutRandomness(text: string): string {
	if (/^context: /.test(text)) return text.replaceAll(/^( +(?:crt|key)): .+$/gm, '$1: new each time');
	return text.includes('version: v1alpha1') ? encodeConfig(loadConfig(text)) : text;
}

function randomLine(random: Random): readonly string[] {
	const name = random.pick(['homelab', 'a b', 'yes', '0x10', 'über', '']);
	const endpoint = random.pick([
		'https://10.5.0.2:6443',
		'https://[fd00::1]:6443',
		'https://api.example.org',
		'https://API.example.org:443/path',
	]);
	const line = ['gen', 'config', name, endpoint, '--with-secrets', 'secrets.yaml'];
	const chosen = Array.from({ length: random.below(7) }, () => random.pick(flags));
	return [...line, ...chosen.flat()];
}
