import {
	applyManifests,
	Inventory,
	type KubernetesClient,
	type KubernetesObject,
	type ManifestChange,
	patiently,
	planManifests,
	unreconciled,
} from '@ichor/kubernetes';
import { type ConfigValue, unifiedDiff } from '@ichor/machinery/config';
import { BootstrapManifestsConfig, bootstrapManifestsConfigId, Manifest } from '@ichor/machinery/resources';
import { emit, outputOf } from '@ichor/machinery/yaml';
import { type Context, messageOf, waitFor, withTimeout } from '@ichor/std';
import { ClusterError } from '../errors.ts';
import { nodeResource } from './node-resource.ts';
import { type KubernetesUpgrade, targetImage, type UpgradedCluster } from './options.ts';
import { whileAway } from './while-away.ts';

/** Brings Kubernetes to the manifests of a control plane, by server-side apply, and waits until its workloads run so. */
export async function syncManifests(context: Context, cluster: UpgradedCluster, upgrade: KubernetesUpgrade, node: string): Promise<void> {
	const { say } = cluster;
	const { dryRun, manifests } = upgrade;
	const objects = await manifestsOf(context, cluster, upgrade, node);
	say(`updating manifests${dryRun ? ' (dry run)' : ''}`);
	const client = await cluster.kubernetes(context);
	const inventory = await patiently(context, async () => await Inventory.read(context, client));
	const plan = await planManifests(context, client, inventory, objects, manifests);
	if (!dryRun) await applyManifests(context, client, inventory, plan);
	for (const change of plan) sayChange(change, dryRun, say);
	if (dryRun) return;
	if (manifests.timeout === 0) {
		say('skipping waiting for manifest reconciliation');
		return;
	}
	say('waiting for kubernetes objects to be fully reconciled');
	const changed = plan.flatMap((change) => (change.action === 'created' || change.action === 'configured' ? [change.object] : []));
	await reconciled(context, client, changed, manifests.timeout);
	say('done');
}

/** What a control plane would have in Kubernetes, once it has taken up the image of kube-proxy that it was just told. */
async function manifestsOf(
	context: Context,
	{ client }: UpgradedCluster,
	upgrade: KubernetesUpgrade,
	node: string,
): Promise<readonly KubernetesObject[]> {
	const services = client.node(node);
	const config = (await nodeResource(context, services, BootstrapManifestsConfig, bootstrapManifestsConfigId))?.spec;
	return await waitFor(withTimeout(context, renderDeadline), async () => {
		const objects: KubernetesObject[] = [];
		for await (const { resource } of services.state.list(Manifest.kind, { signal: context.signal }))
			objects.push(...(Manifest.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array()) as unknown as KubernetesObject[]));
		const proxy = objects.find(({ kind, metadata }) => kind === 'DaemonSet' && metadata.name === 'kube-proxy');
		const late = !upgrade.dryRun && config?.proxyEnabled === true && imageOf(proxy) !== targetImage(upgrade, 'kube-proxy');
		return late ? undefined : objects;
	});
}

/** Milliseconds for a node to render what its configuration says. */
const renderDeadline = 60_000;

function imageOf(workload: KubernetesObject | undefined): string | undefined {
	const spec = workload?.['spec'] as {
		readonly template?: { readonly spec?: { readonly containers?: readonly { readonly image?: string }[] } };
	};
	return spec?.template?.spec?.containers?.[0]?.image;
}

function sayChange(change: ManifestChange, dryRun: boolean, say: (line: string) => void): void {
	if (change.action === 'forgotten') return;
	const subject = subjectOf(change.object);
	if (change.action === 'unchanged') {
		say(dryRun ? ` < unchanged ${subject}` : ` > skipped ${subject}: no changes`);
		return;
	}
	say(` < ${change.action === 'deleted' && dryRun ? 'Pruned' : change.action} ${subject}`);
	say(diffOf(change));
}

/** As upstream names an object: `DaemonSet/kube-system/kube-proxy`. */
function subjectOf({ kind, metadata: { name, namespace } }: KubernetesObject): string {
	return [kind, ...(namespace === undefined ? [] : [namespace]), name].join('/');
}

function diffOf(change: Exclude<ManifestChange, { readonly action: 'forgotten' | 'unchanged' }>): string {
	const before = change.action === 'configured' ? change.before : change.action === 'deleted' ? change.object : undefined;
	const after = change.action === 'configured' ? change.after : change.action === 'created' ? change.object : undefined;
	const path = `${change.object.apiVersion}.${subjectOf(change.object)}`;
	return unifiedDiff(textOf(before), textOf(after), { a: `a/${path}`, b: `b/${path}` });
}

/** Without what only the server keeps, and without what a Secret holds. */
function textOf(object: KubernetesObject | undefined): string {
	if (object === undefined) return '';
	const { managedFields: _, ...metadata } = object.metadata;
	const shown: Record<string, unknown> = { ...object, metadata };
	if (object.kind === 'Secret')
		for (const field of ['data', 'stringData']) if (shown[field] !== undefined) shown[field] = masked(shown[field]);
	return emit(outputOf(shown as unknown as ConfigValue), 'json-patch');
}

function masked(data: unknown): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.keys((data ?? {}) as object).map((key) => [key, '******']));
}

async function reconciled(
	context: Context,
	client: KubernetesClient,
	objects: readonly KubernetesObject[],
	timeout: number,
): Promise<void> {
	let late: readonly string[] = [];
	try {
		await waitFor(
			withTimeout(context, timeout),
			async () =>
				await whileAway(context, async () => {
					const live = await Promise.all(objects.map(async (object) => await client.get(context, await client.pathOf(object))));
					late = live.flatMap((object) => {
						const lack = unreconciled(object);
						return lack === undefined ? [] : [`${subjectOf(object)}: ${lack}`];
					});
					return late.length === 0 ? true : undefined;
				}),
			reconcilePause,
		);
	} catch (error) {
		context.signal.throwIfAborted();
		throw new ClusterError('upgrade', `manifests are not reconciled: ${late.join(', ') || messageOf(error)}`, { cause: error });
	}
}

const reconcilePause = 2000;
