import { clientFlags } from './client-flags.ts';
import type { CommandNode } from './command/command.ts';
import { nodeCommandsIn } from './node-command.ts';

/** The commands that ask nodes and change nothing, but for `service`, which also starts and stops one. */
export function readingCommands(group: string): readonly CommandNode[] {
	const reading = nodeCommandsIn(group);
	return [
		reading('cgroups', ['cg'], 'Show what control groups use', async () => (await import('./cmd/cgroups.ts')).cgroups),
		reading('containers', ['c'], 'List containers', async () => (await import('./cmd/containers.ts')).containers),
		reading('copy', ['cp'], 'Copy files from a node', async () => (await import('./cmd/copy.ts')).copy),
		reading(
			'dashboard',
			[],
			'Show nodes as they change, on the terminal or in a browser',
			async () => (await import('./cmd/dashboard.ts')).dashboard,
		),
		reading('dmesg', [], "Print the kernel's log", async () => (await import('./cmd/dmesg.ts')).dmesg),
		reading('events', [], 'Follow what happens on nodes', async () => (await import('./cmd/events.ts')).events),
		reading('get', ['g'], 'Print resources: `get rd` lists their types', async () => (await import('./cmd/get.ts')).get),
		reading('history', [], 'Print what has changed on nodes, or what there was', async () => (await import('./cmd/history.ts')).history),
		{
			name: 'inspect',
			short: 'Look into nodes',
			group,
			persistent: clientFlags,
			children: [
				{
					name: 'dependencies',
					short: 'Print which controllers read and write which resources, as a graph',
					load: async () => (await import('./cmd/inspect-dependencies.ts')).inspectDependencies,
				},
			],
		},
		reading('list', ['ls'], 'List the files of a folder', async () => (await import('./cmd/list.ts')).list),
		reading('logs', [], 'Print the log of a service or a container', async () => (await import('./cmd/logs.ts')).logs),
		reading('memory', ['m', 'free'], 'Show how memory is used', async () => (await import('./cmd/memory.ts')).memory),
		reading('mounts', ['mount'], 'List mounts', async () => (await import('./cmd/mounts.ts')).mounts),
		reading('netstat', ['ss'], 'List connections and sockets', async () => (await import('./cmd/netstat.ts')).netstat),
		reading('pcap', ['tcpdump'], 'Capture the packets of a link', async () => (await import('./cmd/pcap.ts')).pcap),
		reading('processes', ['p', 'ps'], 'List processes', async () => (await import('./cmd/processes.ts')).processes),
		reading('read', ['cat'], 'Print a file of a node', async () => (await import('./cmd/read.ts')).read),
		reading('service', ['services'], 'List, describe, start and stop services', async () => (await import('./cmd/service.ts')).service),
		reading('stats', [], 'Show what containers use', async () => (await import('./cmd/stats.ts')).stats),
		reading('support', [], 'Collect what others need to help', async () => (await import('./cmd/support.ts')).support),
		reading('time', [], 'Show the time of nodes', async () => (await import('./cmd/time.ts')).time),
		reading('usage', ['du'], 'Show how much files take', async () => (await import('./cmd/usage.ts')).usage),
		reading('version', [], 'Print the version', async () => (await import('./cmd/version.ts')).version),
	];
}
