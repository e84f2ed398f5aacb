import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyWanted, type NodeFields, type WantedFields } from './owned-fields.ts';

const bare: NodeFields = { labels: { 'kubernetes.io/os': 'linux' }, annotations: {}, taints: [], unschedulable: false };
const nothing: WantedFields = { labels: {}, annotations: {}, taints: [], cordoned: false };

describe('what a machine sets on its node', () => {
	test('is set, remembered, changed and removed again', () => {
		const first = applyWanted(bare, { ...nothing, labels: { rack: 'a' }, taints: [{ key: 'gpu', effect: 'NoSchedule', value: 'yes' }] });
		assert.equal(first.labels['rack'], 'a');
		assert.deepEqual(first.taints, [{ key: 'gpu', effect: 'NoSchedule', value: 'yes' }]);
		assert.deepEqual(first.annotations, { 'talos.dev/owned-labels': '["rack"]', 'talos.dev/owned-taints': '["gpu"]' });
		const second = applyWanted(first, { ...nothing, labels: { rack: 'b' }, taints: [{ key: 'gpu', effect: 'NoExecute', value: '' }] });
		assert.equal(second.labels['rack'], 'b');
		assert.deepEqual(second.taints, [{ key: 'gpu', effect: 'NoExecute' }]);
		assert.deepEqual(applyWanted(second, nothing), bare);
	});

	test('leaves what somebody else has set', () => {
		const node = { ...bare, labels: { rack: 'theirs', same: 'x' }, taints: [{ key: 'gpu', effect: 'NoSchedule' }] };
		const wanted = { ...nothing, labels: { rack: 'ours', same: 'x' }, taints: [{ key: 'gpu', effect: 'NoExecute', value: '' }] };
		const applied = applyWanted(node, wanted);
		assert.equal(applied.labels['rack'], 'theirs');
		assert.deepEqual(applied.taints, node.taints);
		assert.equal(applied.annotations['talos.dev/owned-labels'], '["same"]', 'what is the same becomes ours, as upstream has it');
	});

	test('uncordons what it has cordoned, and nothing else', () => {
		const cordoned = applyWanted(bare, { ...nothing, cordoned: true });
		assert.equal(cordoned.unschedulable, true);
		assert.deepEqual(applyWanted(cordoned, nothing), bare);
		assert.equal(applyWanted({ ...bare, unschedulable: true }, nothing).unschedulable, true);
	});

	test('takes a memory that was written over for none', () => {
		const node = { ...bare, annotations: { 'talos.dev/owned-labels': 'nonsense' } };
		assert.deepEqual(applyWanted(node, nothing).annotations, {});
	});
});
