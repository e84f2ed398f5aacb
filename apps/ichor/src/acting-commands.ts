import type { CommandNode } from './command/command.ts';
import { nodeCommandsIn } from './node-command.ts';

/** The commands that change nodes, or fetch what only their owner may have. */
export function actingCommands(group: string): readonly CommandNode[] {
	const acting = nodeCommandsIn(group);
	return [
		acting('apply-config', ['apply'], 'Send a configuration to nodes', async () => (await import('./cmd/apply-config.ts')).applyConfig),
		acting('bootstrap', [], 'Start the etcd cluster on its first node', async () => (await import('./cmd/bootstrap.ts')).bootstrap),
		acting('edit', [], 'Edit the configuration of nodes', async () => (await import('./cmd/edit.ts')).edit),
		acting('health', [], 'Wait until the cluster is healthy', async () => (await import('./cmd/health.ts')).health),
		acting('kubeconfig', [], 'Fetch the kubeconfig of the admin', async () => (await import('./cmd/kubeconfig.ts')).kubeconfig),
		acting('patch', [], 'Patch the configuration of nodes', async () => (await import('./cmd/patch.ts')).patch),
		acting('reboot', [], 'Restart nodes', async () => (await import('./cmd/reboot.ts')).reboot),
		acting('reset', [], 'Take nodes out of the cluster and wipe them', async () => (await import('./cmd/reset.ts')).reset),
		acting('restart', [], 'Restart the process of a container', async () => (await import('./cmd/restart.ts')).restart),
		acting('rollback', [], 'Boot what ran before the last upgrade', async () => (await import('./cmd/rollback.ts')).rollback),
		acting('shutdown', [], 'Turn nodes off', async () => (await import('./cmd/shutdown.ts')).shutdown),
		acting('upgrade-k8s', [], 'Upgrade Kubernetes', async () => (await import('./cmd/upgrade-k8s.ts')).upgradeK8s),
	];
}
