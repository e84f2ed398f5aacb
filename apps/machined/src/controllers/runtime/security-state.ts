import { readFile } from 'node:fs/promises';
import { SecurityState, type SecurityStateSpec, Service, securityStateId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** What a container can say of its security: how it was booted is the host's business. */
export const securityStateController: Controller = reconciling({
	name: 'runtime.SecurityStateController',
	inputs: [{ ...Service.kind, id: 'machined', kind: 'weak' }],
	outputs: [{ type: SecurityState.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		if ((await runtime.find(Service.pointer('machined'))) === undefined) return;
		const cmdline = (await readFile('/proc/cmdline', 'utf8')).trim().split(/\s+/);
		await publish(runtime, SecurityState, securityStateId, {
			secureBoot: false,
			...(await selinux()),
			...(cmdline.includes('module.sig_enforce=1') ? { moduleSignatureEnforced: true } : {}),
		});
	},
});

/** Whether SELinux is active and refuses anything; nothing where it is not (selinux(8)). */
async function selinux(): Promise<Pick<SecurityStateSpec, 'selinuxState'>> {
	const enforce = await readFile('/sys/fs/selinux/enforce', 'utf8').catch(() => undefined);
	if (enforce === undefined) return {};
	return { selinuxState: enforce.trim() === '1' ? 'enabled, enforcing' : 'enabled, permissive' };
}
