import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { OciError } from './errors.ts';
import type { ImageStore } from './store.ts';

/**
 * The pulling half of the distribution specification over store, as a mirror of every registry: containerd names
 * the registry that it means in `?ns=`, a client without it finds the image under its full name.
 */
export function createRegistry(store: ImageStore): Server {
	return createServer((request, response) => {
		respond(store, request, response).catch((error: unknown) => {
			if (response.headersSent) response.destroy();
			else refuse(response, error);
		});
	});
}

async function respond(store: ImageStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const url = new URL(request.url ?? '/', 'http://registry');
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.writeHead(405).end();
		return;
	}
	if (url.pathname === '/v2/' || url.pathname === '/v2') {
		response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
		return;
	}
	const route = /^\/v2\/(?<name>.+)\/(?<kind>manifests|blobs)\/(?<reference>[^/]+)$/.exec(url.pathname)?.groups;
	if (route === undefined) throw new OciError('absent', `no route ${url.pathname}`);
	const { name = '', kind, reference = '' } = route;
	if (kind === 'blobs') await sendBlob(store, request, response, reference, 'application/octet-stream');
	else await sendManifest(store, request, response, fullName(url, name), reference);
}

function fullName(url: URL, name: string): string {
	const registry = url.searchParams.get('ns');
	return registry === null ? name : `${registry}/${name}`;
}

async function sendManifest(
	store: ImageStore,
	request: IncomingMessage,
	response: ServerResponse,
	name: string,
	reference: string,
): Promise<void> {
	const images = await store.images();
	const byDigest = reference.startsWith('sha256:');
	const found = byDigest
		? [...images].find(([image, { digest }]) => digest === reference && image.startsWith(`${name}:`))?.[1]
		: images.get(`${name}:${reference}`);
	if (found !== undefined) return await sendBlob(store, request, response, found.digest, found.mediaType);
	if (!byDigest) throw new OciError('absent', `no image ${name}:${reference}`);
	// A manifest inside an index: its digest is proof enough, its type is in it.
	const { mediaType } = (await json((await store.open(reference)).stream())) as { mediaType?: string };
	await sendBlob(store, request, response, reference, mediaType ?? 'application/octet-stream');
}

async function sendBlob(
	store: ImageStore,
	request: IncomingMessage,
	response: ServerResponse,
	digest: string,
	mediaType: string,
): Promise<void> {
	const blob = await store.open(digest);
	const { size } = blob;
	const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
	const start = range === null ? 0 : Number(range[1]);
	const end = range === null || range[2] === '' ? size - 1 : Math.min(Number(range[2]), size - 1);
	if (start > end) {
		response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
		return;
	}
	response.writeHead(range === null ? 200 : 206, {
		'content-type': mediaType,
		'content-length': end - start + 1,
		'docker-content-digest': digest,
		'accept-ranges': 'bytes',
		...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
	});
	if (request.method === 'HEAD') response.end();
	else await pipeline(blob.stream({ start, end }), response);
}

function refuse(response: ServerResponse, error: unknown): void {
	const absent = error instanceof OciError;
	const status = absent ? (error.code === 'malformed' ? 400 : 404) : 500;
	const message = absent ? error.message : 'internal error';
	const code = status === 404 ? 'NAME_UNKNOWN' : status === 400 ? 'DIGEST_INVALID' : 'UNKNOWN';
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ errors: [{ code, message }] }));
}
