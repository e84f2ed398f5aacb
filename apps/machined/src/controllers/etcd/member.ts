import { EtcdMember, localMemberId, Service } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { withTimeout } from '@ichor/std';
import type { EtcdControl } from '../../services/etcd-control.ts';
import { publish } from '../publish.ts';

/** Which member of the etcd cluster this machine is, while its etcd is well. */
export function etcdMemberController(etcd: EtcdControl): Controller {
	return reconciling({
		name: 'etcd.MemberController',
		inputs: [{ ...Service.kind, id: 'etcd', kind: 'weak' }],
		outputs: [{ type: EtcdMember.type, kind: 'exclusive' }],
		async reconcile(context, runtime) {
			const service = await runtime.find(Service.pointer('etcd'));
			if (service?.spec.healthy !== true) return await publish(runtime, EtcdMember, localMemberId, undefined);
			const id = await etcd.withLocalClient(async (client) => (await client.status(withTimeout(context, 5000))).header?.memberId ?? 0n);
			await publish(runtime, EtcdMember, localMemberId, { memberID: id.toString(16).padStart(16, '0') });
		},
	});
}
