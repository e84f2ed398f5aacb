import type { MachineService } from '@ichor/api/machine';
import type { LifecycleService } from '@ichor/api/machine/lifecycle';
import { type Handlers, RpcError } from '@ichor/rpc';

/** What a machine without disks of its own refuses: it has no slots to upgrade or to roll back to, and no META. */
export function containerModeApi(): Handlers<typeof MachineService> {
	const refused = async () => await refuse('method is not supported in container mode');
	return { upgrade: refused, rollback: refused, metaWrite: refused, metaDelete: refused };
}

/** The same for the newer calls. */
export function containerModeLifecycleApi(): Handlers<typeof LifecycleService> {
	return {
		async *install() {
			yield await refuse('installation is not supported in container mode');
		},
		async *upgrade() {
			yield await refuse('upgrade is not supported in container mode');
		},
	};
}

async function refuse(why: string): Promise<never> {
	throw new RpcError('failed-precondition', why);
}
