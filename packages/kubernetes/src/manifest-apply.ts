import { type Context, pause } from '@ichor/std';
import type { KubernetesClient } from './client.ts';
import { isPassing, KubernetesError } from './errors.ts';
import type { Inventory } from './inventory.ts';
import { manifestManager, placed } from './manifest-order.ts';
import type { ManifestChange } from './manifest-plan.ts';
import type { KubernetesObject } from './object.ts';
import { patiently } from './patiently.ts';

/**
 * Does what a plan says, in its order, and keeps the inventory. Deletions come last, after everything else has gone well.
 *
 * @throws KubernetesError; what was done until then is in the inventory
 */
export async function applyManifests(
	context: Context,
	client: KubernetesClient,
	inventory: Inventory,
	plan: readonly ManifestChange[],
): Promise<void> {
	try {
		for (const change of plan) {
			if (change.action === 'created' || change.action === 'configured') {
				const applied = await patiently(context, async () => await applyOne(context, client, change), goesBy);
				inventory.add(applied);
			} else if (change.action === 'unchanged') inventory.add(change.object);
		}
	} finally {
		await inventory.write(context);
	}
	try {
		for (const change of plan) {
			if (change.action === 'deleted') await remove(context, client, change.object);
			if (change.action === 'deleted' || change.action === 'forgotten') inventory.remove(change.object);
		}
	} finally {
		await inventory.write(context);
	}
}

async function applyOne(
	context: Context,
	client: KubernetesClient,
	change: Extract<ManifestChange, { readonly action: 'created' | 'configured' }>,
): Promise<KubernetesObject> {
	const object = await placed(client, change.object);
	if (change.action === 'configured' && change.recreate === true) {
		await remove(context, client, object);
		while ((await client.find(context, await client.pathOf(object))) !== undefined) await pause(context, retryPause);
	}
	await client.apply(context, object, manifestManager, { force: true });
	return object;
}

async function remove(context: Context, client: KubernetesClient, object: KubernetesObject): Promise<void> {
	try {
		await client.delete(context, await client.pathOf(object), { propagationPolicy: 'Background' });
	} catch (error) {
		if (!(error instanceof KubernetesError) || error.code !== 'not-found') throw error;
	}
}

/** Also a kind whose definition has not been taken up yet. */
function goesBy(error: unknown): boolean {
	return isPassing(error) || (error instanceof KubernetesError && error.code === 'not-found');
}

/** Milliseconds before another look at what is being deleted. */
const retryPause = 1000;
