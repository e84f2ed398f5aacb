import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { activeConfigId, Diagnostic, MachineConfig } from '@ichor/machinery/resources';
import { withSpec } from '@ichor/runtime';
import { startControllers } from '../controller-bench.ts';
import { diagnosticsController } from './diagnostics.ts';

describe('diagnostics', () => {
	it('say what the configuration asks for in vain, and go with it', async () => {
		const { state, until, stop } = startControllers(diagnosticsController);
		const config = MachineConfig.resource(activeConfigId, 'apiVersion: v1alpha1\nkind: DHCPv6Config\nname: eth0\n');
		await state.create(config);
		const found = await until(() => state.find(Diagnostic.pointer('unimplemented-dhcp6')));
		assert.deepEqual(found.spec, {
			message: 'DHCPv6 is not implemented: the links keep the IPv6 addresses that they have',
			details: ['DHCPv6Config/eth0'],
		});
		await state.modify(config, (current) => withSpec(current, 'version: v1alpha1\nmachine:\n  type: worker\n'));
		await until(async () => ((await state.list(Diagnostic.kind)).length === 0 ? true : undefined));
		await stop();
	});
});
