import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { activeConfigId, EtcFileSpec, MachineConfig } from '@ichor/machinery/resources';
import { withSpec } from '@ichor/runtime';
import { startControllers } from '../controller-bench.ts';
import { trustedRootsController } from './trusted-roots.ts';

const shipped = pem('public');

function pem(text: string): string {
	return `-----BEGIN CERTIFICATE-----\n${Buffer.from(text).toString('base64')}\n-----END CERTIFICATE-----\n`;
}

function configOf(...certificates: readonly string[]): string {
	const documents = certificates.map(
		(text, at) =>
			`---\napiVersion: v1alpha1\nkind: TrustedRootsConfig\nname: ca-${at}\ncertificates: |\n  ${text.replaceAll('\n', '\n  ')}\n`,
	);
	return `version: v1alpha1\nmachine: { type: worker }\n${documents.join('')}`;
}

it('authorities of the configuration are trusted beside those of the image, once, and not for ever', async () => {
	const etc = await mkdtemp(join(tmpdir(), 'ichor-roots-'));
	const path = join(etc, 'ssl/certs/ca-certificates.crt');
	await mkdir(join(etc, 'ssl/certs'), { recursive: true });
	await writeFile(path, shipped);
	let trusted: readonly string[] = [];
	const { state, until, stop } = startControllers(trustedRootsController(etc, (certificates) => (trusted = certificates)));
	const contents = async () => (await state.find(EtcFileSpec.pointer('ssl/certs/ca-certificates.crt')))?.spec.contents;
	await until(async () => ((await contents()) === shipped ? true : undefined));
	const config = await state.create(MachineConfig.resource(activeConfigId, configOf(pem('one'), pem('two'))));
	const written = await until(async () => ((await contents())?.includes(pem('two')) ? await contents() : undefined));
	assert.ok(written?.startsWith(shipped) && written.includes(pem('one')));
	assert.deepEqual(trusted, [pem('one').trim(), pem('two').trim()]);
	// as it is when this program is started again, the file being mounted
	await writeFile(path, written);
	await state.modify(config, (current) => withSpec(current, configOf(pem('two'))));
	await until(async () => ((await contents())?.includes(pem('one')) === false ? true : undefined));
	await state.modify(config, (current) => withSpec(current, configOf()));
	await until(async () => ((await contents()) === shipped ? true : undefined));
	await stop();
	await rm(etc, { recursive: true });
});
