import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { csv, text, toggle } from '../command/flag-kinds.ts';
import { withNodes } from '../nodes/node-session.ts';

/** `rotate-ca`: gives the Talos API and the Kubernetes API of a cluster other authorities, while it runs. */
export const rotateCa = defineCommand({
	long: `Make new authorities for the Talos API and the Kubernetes API, and give them to every node, so that the cluster is reached at all
times: the new one is accepted first, then it issues, then the old one is forgotten. With each of these steps the API servers of Kubernetes
start anew, one after another. Changes nothing without --dry-run=false.

The new talosconfig is written before the first change: clients with the old one are refused in the end.`,
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		controlPlanes: csv('control-plane-nodes', 'the addresses of the control planes', { completion: { kind: 'nothing' } }),
		workers: csv('worker-nodes', 'the addresses of the workers', { completion: { kind: 'nothing' } }),
		initNode: text('init-node', 'the address of the init node', { completion: { kind: 'nothing' } }),
		kubernetesEndpoint: text('k8s-endpoint', "where the Kubernetes API is, instead of the kubeconfig's endpoint", {
			completion: { kind: 'nothing' },
		}),
		dryRun: toggle('dry-run', 'only say what would be done', { initial: true }),
		talos: toggle('talos', 'the authority of the Talos API', { initial: true }),
		kubernetes: toggle('kubernetes', 'the authority of the Kubernetes API', { initial: true }),
		output: { ...text('output', 'where the new one is written', { shorthand: 'o', initial: 'talosconfig' }), valueName: 'talosconfig' },
		withDocs: toggle('with-docs', 'explain each field of the configurations in comments', { initial: true }),
		withExamples: toggle('with-examples', 'show examples in the configurations in comments', { initial: true }),
	},
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const { rotate } = await import('../rotation/rotate.ts');
			await rotate(session, flags);
		}),
});
