import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { duration } from '../command/duration-flag.ts';
import { csv, text, toggle } from '../command/flag-kinds.ts';
import { namedNodes } from '../health/named-nodes.ts';
import { requireOneNode, withEndpoint, withNodes } from '../nodes/node-session.ts';
import { UnimplementedError } from '../unimplemented.ts';

/** `health`: waits until the cluster is healthy, as a node sees it or as this program does. */
export const health = defineCommand({
	long: 'Waits until the cluster is healthy, and says what it waits for. A control plane makes the checks, or with --server=false this\nprogram. Which nodes there should be is known from discovery, or named.',
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		initNode: text('init-node', 'the address of the init node', { completion: { kind: 'nothing' } }),
		controlPlanes: csv('control-plane-nodes', 'the addresses of the control planes', { completion: { kind: 'nothing' } }),
		workers: csv('worker-nodes', 'the addresses of the workers', { completion: { kind: 'nothing' } }),
		timeout: duration('wait-timeout', 'how long to wait', { initial: '20m0s' }),
		kubernetesEndpoint: text('k8s-endpoint', "where the Kubernetes API is, instead of the kubeconfig's endpoint", {
			completion: { kind: 'nothing' },
		}),
		server: toggle('server', 'have a node make the checks', { initial: true }),
		endToEnd: toggle('run-e2e', 'run the end-to-end tests of Kubernetes afterwards'),
	},
	async run({ flags, terminal }) {
		if (flags.endToEnd) throw new UnimplementedError('this version of ichor has no `ichor health --run-e2e`; talosctl has');
		const named = namedNodes(flags);
		if (flags.server) {
			await withNodes(flags, terminal, async (session) => {
				requireOneNode(session, 'health');
				const { checkOnServer } = await import('../health/check-on-server.ts');
				await checkOnServer(session, { ...named, timeout: flags.timeout, kubernetesEndpoint: flags.kubernetesEndpoint });
			});
			return;
		}
		await withEndpoint(flags, terminal, async (session) => {
			const { checkFromHere } = await import('../health/check-from-here.ts');
			await checkFromHere(session, { ...named, timeout: flags.timeout, kubernetesEndpoint: flags.kubernetesEndpoint });
		});
	},
});
