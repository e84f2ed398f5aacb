import { clientFlags } from './client-flags.ts';
import type { CommandNode } from './command/command.ts';
import { toggle } from './command/flag-kinds.ts';
import { nodeCommandsIn } from './node-command.ts';

const refused = 'refused on containers';

/** The flags of everything below `meta`. */
export const metaFlags = {
	...clientFlags,
	insecure: toggle('insecure', 'of nodes in maintenance, which anybody may call', { shorthand: 'i' }),
};

/** The commands that change nodes, or fetch what only their owner may have. */
export function actingCommands(group: string): readonly CommandNode[] {
	const acting = nodeCommandsIn(group);
	return [
		acting('apply-config', ['apply'], 'Send a configuration to nodes', async () => (await import('./cmd/apply-config.ts')).applyConfig),
		acting('bootstrap', [], 'Start the etcd cluster on its first node', async () => (await import('./cmd/bootstrap.ts')).bootstrap),
		acting('edit', [], 'Edit the configuration of nodes', async () => (await import('./cmd/edit.ts')).edit),
		acting('health', [], 'Wait until the cluster is healthy', async () => (await import('./cmd/health.ts')).health),
		acting('kubeconfig', [], 'Fetch the kubeconfig of the admin', async () => (await import('./cmd/kubeconfig.ts')).kubeconfig),
		{
			name: 'meta',
			short: 'Write and delete keys of the META partition',
			standing: refused,
			group,
			persistent: metaFlags,
			children: [
				{ name: 'delete', short: 'Delete a key', load: async () => (await import('./cmd/meta.ts')).metaDelete },
				{ name: 'write', short: 'Set a key', load: async () => (await import('./cmd/meta.ts')).metaWrite },
			],
		},
		acting('patch', [], 'Patch the configuration of nodes', async () => (await import('./cmd/patch.ts')).patch),
		acting('reboot', [], 'Restart nodes', async () => (await import('./cmd/reboot.ts')).reboot),
		acting('reset', [], 'Take nodes out of the cluster and wipe them', async () => (await import('./cmd/reset.ts')).reset),
		acting('restart', [], 'Restart the process of a container', async () => (await import('./cmd/restart.ts')).restart),
		{
			...acting('rollback', [], 'Boot what ran before the last upgrade', async () => (await import('./cmd/rollback.ts')).rollback),
			standing: refused,
		},
		acting('rotate-ca', [], 'Give a cluster other authorities while it runs', async () => (await import('./cmd/rotate-ca.ts')).rotateCa),
		acting('shutdown', [], 'Turn nodes off', async () => (await import('./cmd/shutdown.ts')).shutdown),
		acting('upgrade-k8s', [], 'Upgrade Kubernetes', async () => (await import('./cmd/upgrade-k8s.ts')).upgradeK8s),
		{
			...acting('upgrade', [], 'Write another version of the system, and boot it', async () => (await import('./cmd/upgrade.ts')).upgrade),
			standing: refused,
		},
		{
			name: 'wipe',
			short: 'Wipe disks',
			group,
			persistent: clientFlags,
			children: [
				{
					name: 'disk',
					short: 'Wipe disks or partitions that no volume uses',
					standing: refused,
					load: async () => (await import('./cmd/wipe-disk.ts')).wipeDisk,
				},
			],
		},
	];
}
