import type { CommandNode } from './command/command.ts';
import { clusterFlags } from './local-cluster/flags.ts';
import { unimplemented } from './missing-commands.ts';

/** `cluster` and what is below it. */
export const clusterCommands: CommandNode = {
	name: 'cluster',
	short: 'Create, show and destroy clusters on this machine',
	group: 'Clusters on this machine:',
	persistent: clusterFlags,
	children: [
		{
			name: 'create',
			short: 'Create a cluster on this machine',
			children: [
				{
					name: 'container',
					aliases: ['docker'],
					short: 'Create a cluster whose nodes are containers',
					load: async () => (await import('./cmd/cluster-create-container.ts')).clusterCreateContainer,
				},
				unimplemented('dev', 'the developers of Talos have it, not its users'),
				unimplemented('qemu', 'waits for the bootable image'),
			],
		},
		{
			name: 'destroy',
			short: 'Remove everything of a cluster on this machine',
			load: async () => (await import('./cmd/cluster-destroy.ts')).clusterDestroy,
		},
		{ name: 'show', short: 'Show a cluster on this machine', load: async () => (await import('./cmd/cluster-show.ts')).clusterShow },
	],
};
