import { lines, type NodeLine } from './node-line.ts';

/** The life of a machine, as far as it refuses. */
export const lifeLines: readonly NodeLine[] = [
	// reboot
	...lines(
		{ code: 1 },
		'reboot -n A --mode nope',
		'reboot -n A extra',
		'reboot -n A --timeout soon',
		'reboot -n DOWN',
		'reboot -n DOWN --wait=false',
		'reboot -n A --wait --mode x',
		'reboot -n A,DOWN --wait=false --mode force -e DOWN',
	),
	// shutdown
	...lines(
		{ code: 1 },
		'shutdown -n A --bogus',
		'shutdown -n DOWN',
		'shutdown -n DOWN --force --wait=false',
		'shutdown -n A extra',
		'shutdown -n A --timeout soon',
	),
	// reset
	...lines(
		{ code: 1 },
		'reset -n A --wipe-mode nope',
		'reset -n A --insecure',
		'reset -n DOWN --reboot',
		'reset -n DOWN --wait=false',
		'reset -n A extra',
		'reset -n W --graceful=maybe',
		'reset -n DOWN --insecure --wait=false',
	),
	// restart
	...lines({ code: 1 }, 'restart', 'restart -n A nope', 'restart -n A -k nope', 'restart -n DOWN etcd', 'restart -n A nosuch extra'),
	// commands of old, which say what there is instead
	...lines({ code: 1 }, 'disks -n A', 'interfaces -n A', 'route -n A', 'crashdump -n A'),
	// rollback
	...lines({ code: 1 }, 'rollback -n A', 'rollback -n A,B extra'),
	// meta
	...lines(
		{ code: 1 },
		'meta write -n A,B 0x0c value',
		'meta write -n A 256 value',
		'meta write -n A nope value',
		'meta write -n A 12',
		'meta delete -n A 12',
		'meta delete -n DOWN 12',
	),
	// wipe
	...lines({ code: 1 }, 'wipe disk -n A nope', 'wipe disk -n A nope --method nope', 'wipe disk -n A'),
	// upgrade
	...lines(
		{ code: 1 },
		'upgrade -n A -i nope',
		'upgrade -n A --namespace nope',
		'upgrade -n A --reboot-mode nope',
		'upgrade -n A --legacy',
		'upgrade -n A --legacy --drain=false --wait=false',
		'upgrade -n DOWN -i nope',
	),
];
