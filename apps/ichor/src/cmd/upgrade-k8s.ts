import { parseDuration } from '@ichor/machinery/duration';
import { defaults } from '@ichor/machinery/versions';
import { background, RoomError } from '@ichor/std';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { duration } from '../command/duration-flag.ts';
import { text, toggle } from '../command/flag-kinds.ts';
import { fileInArchive } from '../nodes/file-in-archive.ts';
import { requireOneNode, withNodes } from '../nodes/node-session.ts';
import { warnOlderNodes } from '../nodes/older-nodes.ts';
import { bytesOf } from '../nodes/streams.ts';
import { printable } from '../output/printable.ts';

const said = { completion: { kind: 'nothing' } } as const;

/** `upgrade-k8s`: Kubernetes from one version to the next, component by component, on a cluster that goes on working. */
export const upgradeK8s = defineCommand({
	long:
		'Upgrades Kubernetes: checks that nothing is configured that the new version refuses, then replaces the components of the control plane\n' +
		'one by one and node by node, then the kubelets, each after its node was drained when the minor version changes, then reconciles the\n' +
		'manifests. Whatever is done already is skipped, so that it can be run again.',
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		from: text('from', 'the version that the cluster runs; detected without', said),
		to: text('to', 'the version to upgrade to', { ...said, initial: defaults.defaultKubernetesVersion }),
		endpoint: text('endpoint', "where the Kubernetes API is, instead of the kubeconfig's endpoint", said),
		withExamples: toggle('with-examples', 'show in comments what could stand in the configurations', { initial: true }),
		withDocs: toggle('with-docs', 'say in comments what each field of the configurations means', { initial: true }),
		prePullImages: toggle('pre-pull-images', 'have the nodes fetch the images beforehand', { initial: true }),
		upgradeKubelet: toggle('upgrade-kubelet', 'upgrade the kubelets too', { initial: true }),
		dryRun: toggle('dry-run', 'say what would be done, and do none of it'),
		kubeletImage: text('kubelet-image', 'the image of the kubelet, without a tag', { ...said, initial: defaults.kubeletImage }),
		apiServerImage: text('apiserver-image', 'the image of kube-apiserver', { ...said, initial: defaults.kubeAPIServerImage }),
		controllerManagerImage: text('controller-manager-image', 'the image of kube-controller-manager', {
			...said,
			initial: defaults.kubeControllerManagerImage,
		}),
		schedulerImage: text('scheduler-image', 'the image of kube-scheduler', { ...said, initial: defaults.kubeSchedulerImage }),
		proxyImage: text('proxy-image', 'the image of kube-proxy', { ...said, initial: defaults.kubeProxyImage }),
		force: toggle('manifests-force', 'delete and make anew what cannot be changed in place'),
		noPrune: toggle('manifests-no-prune', 'keep what no manifest has any more'),
		policy: text('manifests-inventory-policy', "whose objects may be changed: 'MustMatch', 'AdoptIfNoInventory' or 'AdoptAll'", {
			completion: { kind: 'choices', choices: ['MustMatch', 'AdoptIfNoInventory', 'AdoptAll'] },
			initial: 'AdoptIfNoInventory',
		}),
		reconcileTimeout: duration('manifests-reconcile-timeout', 'how long to wait for what the manifests say; 0 not to', { initial: '5m0s' }),
	},
	async run({ flags, terminal }) {
		await withNodes(flags, terminal, async (session) => {
			requireOneNode(session, 'upgrade-k8s');
			await warnOlderNodes(session);
			const [{ detectKubernetesVersion, upgradeKubernetes, upgradePathOf }, { KubernetesOfCluster }, { encoderOf }] = await Promise.all([
				import('@ichor/cluster/upgrade-kubernetes'),
				import('@ichor/cluster/health'),
				import('../configuration/encoder.ts'),
			]);
			const { client, signal } = session;
			const context = { ...background, signal };
			const say = (line: string): void => terminal.out(`${line.split('\n').map(printable).join('\n')}\n`);
			const kubernetes = new KubernetesOfCluster(
				async (limited) => await fileInArchive('kubeconfig', bytesOf(client.machine.kubeconfig({}, { signal: limited.signal }))),
				flags.endpoint,
			);
			try {
				const connect = async () => await kubernetes.client(context);
				const from = flags.from || (await detectKubernetesVersion(context, await connect()));
				if (flags.from === '') say(`automatically detected the lowest Kubernetes version ${from}`);
				await upgradeKubernetes(
					context,
					{ client, kubernetes: connect, encode: await encoderOf(flags), say },
					{
						path: upgradePathOf(from, flags.to),
						dryRun: flags.dryRun,
						prePullImages: flags.prePullImages,
						upgradeKubelet: flags.upgradeKubelet,
						images: {
							kubelet: flags.kubeletImage,
							'kube-apiserver': flags.apiServerImage,
							'kube-controller-manager': flags.controllerManagerImage,
							'kube-scheduler': flags.schedulerImage,
							'kube-proxy': flags.proxyImage,
						},
						manifests: {
							force: flags.force,
							prune: !flags.noPrune,
							policy: await policyOf(flags.policy),
							timeout: Number(parseDuration(flags.reconcileTimeout) / 1_000_000n),
						},
					},
				);
			} finally {
				kubernetes.close();
			}
		});
	},
});

async function policyOf(given: string) {
	const { inventoryPolicies } = await import('@ichor/kubernetes');
	const found = inventoryPolicies.find((policy) => policy === given);
	if (found === undefined)
		throw new RoomError(
			'invalid',
			`invalid inventory policy ${JSON.stringify(given)}: must be one of MustMatch, AdoptIfNoInventory, or AdoptAll`,
		);
	return found;
}
