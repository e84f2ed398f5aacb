import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { failureText } from './failure-text.ts';

/**
 * The content of one file of a gzipped tar archive that a node sends.
 *
 * @throws Error when the archive is none, is unreasonably large, or has no such file
 */
export async function fileInArchive(name: string, archive: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
	const unpacked = await unpack(archive).catch((error: unknown): never => {
		throw new Error(`error initializing gzip: ${failureText(error)}`, { cause: error });
	});
	const entries = extract();
	entries.end(unpacked);
	for await (const entry of entries) {
		const { name: path, type } = entry.header;
		if (path.replace(/^(?:\.?\/)+/, '') !== name) {
			entry.resume();
			continue;
		}
		if (type === 'directory' || type === 'symlink') throw new Error(`${name} is not a file`);
		const content: Uint8Array[] = [];
		for await (const chunk of entry) content.push(chunk as Uint8Array);
		return Buffer.concat(content);
	}
	throw new Error(`couldn't find file ${name} in the archive`);
}

async function unpack(archive: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
	const packed: Uint8Array[] = [];
	for await (const chunk of archive) packed.push(chunk);
	return await promisify(gunzip)(Buffer.concat(packed), { maxOutputLength: largest });
}

/** Bytes of an archive with one small file in it: a kubeconfig has some ten thousand. */
const largest = 16 << 20;
