import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { dockerCredentials } from './docker-credentials.ts';

test('the credentials of docker login are those of their registry only', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-oci-'));
	t.after(() => rm(folder, { recursive: true, force: true }));
	const environment = { DOCKER_CONFIG: folder };
	assert.equal((await dockerCredentials(environment))('ghcr.io'), undefined);
	const encoded = (text: string) => ({ auth: Buffer.from(text).toString('base64') });
	const auths = {
		'ghcr.io': encoded('me:a:b'),
		'https://index.docker.io/v1/': encoded('hub:c'),
		'quay.io': {},
		'gcr.io': encoded('nobody'),
	};
	await writeFile(join(folder, 'config.json'), JSON.stringify({ auths }));
	const credentials = await dockerCredentials(environment);
	assert.deepEqual(credentials('ghcr.io'), { username: 'me', password: 'a:b' });
	assert.deepEqual(credentials('docker.io'), { username: 'hub', password: 'c' });
	assert.deepEqual(['quay.io', 'gcr.io', 'other.example'].map(credentials), [undefined, undefined, undefined]);
	await writeFile(join(folder, 'config.json'), '{"auths": secret');
	await assert.rejects(dockerCredentials(environment), (error: Error) => !error.message.includes('secret'));
});
