import {
	Inventory,
	inDependencyOrder,
	type KubernetesClient,
	KubernetesError,
	type KubernetesObject,
	manifestManager,
	objectName,
	placed,
} from '@ichor/kubernetes';
import { KubernetesSecret, kubernetesSecretId, Manifest, ManifestStatus, manifestStatusId, Service } from '@ichor/machinery/resources';
import type { Controller, ControllerRuntime } from '@ichor/runtime';
import { type Context, messageOf, withTimeout } from '@ichor/std';
import { publish } from '../publish.ts';
import { clientOf } from './kubernetes-access.ts';

/**
 * Creates in Kubernetes what the manifests say and what is not there. What is there is left alone, whoever has changed
 * it, and what was deleted is not made again: the inventory remembers it. Changes are an upgrade's business.
 */
export const manifestApplyController: Controller = {
	name: 'k8s.ManifestApplyController',
	inputs: [
		{ ...KubernetesSecret.kind, id: kubernetesSecretId, kind: 'weak' },
		{ ...Manifest.kind, kind: 'weak' },
		{ ...Service.kind, id: 'etcd', kind: 'weak' },
	],
	outputs: [{ type: ManifestStatus.type, kind: 'exclusive' }],
	async run(context, runtime) {
		let timer: NodeJS.Timeout | undefined;
		try {
			while (await runtime.nextReconcile()) {
				clearTimeout(timer);
				if (await reconcile(context, runtime)) {
					runtime.resetRestartBackoff();
					continue;
				}
				timer = setTimeout(() => runtime.queueReconcile(), unreadyPause);
				timer.unref();
			}
		} finally {
			clearTimeout(timer);
		}
	},
};

/** Milliseconds before an API server that does not answer is asked again: a new cluster waits for what is applied. */
const unreadyPause = 500;

/** False when it has to be tried again soon. */
async function reconcile(context: Context, runtime: ControllerRuntime): Promise<boolean> {
	const kubeconfigs = (await runtime.find(KubernetesSecret.pointer(kubernetesSecretId)))?.spec;
	const etcd = (await runtime.find(Service.pointer('etcd')))?.spec;
	const manifests = [...(await runtime.list(Manifest.kind))].sort((a, b) => (a.metadata.id < b.metadata.id ? -1 : 1));
	if (kubeconfigs === undefined || etcd?.healthy !== true || manifests.length === 0) return true;
	const client = await clientOf(kubeconfigs.localhostAdminKubeconfig);
	try {
		const objects = manifests.flatMap(({ spec }) => spec.map((object) => object as unknown as KubernetesObject));
		await apply(withTimeout(context, applyTime), client, objects);
	} catch (error) {
		if (error instanceof KubernetesError && transient.has(error.code)) return false;
		throw error;
	} finally {
		client.close();
	}
	await publish(runtime, ManifestStatus, manifestStatusId, { manifestsApplied: manifests.map(({ metadata }) => metadata.id) });
	return true;
}

/** What an API server that starts answers: roles are not there yet for a moment. */
const transient: ReadonlySet<string> = new Set(['unavailable', 'failed', 'busy', 'forbidden', 'unauthorized', 'conflict']);

/** Milliseconds for everything: an API server that goes away in the middle is asked again from the start. */
const applyTime = 120_000;

/** @throws KubernetesError when the API server cannot be asked; Error with every object that it would not have */
async function apply(context: Context, client: KubernetesClient, objects: readonly KubernetesObject[]): Promise<void> {
	const inventory = await Inventory.read(context, client);
	const problems: string[] = [];
	try {
		for (const object of inDependencyOrder(objects)) {
			try {
				await applyOne(context, client, inventory, object);
			} catch (error) {
				if (!isObjectsOwnFault(error)) throw error;
				problems.push(`${objectName(object)}: ${messageOf(error)}`);
			}
		}
	} finally {
		await inventory.write(context);
	}
	if (problems.length > 0) throw new Error(`manifests cannot be applied: ${problems.join('; ')}`);
}

async function applyOne(context: Context, client: KubernetesClient, inventory: Inventory, object: KubernetesObject): Promise<void> {
	const wanted = await placed(client, object);
	if (inventory.has(wanted)) return;
	if ((await client.find(context, await client.pathOf(wanted))) === undefined) {
		await client.apply(context, inventory.marked(wanted), manifestManager);
		context.log('info', `created ${objectName(wanted)}`);
	}
	inventory.add(wanted);
}

/** Others may be fine: a kind that is not known, or that a definition has yet to bring, and what makes no sense. */
function isObjectsOwnFault(error: unknown): boolean {
	return error instanceof KubernetesError && (error.code === 'not-found' || error.code === 'invalid');
}
