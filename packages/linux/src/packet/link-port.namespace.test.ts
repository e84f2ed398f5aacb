import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { background, waitFor, withTimeout } from '@ichor/std';
import { indexOf, twoNetworks } from '../../test/two-networks.ts';
import { openLinkPort } from './link-port.ts';

const networks = twoNetworks();

describe('a port of a link', { skip: networks === undefined ? 'needs root for network namespaces' : false }, () => {
	it('speaks with the other end without an address, and hears its own port only', async () => {
		assert.ok(networks);
		const heard: string[] = [];
		const asked: string[] = [];
		const near = openLinkPort(indexOf(networks.near, 'near0'), 68, (payload) => heard.push(payload.toString()));
		const far = await networks.inFar(() =>
			openLinkPort(indexOf(networks.far, 'far0'), 67, (payload) => {
				asked.push(payload.toString());
				far.broadcast(69, Buffer.from('for another port'));
				far.broadcast(68, Buffer.from('here'));
			}),
		);
		await waitFor(
			withTimeout(background, 5000),
			() => {
				near.broadcast(67, Buffer.from('who is there?'));
				return heard.length > 0 || undefined;
			},
			50,
		);
		assert.deepEqual([...new Set(asked)], ['who is there?']);
		assert.deepEqual([...new Set(heard)], ['here']);
		near.close();
		far.close();
		networks.close();
	});
});
