import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Descriptor } from './document.ts';
import { OciError } from './errors.ts';

/**
 * Writes content to a file that appears when it is whole and what its descriptor says.
 *
 * @throws OciError `integrity` as soon as there is a byte too many, or at the end
 */
export async function storeBlob(path: string, { digest, size }: Descriptor, content: Readable): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}`);
	const hash = createHash('sha256');
	let seen = 0;
	try {
		await pipeline(
			content,
			async function* (chunks: AsyncIterable<Buffer>) {
				for await (const chunk of chunks) {
					seen += chunk.length;
					if (seen > size) throw new OciError('integrity', `${digest} has more than the ${size} bytes that its descriptor says`);
					hash.update(chunk);
					yield chunk;
				}
			},
			createWriteStream(temporary, { flags: 'wx' }),
		);
		const found = `sha256:${hash.digest('hex')}`;
		if (seen !== size || found !== digest)
			throw new OciError('integrity', `${found} with ${seen} bytes came in place of ${digest} with ${size}`);
		await rename(temporary, path);
	} finally {
		await rm(temporary, { force: true });
	}
}
