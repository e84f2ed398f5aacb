import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { fileInArchive } from './file-in-archive.ts';

async function archive(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
	const packed = pack();
	for (const [name, content] of Object.entries(files)) packed.entry({ name }, content);
	packed.finalize();
	const chunks: Uint8Array[] = [];
	for await (const chunk of packed) chunks.push(chunk as Uint8Array);
	return gzipSync(Buffer.concat(chunks));
}

async function* halves(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes.subarray(0, bytes.length / 2);
	yield bytes.subarray(bytes.length / 2);
}

test('finds the file among others', async () => {
	const bytes = await archive({ other: 'a', './kubeconfig': 'apiVersion: v1' });
	assert.equal(new TextDecoder().decode(await fileInArchive('kubeconfig', halves(bytes))), 'apiVersion: v1');
});

test('says what is wrong with an archive', async () => {
	await assert.rejects(fileInArchive('kubeconfig', halves(await archive({ other: 'a' }))), {
		message: "couldn't find file kubeconfig in the archive",
	});
	await assert.rejects(fileInArchive('kubeconfig', halves(new Uint8Array(8))), /error initializing gzip/);
	await assert.rejects(fileInArchive('kubeconfig', halves(gzipSync(new Uint8Array(17 << 20)))), /error initializing gzip/);
});
