import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TimeStatus, timeStatusId } from '@ichor/machinery/resources';
import { startControllers } from '../controller-bench.ts';
import { timeSyncController } from './sync.ts';

test('an epoch begins when the clock jumps, forward or back, and not when it is set a little', async (t) => {
	let set = 0;
	const { state, until, stop } = startControllers(timeSyncController(() => performance.now() + set, 5));
	t.after(stop);
	const epoch = async () => (await state.find(TimeStatus.pointer(timeStatusId)))?.spec.epoch;
	await until(async () => ((await epoch()) === 0 ? true : undefined));
	for (const [to, wanted] of [
		[3_600_000, 1],
		[3_700_000, 1],
		[0, 2],
	] as const) {
		set = to;
		await until(async () => ((await epoch()) === wanted ? true : undefined));
	}
	assert.deepEqual((await state.find(TimeStatus.pointer(timeStatusId)))?.spec, { synced: true, epoch: 2, syncDisabled: true });
});
