import { EtcdMember, EtcdSpec, etcdSpecId, localMemberId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { withTimeout } from '@ichor/std';
import { etcdPeerPort, etcdUrl } from '../../services/etcd-arguments.ts';
import type { EtcdControl } from '../../services/etcd-control.ts';

/** Tells the other members when this machine's are to be reached under another address. */
export function etcdAdvertisedPeerController(etcd: EtcdControl): Controller {
	return reconciling({
		name: 'etcd.AdvertisedPeerController',
		inputs: [
			{ ...EtcdSpec.kind, id: etcdSpecId, kind: 'weak' },
			{ ...EtcdMember.kind, id: localMemberId, kind: 'weak' },
		],
		outputs: [],
		async reconcile(context, runtime) {
			const spec = (await runtime.find(EtcdSpec.pointer(etcdSpecId)))?.spec;
			const member = (await runtime.find(EtcdMember.pointer(localMemberId)))?.spec;
			if (spec === undefined || member === undefined) return;
			const id = BigInt(`0x${member.memberID}`);
			const wanted = spec.advertisedAddresses.map((address) => etcdUrl(address, etcdPeerPort));
			const limit = withTimeout(context, patience);
			await etcd.withLocalClient(async (client) => {
				const known = (await client.members(limit)).find(({ ID }) => ID === id);
				if (known === undefined || sameSet(known.peerURLs, wanted)) return;
				await client.updatePeers(limit, id, wanted);
				context.log('info', 'updated etcd peer URLs', { old: known.peerURLs, new: wanted });
			});
		},
	});
}

/** Milliseconds for etcd to answer; the controller is started again when it does not. */
const patience = 30_000;

function sameSet(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((one) => b.includes(one));
}
