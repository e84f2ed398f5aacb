import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currentAddressId, HostnameStatus, hostnameId, NodeAddress } from '@ichor/machinery/resources';
import { InMemoryState, State } from '@ichor/runtime';
import { background, waitFor, withTimeout } from '@ichor/std';
import { OwnNames } from './own-names.ts';

test('a shared address is a name of this node for as long as it has it', async () => {
	const state = new State(new InMemoryState());
	const names = new OwnNames(state);
	assert.ok(!names.has('10.5.0.2'));
	await state.create(HostnameStatus.resource(hostnameId, { hostname: 'cp-1', domainname: '' }));
	await state.create(NodeAddress.resource(currentAddressId, { addresses: ['10.5.0.2/24'], sortAlgorithm: 'v1' }));
	await names.load();
	for (const [target, own] of [
		['cp-1', true],
		['10.5.0.2', true],
		['10.5.0.100', false],
		['', false],
	] as const)
		assert.equal(names.has(target), own, target);
	const end = new AbortController();
	const followed = names.follow(end.signal);
	for (const own of [true, false]) {
		const addresses = own ? ['10.5.0.2/24', '10.5.0.100/32'] : ['10.5.0.2/24'];
		await state.updateWithConflicts(NodeAddress.pointer(currentAddressId), ({ metadata, spec }) => ({
			metadata,
			spec: { ...spec, addresses },
		}));
		await waitFor(withTimeout(background, 5000), () => (names.has('10.5.0.100') === own ? true : undefined), 10);
	}
	end.abort();
	await Promise.allSettled([followed]);
});
