import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MachineStage, MachineStatus, machineStatusId, NodeCordonedSpec } from '@ichor/machinery/resources';
import { withSpec } from '@ichor/runtime';
import { startControllers } from '../controller-bench.ts';
import { nodeCordonedSpecController } from './node-cordoned-spec.ts';

test('a machine that goes is cordoned, one that reboots stays as it is, and one that is back is not', async (t) => {
	const { state, until, stop } = startControllers(nodeCordonedSpecController);
	t.after(stop);
	const enter = async (stage: MachineStage) => {
		const spec = { stage, status: { ready: true, unmetConditions: [] } };
		await state.modify(MachineStatus.resource(machineStatusId, spec), (current) => withSpec(current, spec));
	};
	const count = async (wanted: number) =>
		await until(async () => ((await state.list(NodeCordonedSpec.kind)).length === wanted ? true : undefined));
	for (const stage of ['shutting down', 'resetting'] as const) {
		await enter(stage);
		await count(1);
		await enter('rebooting');
		assert.equal((await state.list(NodeCordonedSpec.kind)).length, 1);
		await enter('booting');
		await count(0);
	}
});
