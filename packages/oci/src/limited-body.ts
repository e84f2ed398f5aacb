import { OciError } from './errors.ts';

/** The body of an answer, as long as it has no more bytes than it may: a longer one is not read to its end. */
export async function limitedBody(response: Response, limit: number): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.length;
		if (size > limit) throw new OciError('integrity', `${new URL(response.url).host} sends more than ${limit} bytes`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
