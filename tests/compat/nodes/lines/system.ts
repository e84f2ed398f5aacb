import { lines, type NodeLine } from './node-line.ts';

/** What a machine is and does: its versions, services, logs, processes, memory and sockets. */
export const systemLines: readonly NodeLine[] = [
	// version
	...lines({}, 'version -n A', 'version -n A,B --short', 'version -n A,DOWN', 'version --client --short', 'version -n W'),
	...lines(
		{ code: 1 },
		'version -n DOWN',
		'version',
		'version -i -n A',
		'version -i',
		'version -n A -e 127.0.0.1:1',
		'version -n A -e nosuch.invalid',
		'version --context nosuch',
		'version --talosconfig nosuch',
		'version -n A -o json',
	),
	// service
	...lines({}, 'services -n A', 'service -n A,B', 'service etcd -n A', 'service etcd status -n A,B', 'services -n A,DOWN'),
	...lines(
		{ code: 1 },
		'service nosuch -n A',
		'service etcd bogus -n A',
		'service a b c',
		'service nosuch restart -n A',
		'service etcd restart -n A',
		'service machined stop -n A',
		'service etcd start -n A',
		'service apid start -n A',
		'service trustd bogus -n W',
		'service kubelet -n DOWN',
		'service nosuch start -n A,B',
		'service containerd stop -n W',
	),
	// logs
	...lines({}, 'logs etcd --tail 3 -n A', 'logs machined --tail 2 -n A --use-cri'),
	...lines(
		{ code: 1 },
		'logs nosuch -n A',
		'logs nosuch -n A,B',
		'logs -n A',
		'logs etcd --tail x -n A',
		'logs etcd --tail 0 -n A,DOWN',
		'logs -k nosuch -n A',
		'logs machined --tail -5 -n DOWN',
		'logs trustd --tail 1 -n A,DOWN',
		'logs -k kube-system/nosuch -n A',
		'logs etcd -n W --tail 2',
		'logs --tail 3',
		'logs -f nosuch -n A',
	),
	...lines({ moving: 'names' }, 'logs trustd -n A,B'),
	...lines({ endless: true }, 'logs -f trustd --tail 1 -n A,B'),
	// events
	...lines(
		{ endless: true },
		'events --tail 5 -n A',
		'events --duration 1h -n A',
		'events --tail -1 -n A,B',
		'events --actor-id nosuch --tail -1 -n A',
	),
	...lines({ code: 1 }, 'events --tail x -n A', 'events --duration x -n A', 'events -n DOWN --tail 1'),
	...lines({ moving: 'header', endless: true }, 'events --since nosuch -n A'),
	// dmesg
	...lines({ code: 1 }, 'dmesg x -n A'),
	...lines({ moving: 'header' }, 'dmesg -n A', 'dmesg --tail -n A'),
	...lines({ moving: 'header', endless: true }, 'dmesg -f -n A'),
	// containers
	...lines({}, 'containers -n A', 'c -n A,B', 'containers -k -n A', 'containers -k -n W'),
	...lines({ code: 1 }, 'containers x', 'containers -n DOWN'),
	// stats
	...lines({ moving: 'numbers' }, 'stats -n A', 'stats -n A,DOWN', 'stats -k -n A'),
	...lines({ code: 1 }, 'stats x', 'stats -n DOWN'),
	// memory
	...lines({ moving: 'numbers' }, 'memory -n A', 'free -v -n A,B'),
	...lines({ code: 1, moving: 'numbers' }, 'm -n DOWN'),
	...lines({ code: 1 }, 'memory x', 'memory -n A x', 'free --nosuch'),
	// a cluster of so many nodes is one call: each of them is a header of its own
	...lines({ moving: 'numbers' }, `memory -n ${Array.from({ length: 300 }, () => 'A').join(',')}`),
	// mounts
	...lines({ moving: 'numbers' }, 'mounts -n A', 'mount -n A,B'),
	...lines({ code: 1 }, 'mounts -n DOWN'),
	// time
	...lines({ code: 1, moving: 'numbers' }, 'time -n A', 'time --check 127.0.0.1 -n A'),
	...lines({ code: 1 }, 'time --check nosuch.invalid -n DOWN', 'time -n DOWN', 'time --check 127.0.0.1 -n W', 'time x'),
	// processes
	...lines({ moving: 'header' }, 'processes -n A', 'ps -s cpu -n A,B', 'ps -s nosuch -n A'),
	...lines({ code: 1 }, 'ps -n A,DOWN', 'ps --sort', 'ps -n DOWN', 'processes x'),
	// netstat
	...lines(
		{},
		'netstat -l -n A',
		'netstat -lp -n A,B',
		'netstat -lx -n A',
		'ss -lo -n A',
		'ss -lk -n A',
		'ss -l4 -n A',
		'ss -l6 -n A',
		'ss -ltv -n A',
		'ss -luwU -n A',
	),
	...lines({ code: 1 }, 'ss x/y -n A', 'ss -k x/y -n A'),
	...lines({ moving: 'header' }, 'netstat -n A', 'netstat -a -n A'),
	// pcap
	...lines({ code: 1 }, 'pcap -n A,B -i lo --duration 1s', 'pcap -n A --duration x', 'pcap extra -n A'),
	// cgroups
	...lines({ code: 1 }, 'cgroups -n A', 'cgroups --preset nosuch -n A', 'cgroups --schema-file nosuch -n A', 'cgroups --preset io -n A,B'),
	...lines(
		{ moving: 'numbers' },
		'cgroups --preset cpu -n A',
		'cgroups --preset cpuset -n A',
		'cg --preset io -n A',
		'cg --preset memory -n A',
		'cg --preset psi --skip-cri-resolve -n A',
		'cg --preset swap -n A',
	),
	...lines({ moving: 'header' }, 'cgroups --preset process -n A'),
];
