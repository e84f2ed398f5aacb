import type { Controller } from '@ichor/runtime';
import type { EtcdControl } from '../../services/etcd-control.ts';
import { etcdAdvertisedPeerController } from './advertised-peer.ts';
import { etcdConfigController } from './config.ts';
import { etcdMemberController } from './member.ts';
import { etcdPkiController } from './pki.ts';
import { etcdSpecController } from './spec.ts';

/** What the controllers act on and ask. */
export interface EtcdPorts {
	readonly etcd: EtcdControl;
}

/** How etcd is to run on this machine, and as which member it does. */
export function etcdControllers({ etcd }: EtcdPorts): readonly Controller[] {
	return [etcdConfigController, etcdSpecController, etcdPkiController, etcdMemberController(etcd), etcdAdvertisedPeerController(etcd)];
}
