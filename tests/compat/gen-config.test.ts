import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeConfig, loadConfig, validateConfig } from '@ichor/machinery/config';
import { inBatches } from './in-batches.ts';
import { patches as patchTexts } from './patch-examples.ts';
import { crashed, ichor, type Outcome, type Program, runIn } from './program.ts';
import { Random, seedOf } from './random.ts';
import { assertSame } from './same.ts';
import { noTalosctl, talosctlOf } from './talosctl.ts';

/*
 * `gen config` from the same secrets, with random flags, beside the talosctl whose commands are ours: the same exit
 * code, output and files, byte for byte. Comments have our words, so they are left out; the client's certificate is new
 * each time. What ichor writes loads, and prints as it was.
 */

const talosctl = await talosctlOf('v1.13');
const seed = seedOf(13);
const cases = Number(process.env['ICHOR_CASES'] ?? 100);

if (talosctl === undefined) test('gen config beside talosctl', { skip: noTalosctl('v1.13') }, () => undefined);
else compareAll(talosctl);

function compareAll(talosctl: Program): void {
	const random = new Random(seed);
	const secrets = runIn({}, talosctl, ['gen', 'secrets', '-o', '-']);
	const oldSecrets = runIn({}, talosctl, ['gen', 'secrets', '--talos-version', 'v1.2', '-o', '-']);
	inBatches('gen config', cases, () => {
		const [words, more] = randomLine(random);
		const old = random.once(5);
		const broken = random.once(6) ? random.below(1_000_000) : undefined;
		return async () => {
			const bundle = (await (old ? oldSecrets : secrets)).stdout;
			const secretsFile = broken === undefined ? bundle : spoilt(bundle, new Random(broken));
			const files = {
				...patches,
				...more,
				'secrets.yaml': secretsFile,
				'there/worker.yaml': 'here before\n',
				'there/talosconfig': 'here before\n',
			};
			const [theirs, ours] = await Promise.all([runIn({ files }, talosctl, words), runIn({ files }, ichor, words)]);
			const seen = { words, more, broken, ours: ours.stderr, theirs: theirs.stderr };
			if (crashed(theirs)) return assertSame(ours.code, 1, seen);
			assertSame(ours.code, theirs.code, seen);
			const known = words.includes('--with-secrets');
			assertSame(comparable(ours, known), comparable(theirs, known), seen);
			for (const [path, { content, mode }] of ours.files) {
				if (path in files || path.endsWith('/')) continue;
				assert.equal(mode, 0o600, path);
				// A patch can make talosctl, and so us, print what nobody reads: an `except` without a prefix.
				if (Object.keys(more).length === 0 && !content.startsWith('context: ')) assertRoundTrip(content, seen);
			}
		};
	});
}

/** A file of ours reads without an error, and prints as it stands when it has no comments; what is printed does so always. */
function assertRoundTrip(content: string, seen: unknown): void {
	const config = loadConfig(content);
	const printed = encodeConfig(config, 'config-1.13');
	if (withoutComments(content) === content.trimEnd()) assertSame(printed, content, seen);
	assertSame(encodeConfig(loadConfig(printed), 'config-1.13'), printed, seen);
	validateConfig(config, { mode: 'metal', local: true, strict: false });
}

/** @param known whether the secrets are: without a file of them each run makes its own */
function comparable({ stdout, files }: Outcome, known: boolean): Readonly<Record<string, string>> {
	const written = [...files].map(([path, { content }]) => [path, withoutRandomness(content, known)]);
	return Object.fromEntries([['', withoutRandomness(stdout, known)], ...written]);
}

function withoutRandomness(text: string, known: boolean): string {
	if (/^context: /.test(text))
		return text.replaceAll(/^( +(?:ca|crt|key)): .+$/gm, (line, key) => (known && key.endsWith('ca') ? line : `${key}: new each time`));
	if (!text.includes('version: v1alpha1')) return text;
	return known
		? withoutComments(text)
		: withoutComments(text).replaceAll(/^( *(?:- )?(?:token|id|secret|crt|key|\w+Secret)): .+$/gm, '$1: new each time');
}

/** What is left of a generated file: in it, `#` is a comment where a blank is before it, and block texts have none. */
function withoutComments(text: string): string {
	const lines = text.split('\n').map((line) => line.replace(/(?:^|\s)\s*#.*$/, ''));
	return lines.filter((line) => line.trim() !== '').join('\n');
}

/** A secrets file with something of it missing, doubled or replaced. */
function spoilt(text: string, random: Random): string {
	const lines = text.split('\n');
	const at = random.below(lines.length);
	const line = lines[at] ?? '';
	const instead = random.pick([
		'',
		line.replace(/:.*$/, ':'),
		line.replace(/:.*$/, ': ""'),
		line.replace(/:.*$/, ': QUJD'),
		line.replace(/:.*$/, ': "!"'),
		line.replace(/:.*$/, ': null'),
		line.replace(/:.*$/, ': 5'),
		line.replace(/:.*$/, ': {}'),
		line.replace(/:.*$/, ': [a]'),
		`${line}\n${line}`,
		`${line}\n    bogus: 1`,
		` ${line}`,
		line.replace(/\w+:/, 'Secret:'),
		line.slice(0, 12),
		`---\n${line}`,
	]);
	return [...lines.slice(0, at), instead, ...lines.slice(at + 1)].join('\n');
}

const patches = {
	'all.yaml': 'machine:\n    sysctls:\n        net.core.somaxconn: "65535"\n    install:\n        extraKernelArgs: [console=ttyS0]\n',
	'volume.yaml': 'apiVersion: v1alpha1\nkind: VolumeConfig\nname: EPHEMERAL\nprovisioning:\n    maxSize: 100GiB\n',
	'operations.json': '[{"op": "add", "path": "/machine/env", "value": {"GRPC_TRACE": "all"}}]',
	'delete.yaml': 'machine:\n    network:\n        $patch: delete\n',
	'missing-field.yaml': 'machine:\n    nodeLabels:\n        none:\n            $patch: delete\n',
	'broken.yaml': 'machine: [',
	'typo.yaml': 'machine:\n    hostname: x\n',
};

function randomLine(random: Random): readonly [words: readonly string[], files: Readonly<Record<string, string>>] {
	const name = random.pick(['homelab', 'homelab', 'yes', 'a b', '0x10', 'über', '', '1.0', '~', 'a: b']);
	const endpoint = random.pick([
		'https://10.5.0.2:6443',
		'https://10.5.0.2:6443',
		'https://[fd00::1]:6443',
		'https://api.example.org',
		'https://API.example.org:443/path',
		'https://[fe80::1%25eth0]:6443',
		'https://u:p@h:1',
		'10.5.0.2',
		'http://10.5.0.2:6443',
		'https://10.5.0.2:70000',
		'https://:6443',
		'https://a b',
		'HTTPS://x',
		'https://x?y=z#f',
		'https://',
		'',
	]);
	const words = [
		'gen',
		'config',
		name,
		endpoint,
		...(random.once(12) ? [] : ['--with-secrets', random.once(30) ? 'missing.yaml' : 'secrets.yaml']),
	];
	const chosen = Array.from({ length: random.below(7) }, () => random.pick(flags));
	const files: Record<string, string> = {};
	const patched = Array.from({ length: random.pick([0, 0, 1, 2]) }, (_, index) => {
		files[`patch-${index}.yaml`] = random.pick(patchTexts.filter((text) => !text.includes('$patch')));
		return [random.pick(['--config-patch', '--config-patch-control-plane', '--config-patch-worker']), `@patch-${index}.yaml`];
	});
	return [[...words, ...chosen.flat(), ...patched.flat()], files];
}

/** Up to the binary's own: what a later one will be is for that one to know. */
const contracts = Array.from({ length: 14 }, (_, minor) => `v1.${minor}`);

const flags: readonly (readonly string[])[] = [
	...[1, 2, 3].map(() => ['--with-docs=false', '--with-examples=false']),
	['--with-docs=false'],
	['--with-examples=false'],
	['--additional-sans', 'api.example.org,10.5.0.9'],
	['--additional-sans=fd00::9'],
	['--dns-domain', 'k8s.example.org'],
	['--install-disk', '/dev/nvme0n1'],
	['--install-disk='],
	['--install-image', 'factory.talos.dev/installer/abc:v1.13.9'],
	['--install-image', 'no image'],
	['--kubernetes-version', 'v1.35.4'],
	['--kubernetes-version=1.31.0'],
	['--kubernetes-version=1.29.0-alpha.1'],
	['--kubernetes-version=latest'],
	['--kubernetes-version='],
	...[...contracts, ...contracts, '1.3', 'v1.5.5', '1.9', 'v1.11.0-alpha.2', 'v1', '1.13.9-dirty', 'v0.14', '1.x'].map((version) => [
		'--talos-version',
		version,
	]),
	['--with-cluster-discovery=false'],
	['--with-kubespan'],
	['--registry-mirror', 'docker.io=http://10.5.0.1:5000'],
	['--registry-mirror', 'ghcr.io=http://10.5.0.1:5001,docker.io=http://10.5.0.1:5002/a=b'],
	['--registry-mirror', 'docker.io=http://10.5.0.1:5003', '--registry-mirror', 'docker.io=http://10.5.0.1:5004'],
	['--registry-mirror', 'docker.io'],
	['--registry-mirror', '=x'],
	...Object.keys(patches).map((file) => ['--config-patch', `@${file}`]),
	['--config-patch', 'volume.yaml'],
	['--config-patch-control-plane', '{"cluster": {"allowSchedulingOnControlPlanes": true}}'],
	['--config-patch-worker', 'machine:\n  nodeLabels: {rack: "7"}'],
	['--config-patch', ''],
	['-t', 'controlplane'],
	['-t', 'worker', '-t', 'talosconfig'],
	['-t', 'talosconfig', '-o', '-'],
	['-t=controlplane', '-o=-'],
	['-t', 'worker,worker'],
	['-o', 'out'],
	['-o', 'there'],
	['-o', 'there', '-f'],
	['-o', 'secrets.yaml'],
	['--output-dir', 'out/deep'],
];
