import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { test } from 'node:test';
import { background, waitFor, withTimeout } from '@ichor/std';
import { pageFiles } from './page-files.ts';
import { type PageOptions, servePage } from './serve-page.ts';

async function get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<IncomingMessage> {
	const [response] = (await once(request(url, { headers }).end(), 'response')) as [IncomingMessage];
	return response;
}

async function textOf(response: IncomingMessage): Promise<string> {
	return (await response.setEncoding('utf8').toArray()).join('');
}

async function served(t: { after(hook: () => Promise<void>): void }, streams: PageOptions['streams'] = {}): Promise<string> {
	const page = await servePage({ files: pageFiles(), streams });
	t.after(async () => await page.close());
	return page.url;
}

test('the page and its files come from nowhere else, and as a browser takes them', async (t) => {
	const url = await served(t);
	assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/[\w-]{43}\/$/);
	const page = await get(url);
	assert.equal(page.statusCode, 200);
	assert.match(String(page.headers['content-security-policy']), /default-src 'none'/);
	assert.equal(page.headers['referrer-policy'], 'no-referrer');
	const text = await textOf(page);
	assert.doesNotMatch(text, /https?:|<style|<script(?! type="module" src=")/);
	for (const [, name = ''] of text.matchAll(/(?:src|href)="([^"]+)"/g)) {
		const file = await get(url + name);
		assert.equal(file.statusCode, 200, name);
		await textOf(file);
	}
	const script = await get(`${url}page.ts`);
	assert.equal(script.headers['content-type'], 'text/javascript; charset=utf-8');
	assert.doesNotMatch(await textOf(script), /import type|readonly /);
});

test('who is not the page is refused', async (t) => {
	const url = await served(t);
	const { origin } = new URL(url);
	assert.equal((await get(origin)).statusCode, 404);
	assert.equal((await get(`${origin}/guess/page.css`)).statusCode, 404);
	assert.equal((await get(`${url}__proto__`)).statusCode, 404);
	assert.equal((await get(url, { host: 'rebound.example' })).statusCode, 403);
	assert.equal((await get(url, { origin: 'http://other.example' })).statusCode, 403);
	assert.equal((await get(`${url}nodes`, { 'sec-fetch-site': 'cross-site' })).statusCode, 403);
});

test('a stream is told when its reader has gone, and there are not too many', async (t) => {
	let ended = 0;
	const url = await served(t, {
		nodes: (stream) => {
			stream.send('nodes', ['line\nbreak']);
			return () => {
				ended += 1;
			};
		},
	});
	const first = await get(`${url}nodes`);
	assert.equal(first.headers['content-type'], 'text/event-stream; charset=utf-8');
	const [bytes] = (await once(first, 'data')) as [Buffer];
	assert.equal(bytes.toString(), 'event: nodes\ndata: ["line\\nbreak"]\n\n');
	const others = await Promise.all(Array.from({ length: 24 }, async () => await get(`${url}nodes`)));
	const answered = (status: number): number => others.filter(({ statusCode }) => statusCode === status).length;
	assert.deepEqual([answered(200), answered(503)], [23, 1]);
	const gone = once(first, 'close');
	first.destroy();
	await gone;
	for (const other of others) other.destroy();
	await waitFor(withTimeout(background, 10_000), () => ended === 24 || undefined, 10);
});
