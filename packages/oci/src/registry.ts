import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { byteRange } from './byte-range.ts';
import { OciError } from './errors.ts';
import { manifestLimit } from './limits.ts';
import type { ImageStore } from './store.ts';

/**
 * The pulling half of the distribution specification 1.1 over a store, as a mirror of every registry: containerd names
 * the registry that it means in `?ns=`, a client without it finds the image under its full name. It has no referrers:
 * clients then look for the tags that stand in for them, as the specification says.
 */
export function createRegistry(store: ImageStore): Server {
	return createServer(registryListener(store));
}

/** The same for whoever has a server of another kind: one with TLS. */
export function registryListener(store: ImageStore) {
	return (request: IncomingMessage, response: ServerResponse): void => {
		respond(store, request, response).catch((error: unknown) => {
			if (response.headersSent) response.destroy();
			else refuse(response, error);
		});
	};
}

async function respond(store: ImageStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const url = new URL(request.url ?? '/', 'http://registry');
	response.setHeader('docker-distribution-api-version', 'registry/2.0');
	if (request.method !== 'GET' && request.method !== 'HEAD')
		throw new Refusal(405, 'UNSUPPORTED', `this registry does not take ${request.method}`);
	if (url.pathname === '/v2/' || url.pathname === '/v2') return sendJson(response, {});
	if (url.pathname === '/v2/_catalog') return sendJson(response, { repositories: page(await repositories(store), url) });
	const { name, kind, reference } = route(url);
	if (kind === 'tags') return sendJson(response, { name, tags: page(await tagsOf(store, fullName(url, name)), url) });
	if (kind === 'blobs') return await sendBlob(store, request, response, { digest: reference, mediaType: 'application/octet-stream' });
	await sendBlob(store, request, response, await manifest(store, fullName(url, name), reference));
}

function route({ pathname }: URL): { readonly name: string; readonly kind: string; readonly reference: string } {
	const found = /^\/v2\/(?<name>.+)\/(?:(?<kind>manifests|blobs)\/(?<reference>[^/]+)|(?<list>tags)\/list)$/.exec(pathname)?.groups;
	const { name = '', kind, reference = '', list } = found ?? {};
	if (found === undefined) throw new Refusal(404, 'UNSUPPORTED', `there is no ${pathname}`);
	if (!/^[a-z0-9][a-z0-9._:/-]*$/.test(name) || name.includes('..')) throw new Refusal(400, 'NAME_INVALID', 'the name is none');
	return { name, kind: kind ?? list ?? '', reference: decodeURIComponent(reference) };
}

function fullName(url: URL, name: string): string {
	const registry = url.searchParams.get('ns');
	return registry === null ? name : `${registry}/${name}`;
}

interface Content {
	readonly digest: string;
	readonly mediaType: string;
}

async function manifest(store: ImageStore, name: string, reference: string): Promise<Content> {
	const images = await store.images();
	if (!reference.startsWith('sha256:')) {
		const found = images.get(`${name}:${reference}`);
		if (found === undefined) throw new Refusal(404, 'MANIFEST_UNKNOWN', `no image ${name}:${reference}`);
		return found;
	}
	const named = [...images.values()].find(({ digest }) => digest === reference);
	return named ?? { digest: reference, mediaType: await nestedType(store, reference) };
}

/** A manifest inside an index: its digest is proof enough, its type is in it. */
async function nestedType(store: ImageStore, digest: string): Promise<string> {
	const { size, stream } = await store.open(digest);
	if (size > manifestLimit) throw new Refusal(404, 'MANIFEST_UNKNOWN', `${digest} is no manifest`);
	try {
		const { mediaType } = JSON.parse((await buffer(stream())).toString('utf8')) as { readonly mediaType?: unknown };
		if (typeof mediaType === 'string' && /^[\w.+-]+\/[\w.+-]+$/.test(mediaType)) return mediaType;
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
	}
	throw new Refusal(404, 'MANIFEST_UNKNOWN', `${digest} is no manifest`);
}

async function repositories(store: ImageStore): Promise<readonly string[]> {
	return [...new Set([...(await store.images()).keys()].map((name) => name.slice(0, name.lastIndexOf(':'))))];
}

async function tagsOf(store: ImageStore, name: string): Promise<readonly string[]> {
	const tags = [...(await store.images()).keys()]
		.filter((image) => image.startsWith(`${name}:`))
		.map((image) => image.slice(name.length + 1));
	if (tags.length === 0) throw new Refusal(404, 'NAME_UNKNOWN', `no repository ${name}`);
	return tags;
}

/** `n` names after `last`, in the order of their names. */
function page(names: readonly string[], { searchParams }: URL): readonly string[] {
	const last = searchParams.get('last');
	const size = Number(searchParams.get('n') ?? Number.POSITIVE_INFINITY);
	return names
		.toSorted()
		.filter((name) => last === null || name > last)
		.slice(0, Number.isNaN(size) || size < 0 ? 0 : size);
}

function sendJson(response: ServerResponse, body: object): void {
	response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function sendBlob(
	store: ImageStore,
	request: IncomingMessage,
	response: ServerResponse,
	{ digest, mediaType }: Content,
): Promise<void> {
	const { size, stream } = await store.open(digest);
	const range = byteRange(request.headers.range, size);
	if (range === 'unsatisfiable') {
		response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
		return;
	}
	const { start, end } = range ?? { start: 0, end: size - 1 };
	response.writeHead(range === undefined ? 200 : 206, {
		'content-type': mediaType,
		'content-length': end - start + 1,
		'docker-content-digest': digest,
		'accept-ranges': 'bytes',
		...(range !== undefined && { 'content-range': `bytes ${start}-${end}/${size}` }),
	});
	if (request.method === 'HEAD' || size === 0) response.end();
	else await pipeline(stream({ start, end }), response);
}

/** An answer that is an error, in the specification's words. */
class Refusal extends Error {
	readonly status: number;
	readonly code: string;

	constructor(status: number, code: string, message: string) {
		super(message);
		this.status = status;
		this.code = code;
	}
}

function refuse(response: ServerResponse, error: unknown): void {
	const { status, code, message } = error instanceof Refusal ? error : ofStore(error);
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ errors: [{ code, message }] }));
}

function ofStore(error: unknown): { readonly status: number; readonly code: string; readonly message: string } {
	if (error instanceof URIError) return { status: 400, code: 'NAME_INVALID', message: 'the reference is none' };
	if (!(error instanceof OciError)) return { status: 500, code: 'UNKNOWN', message: 'internal error' };
	if (error.code === 'malformed') return { status: 400, code: 'DIGEST_INVALID', message: error.message };
	return { status: 404, code: 'BLOB_UNKNOWN', message: 'there is no such content' };
}
