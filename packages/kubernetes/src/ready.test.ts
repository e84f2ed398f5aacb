import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isReady, readyCondition } from './ready.ts';

it('an object is ready when it says so itself', () => {
	const said = (status: string) => ({
		status: {
			conditions: [
				{ type: 'Initialized', status: 'True' },
				{ type: 'Ready', status },
			],
		},
	});
	assert.deepEqual(['True', 'False', 'Unknown'].map(said).map(isReady), [true, false, false]);
	assert.equal(readyCondition(said('False'))?.status, 'False');
	for (const silent of [{}, { status: {} }, { status: { conditions: [] } }]) {
		assert.equal(isReady(silent), false);
		assert.equal(readyCondition(silent), undefined);
	}
});
