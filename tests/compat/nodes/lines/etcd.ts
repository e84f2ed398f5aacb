import { lines, type NodeLine } from './node-line.ts';

/** etcd, and the health of a cluster. */
export const etcdLines: readonly NodeLine[] = [
	// etcd
	...lines(
		{},
		'etcd members -n A',
		'etcd members -n A,B',
		'etcd members -n A,DOWN',
		'etcd alarm list -n A,B',
		'etcd alarm disarm -n A',
		'etcd defrag -n A',
		'etcd downgrade cancel -n A',
		'etcd nosuch',
	),
	...lines(
		{ code: 1 },
		'etcd members -n DOWN',
		'etcd members extra',
		'etcd defrag -n A,B',
		'etcd remove-member -n A nope',
		'etcd remove-member -n A 1',
		'etcd remove-member -n A',
		'etcd snapshot -n A absent/snapshot.db',
		'etcd snapshot -n A,B snapshot.db',
		'etcd downgrade validate -n A',
		'etcd downgrade validate -n A,B 3.5',
		'etcd downgrade validate -n A 3.5.0',
		'etcd members -n W',
		'etcd alarm list -n W',
		'etcd snapshot -n W out.db',
		'etcd leave -n W',
		'etcd forfeit-leadership -n W',
		'etcd remove-member -n A 0 x',
		'etcd remove-member -n A ffffffffffffffff',
		'etcd snapshot -n A',
		'etcd defrag -n DOWN',
	),
	...lines({ moving: 'numbers' }, 'etcd status -n A,B', 'etcd status -n A,DOWN'),
	...lines({ code: 1, moving: 'numbers' }, 'etcd status -n W'),
	// health
	...lines(
		{ code: 1 },
		'health -n A --control-plane-nodes nope',
		'health -n A,B',
		'health --server=false --control-plane-nodes A --wait-timeout 2s',
		'health -n A --wait-timeout x',
		'health -n A --control-plane-nodes A --worker-nodes nope --wait-timeout 2s',
		'health x',
		'health -n DOWN --wait-timeout 3s',
	),
];
