/** How an answer moves between two calls: what is left of it for the comparison. */
export type Moving =
	/** Not at all, but for the ages of things. */
	| 'ages'
	/** Every number, and the widths that follow from them. */
	| 'numbers'
	/** Numbers, and which lines there are. */
	| 'header'
	/** Names that a shell offers: which there are. */
	| 'names';

/** A command line for both programs. `A` and `B` stand for nodes that run, `DOWN` for one that does not. */
export interface NodeLine {
	readonly words: string;
	readonly moving?: Moving;
	/** It goes on until it is interrupted. */
	readonly endless?: boolean;
}

/** Every command that reads, with every flag, on one node and on several, and everything that can go wrong with it. */
export const nodeLines: readonly NodeLine[] = [
	...lines('version -n A', 'version -n A,B --short', 'version -n A,DOWN', 'version -n DOWN', 'version', 'version -i -n A', 'version -i'),
	...lines('version -n A -e 127.0.0.1:1', 'version -n A -e nosuch.invalid', 'version --context nosuch', 'version --talosconfig nosuch'),
	...lines(
		'get members -n A',
		'get MEMBER -n A,B',
		'get members.cluster.talos.dev cp-1 -n A',
		'g rd -n A',
		'get rd members.cluster.talos.dev -n A -o yaml',
	),
	...lines(
		'get members -n A -o yaml',
		'get members -n A,B -o json',
		'get mc -n A -o yaml',
		'get mc -n A -o json',
		'get members -n A,DOWN',
		'get members -n DOWN',
	),
	...lines(
		'get nosuch -n A',
		'get members nosuch -n A',
		'get members --namespace nosuch -n A',
		'get members -o wide -n A',
		'get',
		'get a b c',
		'get members -i -n A',
	),
	...[
		'{.metadata.id}',
		'{.spec.addresses}',
		'{.metadata}',
		'{.metadata.created}',
		'{.nosuch}',
		'{.spec',
		'x',
		'{range .spec.addresses[*]}{@}{end}',
		'{.spec.addresses[9]}',
		'{.metadata.version}{"\\n"}',
	].map((template) => ({ words: `get members cp-1 -n A -o "jsonpath=${template.replaceAll('"', "'")}"` })),
	...streams('get members -w -n A', 'get members -w -n A -o yaml', 'get members cp-1 -w -n A -o json'),
	...lines('inspect dependencies -n A', 'inspect dependencies -n A,B', 'inspect dependencies x -n A'),
	...lines(
		'services -n A',
		'service -n A,B',
		'service etcd -n A',
		'service etcd status -n A,B',
		'service nosuch -n A',
		'service etcd bogus -n A',
		'service a b c',
		'service nosuch restart -n A',
		'services -n A,DOWN',
	),
	...lines(
		'logs etcd --tail 3 -n A',
		'logs nosuch -n A',
		'logs nosuch -n A,B',
		'logs -n A',
		'logs etcd --tail x -n A',
		'logs etcd --tail 0 -n A,DOWN',
		'logs -k nosuch -n A',
		'logs machined --tail 2 -n A --use-cri',
	),
	...streams(
		'logs -f etcd --tail 2 -n A',
		'events --tail 5 -n A',
		'events --duration 1h -n A',
		'events --tail -1 -n A,B',
		'events --actor-id nosuch --tail -1 -n A',
	),
	...lines('dmesg x -n A', 'events --tail x -n A', 'events --duration x -n A'),
	...moving('header', 'dmesg -n A'),
	{ words: 'dmesg -f -n A', moving: 'header', endless: true },
	...lines('containers -n A', 'c -n A,B', 'containers -k -n A', 'containers x', 'containers -n DOWN'),
	...moving(
		'numbers',
		'stats -n A',
		'stats -n A,DOWN',
		'stats -k -n A',
		'memory -n A',
		'free -v -n A,B',
		'm -n DOWN',
		'mounts -n A',
		'mount -n A,B',
		'time -n A',
		'time --check 127.0.0.1 -n A',
	),
	...moving(
		'numbers',
		'cgroups --preset cpu -n A',
		'cgroups --preset cpuset -n A',
		'cg --preset io -n A',
		'cg --preset memory -n A',
		'cg --preset psi --skip-cri-resolve -n A',
		'cg --preset swap -n A',
	),
	...moving('header', 'cgroups --preset process -n A'),
	...lines('cgroups -n A', 'cgroups --preset nosuch -n A', 'cgroups --schema-file nosuch -n A', 'cgroups --preset io -n A,B'),
	...lines('memory x', 'mounts -n DOWN', 'time --check nosuch.invalid -n DOWN'),
	...moving('header', 'processes -n A', 'ps -s cpu -n A,B'),
	...lines('ps -n A,DOWN', 'ps --sort'),
	...lines(
		'list -n A',
		'ls / -n A,B',
		'ls -l /etc -n A',
		'ls -lH /etc -n A',
		'ls -r /etc -n A',
		'ls -d 2 /etc -n A',
		'ls -t f,l /etc -n A',
		'ls -tfd /etc -n A',
		'ls -t x -n A',
	),
	...lines(
		'ls -rd 2 -n A',
		'ls /nosuch -n A',
		'ls -l /nosuch -n A',
		'ls /etc/hostname -n A',
		'ls /etc -n A,DOWN',
		'ls a b',
		'ls -d 99999999999 -n A',
	),
	...lines(
		'read /etc/hostname -n A',
		'cat /nosuch -n A',
		'read /etc -n A',
		'read /etc/hostname -n A,B',
		'read',
		'read /etc/hostname -n DOWN',
	),
	...lines(
		'copy /etc/hostname - -n B',
		'cp /nosuch - -n A',
		'copy /nosuch folder -n A',
		'copy /etc folder -n A',
		'copy /etc/hostname talosconfig -n A',
		'copy /etc folder -n A,B',
		'copy /etc',
	),
	...lines(
		'usage /etc -n A',
		'du -a /etc -n A,B',
		'du -aH /etc -n A',
		'du -d 0 /etc -n A',
		'du -a -t 60 /etc -n A',
		'du -a -t -60 /etc -n A',
		'du /nosuch -n A',
		'du -t x',
	),
	...lines(
		'netstat -l -n A',
		'netstat -lp -n A,B',
		'netstat -lx -n A',
		'ss -lo -n A',
		'ss -lk -n A',
		'ss -l4 -n A',
		'ss -l6 -n A',
		'ss -ltv -n A',
		'ss -luwU -n A',
		'ss x/y -n A',
		'ss -k x/y -n A',
	),
	...moving('header', 'netstat -n A', 'netstat -a -n A'),
	...lines(
		'image list -n A --namespace system',
		'images ls -n A',
		'image l -n A --namespace nosuch',
		'image list -n DOWN',
		'image rm nosuch -n A,B',
	),
	...moving(
		'names',
		'__completeNoDesc get -n A members ""',
		'__completeNoDesc service -n A ""',
		'__completeNoDesc logs -n A ""',
		'__completeNoDesc read -n A /etc/h',
		'__completeNoDesc usage -n A /etc/',
		'__completeNoDesc version -n ""',
		'__completeNoDesc service -n DOWN ""',
	),
];

function lines(...all: readonly string[]): readonly NodeLine[] {
	return all.map((words) => ({ words }));
}

function moving(how: Moving, ...all: readonly string[]): readonly NodeLine[] {
	return all.map((words) => ({ words, moving: how }));
}

function streams(...all: readonly string[]): readonly NodeLine[] {
	return all.map((words) => ({ words, endless: true }));
}
