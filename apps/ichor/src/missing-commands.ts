import type { CommandNode } from './command/command.ts';

/**
 * The commands of talosctl 1.13 that are not here yet: each says so and fails, and none is in a list. A command that
 * arrives moves from here to the tree.
 */
export const missing: readonly CommandNode[] = [
	unimplemented('cgroups', 'cg'),
	unimplemented('cluster'),
	unimplemented('conformance'),
	unimplemented('containers', 'c'),
	unimplemented('copy', 'cp'),
	unimplemented('dashboard'),
	unimplemented('debug'),
	unimplemented('dmesg'),
	unimplemented('events'),
	unimplemented('get', 'g'),
	unimplemented('health'),
	unimplemented('image', 'images'),
	unimplemented('inject'),
	unimplemented('inspect'),
	unimplemented('list', 'ls'),
	unimplemented('logs'),
	unimplemented('memory', 'm', 'free'),
	unimplemented('meta'),
	unimplemented('mounts', 'mount'),
	unimplemented('netstat', 'ss'),
	unimplemented('pcap', 'tcpdump'),
	unimplemented('processes', 'p', 'ps'),
	unimplemented('read', 'cat'),
	unimplemented('rotate-ca'),
	unimplemented('service', 'services'),
	unimplemented('stats'),
	unimplemented('support'),
	unimplemented('time'),
	unimplemented('upgrade'),
	unimplemented('upgrade-k8s'),
	unimplemented('usage', 'du'),
	unimplemented('wipe'),
];

/** The node of a command that only says that it is missing. Also for those below a group that exists. */
export function unimplemented(name: string, ...aliases: readonly string[]): CommandNode {
	return {
		name,
		aliases,
		short: 'Not in this version',
		hidden: true,
		load: async () => (await import('./cmd/unimplemented.ts')).unimplementedCommand,
	};
}
