import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findCall, runCall } from '../command/call.ts';
import { FakeTerminal } from '../command/fake-terminal.ts';
import { usageText } from '../command/usage.ts';
import { exitCodeOf } from '../exit.ts';
import { tree } from '../tree.ts';

interface Outcome {
	readonly code: number;
	readonly output: string;
	readonly errors: string;
}

let folder = '';
const at = (name: string) => join(folder, name);

async function ichor(...words: readonly string[]): Promise<Outcome> {
	const terminal = new FakeTerminal({ HOME: at('home') });
	const call = await findCall(tree, words);
	let code = 0;
	try {
		await runCall(call, terminal);
	} catch (error) {
		code = exitCodeOf(error, terminal, () => usageText(call.path, call.command));
	}
	return { code, output: terminal.output, errors: terminal.errors.replaceAll(`${folder}/`, '') };
}

describe('offline, in one folder', () => {
	before(async () => {
		folder = mkdtempSync(join(tmpdir(), 'ichor-cli-'));
		// 1.6 has no RSA key, which would take seconds.
		assert.deepEqual(await ichor('gen', 'secrets', '--talos-version', 'v1.6', '-o', at('secrets.yaml')), {
			code: 0,
			output: '',
			errors: '',
		});
		const generated = await ichor('gen', 'config', 'test', 'https://10.5.0.2:6443', '-o', folder, '--with-secrets', at('secrets.yaml'));
		assert.deepEqual(generated, {
			code: 0,
			output: '',
			errors: 'generating PKI and tokens\nCreated controlplane.yaml\nCreated worker.yaml\nCreated talosconfig\n',
		});
	});

	after(() => rmSync(folder, { recursive: true }));

	test('what gen config writes is valid, and for nobody else to read', async () => {
		for (const name of ['secrets.yaml', 'controlplane.yaml', 'worker.yaml', 'talosconfig'])
			assert.equal(statSync(at(name)).mode & 0o777, 0o600);
		for (const name of ['controlplane.yaml', 'worker.yaml']) {
			const { code, output } = await ichor('validate', '-c', at(name), '-m', 'metal', '--strict');
			assert.deepEqual({ code, output }, { code: 0, output: `${at(name)} is valid for metal mode\n` });
		}
	});

	test('a file that others could read is closed when a secret is written over it', async () => {
		writeFileSync(at('open.yaml'), 'before', { mode: 0o644 });
		assert.equal((await ichor('mc', 'patch', at('worker.yaml'), '-o', at('open.yaml'))).code, 0);
		assert.equal(statSync(at('open.yaml')).mode & 0o777, 0o600);
		assert.equal(readFileSync(at('open.yaml'), 'utf8'), readFileSync(at('worker.yaml'), 'utf8'));
	});

	test('patching what has moved says so at once, with the patch that mends it', async () => {
		const { code, errors } = await ichor(
			'mc',
			'patch',
			at('controlplane.yaml'),
			'-p',
			'{"machine": {"network": {"hostname": "cp-1"}, "token": "${TOKEN}"}}',
			'-o',
			at('cp.yaml'),
		);
		assert.equal(code, 0);
		assert.equal(
			errors,
			`WARNING: patch:1:47: machine.token: nothing replaces \${TOKEN}, it is taken as it stands
WARNING: \`validate\` will refuse the patched controlplane.yaml: static hostname is already set in v1alpha1 config
this patch mends it:
machine:
    network:
        hostname:
            $patch: delete
---
apiVersion: v1alpha1
kind: HostnameConfig
auto: 'off'
hostname: cp-1
`,
		);
		const refused = await ichor('validate', '-c', at('cp.yaml'), '-m', 'metal');
		assert.equal(refused.code, 1);
		assert.match(refused.errors, /\* static hostname is already set in v1alpha1 config\n/);
	});

	test('a variable that nothing replaces is named once by all that read it', async () => {
		const patch = '{"machine": {"certSANs": ["${ADDRESS}"]}}';
		const secrets = at('variable-secrets.yaml');
		assert.equal((await ichor('gen', 'secrets', '-o', secrets)).code, 0);
		const generate = ['gen', 'config', 'c', 'https://192.0.2.1:6443', '--with-secrets', secrets, '--config-patch', patch];
		const { code, errors } = await ichor(...generate, '--output-types', 'worker', '-o', at('variable.yaml'));
		assert.equal(code, 0);
		assert.deepEqual(
			errors.split('\n').filter((line) => line.startsWith('WARNING')),
			['WARNING: patch:1:27: machine.certSANs.0: nothing replaces ${ADDRESS}, it is taken as it stands'],
		);
		const readers = [
			['mc', 'diff', at('worker.yaml')],
			['validate', '-m', 'metal', '-c'],
		];
		for (const words of readers)
			assert.match((await ichor(...words, at('variable.yaml'))).errors, /variable\.yaml:\d+:\d+: machine\.certSANs\.0: nothing replaces/);
	});

	test('a typo is named with its place and what was meant', async () => {
		writeFileSync(at('typo.yaml'), 'machine:\n    network:\n        hostnam: x\n');
		const { code, output, errors } = await ichor('mc', 'patch', at('worker.yaml'), '-p', `@${at('typo.yaml')}`);
		assert.deepEqual({ code, output }, { code: 1, output: '' });
		assert.match(errors, /unknown keys found during decoding:\n/);
		assert.match(errors, /\n {2}typo\.yaml:3:9: unknown key "hostnam"; did you mean "hostname"\?\n$/);
	});

	test('diff compares documents, and shows no secret', async () => {
		assert.deepEqual(await ichor('mc', 'diff', at('worker.yaml'), at('worker.yaml')), { code: 0, output: '', errors: '' });
		const patch = '{"machine": {"token": "another.secret", "sysctls": {"net.core.somaxconn": "65535"}}}';
		await ichor('mc', 'patch', at('worker.yaml'), '-p', patch, '-p', 'apiVersion: v1alpha1\nkind: OOMConfig', '-o', at('other.yaml'));
		const { code, output, errors } = await ichor('mc', 'diff', at('worker.yaml'), at('other.yaml'));
		assert.deepEqual({ code, errors }, { code: 1, errors: '' });
		assert.match(output, /^changed v1alpha1 \(secrets differ\)\n@@ /);
		assert.match(output, /\n\+ {4}sysctls:\n\+ {8}net\.core\.somaxconn: "65535"\n/);
		assert.match(output, /\nadded OOMConfig\n@@ /);
		assert.doesNotMatch(output, /another/);
		const json: unknown = JSON.parse((await ichor('mc', 'diff', at('worker.yaml'), at('other.yaml'), '-o', 'json')).output);
		assert.ok(Array.isArray(json) && json.length === 2);
	});

	test('diff says which versions of a node need a reboot', async () => {
		await ichor('mc', 'patch', at('worker.yaml'), '-p', '{"machine": {"env": {"A": "b"}, "sysctls": {"c": "d"}}}', '-o', at('env.yaml'));
		const { output } = await ichor('mc', 'diff', at('worker.yaml'), at('env.yaml'), '--reboots');
		assert.match(output, /\nv1\.12, v1\.13: needs a reboot for machine\.env\nv1\.14: needs no reboot\n$/);
		const refused = await ichor('mc', 'diff', at('worker.yaml'), at('env.yaml'), '--reboots', '-o', 'json');
		assert.match(refused.errors, /^--reboots is for the output as text/);
	});

	test('--allow-unknown lets documents of patches pass whose kind is not known', async () => {
		const patch = 'apiVersion: v1alpha1\nkind: NobodyKnowsConfig\nname: x\n';
		const refused = await ichor('mc', 'patch', at('worker.yaml'), '-p', patch);
		assert.deepEqual([refused.code, refused.output], [1, '']);
		assert.match(refused.errors, /NobodyKnowsConfig/);
		const { code, output } = await ichor('mc', 'patch', at('worker.yaml'), '-p', patch, '--allow-unknown');
		assert.equal(code, 0);
		assert.ok(output.includes(`---\n${patch}`));
		const words = [
			'gen',
			'config',
			'a',
			'https://x:6443',
			'-t',
			'worker',
			'-o',
			'-',
			'--with-secrets',
			at('secrets.yaml'),
			'--config-patch',
		];
		assert.equal((await ichor(...words, patch)).code, 1);
		assert.ok((await ichor(...words, patch, '--allow-unknown')).output.includes(`---\n${patch}`));
	});

	test('explain knows paths, kinds and what is nearly one', async () => {
		const known = await ichor('mc', 'explain', 'machine.network.hostname');
		assert.match(known.output, /^machine\.network\.hostname: string\n[^]*use HostnameConfig\.hostname\n$/);
		assert.match((await ichor('mc', 'explain')).output, /^ {2}v1alpha1 +The root document/);
		assert.match((await ichor('mc', 'explain', 'HostnameConfig', '-o', 'json')).output, /^\[\n {2}\{\n {4}"path": "HostnameConfig"/);
		const unknown = await ichor('mc', 'explain', 'hostnam');
		assert.equal(unknown.code, 1);
		assert.match(unknown.errors, /did you mean .*hostname/);
	});

	test('what is not there yet says so', async () => {
		for (const words of [
			['debug', '-n', '10.5.0.2'],
			['gen', 'secureboot', 'uki'],
			['completion', 'powershell'],
			['conformance', 'kubernetes'],
		]) {
			const { code, output, errors } = await ichor(...words);
			assert.deepEqual({ code, output }, { code: 1, output: '' });
			assert.match(errors, /^UNIMPLEMENTED: this version of ichor has no `ichor /);
		}
	});

	test('a node that is not there is told from one that is not named', async () => {
		// port 1 (tcpmux) is where nobody listens
		const asked = await ichor('version', '--short', '--talosconfig', at('talosconfig'), '-n', '127.0.0.1', '-e', '127.0.0.1:1');
		assert.equal(asked.code, 1);
		assert.match(asked.output, /^Client:\nTalos .*\nServer:\n$/);
		assert.match(asked.errors, /^error getting version: rpc error: code = Unavailable desc = .*connection refused"\n$/);
		const unnamed = await ichor('version', '--talosconfig', at('talosconfig'), '-e', '127.0.0.1:1');
		assert.match(unnamed.errors, /^nodes are not set for the command: /);
	});
});
