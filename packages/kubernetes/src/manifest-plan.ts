import { type Context, messageOf } from '@ichor/std';
import type { KubernetesClient } from './client.ts';
import { isDrifted } from './drift.ts';
import { KubernetesError } from './errors.ts';
import { type Inventory, inventoryName, owningInventory } from './inventory.ts';
import { inDependencyOrder, manifestManager, placed } from './manifest-order.ts';
import type { KubernetesObject } from './object.ts';
import { groupOf, type ObjectReference, referenceText } from './object-reference.ts';
import { patiently } from './patiently.ts';

/** What is to be done about one object of the manifests. Nothing is done about it yet. */
export type ManifestChange =
	| { readonly action: 'created'; readonly object: KubernetesObject }
	/** `recreate`: what cannot be changed in place, the server says, so that it is deleted first. */
	| {
			readonly action: 'configured';
			readonly object: KubernetesObject;
			readonly before: KubernetesObject;
			readonly after: KubernetesObject;
			readonly recreate?: boolean;
	  }
	| { readonly action: 'unchanged'; readonly object: KubernetesObject }
	/** It was applied before, and no manifest has it any more. */
	| { readonly action: 'deleted'; readonly object: KubernetesObject }
	/** It is in the inventory, and in the cluster no more. */
	| { readonly action: 'forgotten'; readonly object: ObjectReference };

export interface ManifestRules {
	/** Whose objects may be changed and deleted, in the words of cli-utils. */
	readonly policy: InventoryPolicy;
	/** Deletes what no manifest has any more. */
	readonly prune: boolean;
	/** Deletes and makes anew what cannot be changed in place. */
	readonly force: boolean;
}

export const inventoryPolicies = ['MustMatch', 'AdoptIfNoInventory', 'AdoptAll'] as const;
export type InventoryPolicy = (typeof inventoryPolicies)[number];

/**
 * Compares manifests with what is there, each as the server would have it after an apply.
 *
 * @throws KubernetesError `invalid` for an object that the server would not take, `forbidden` for one that belongs to another inventory
 */
export async function planManifests(
	context: Context,
	client: KubernetesClient,
	inventory: Inventory,
	objects: readonly KubernetesObject[],
	rules: ManifestRules,
): Promise<readonly ManifestChange[]> {
	const changes: ManifestChange[] = [];
	for (const object of inDependencyOrder(objects))
		changes.push(await patiently(context, async () => await planOne(context, client, inventory.marked(object), rules)));
	const wanted = new Set(changes.map(({ object }) => referenceText(object)));
	if (!rules.prune) return changes;
	for (const reference of inventory.references()) {
		if (
			wanted.has(referenceText(reference)) ||
			wanted.has(referenceText({ ...reference, metadata: { ...reference.metadata, namespace: '' } }))
		)
			continue;
		const object = await patiently(context, async () => await liveObject(context, client, reference));
		if (object === undefined) {
			changes.push({ action: 'forgotten', object: reference });
			continue;
		}
		requireOwnership(object, rules.policy);
		changes.push({ action: 'deleted', object });
	}
	return changes;
}

async function planOne(
	context: Context,
	client: KubernetesClient,
	object: KubernetesObject,
	rules: ManifestRules,
): Promise<ManifestChange> {
	const wanted = await unlessMissing(placed(client, object));
	// a kind that a definition among the manifests brings is not known yet
	if (wanted === undefined) return { action: 'created', object };
	const before = await client.find(context, await client.pathOf(wanted));
	if (before === undefined) return { action: 'created', object: wanted };
	let after: KubernetesObject;
	try {
		after = await client.apply(context, wanted, manifestManager, { force: true, dryRun: true });
	} catch (error) {
		if (!rules.force || !isImmutable(error)) throw error;
		requireOwnership(before, rules.policy);
		return { action: 'configured', object: wanted, before, after: wanted, recreate: true };
	}
	if (!isDrifted(before, after)) return { action: 'unchanged', object: wanted };
	requireOwnership(before, rules.policy);
	return { action: 'configured', object: wanted, before, after };
}

function requireOwnership(object: KubernetesObject, policy: InventoryPolicy): void {
	const owner = owningInventory(object);
	if (owner === inventoryName || policy === 'AdoptAll') return;
	if (owner === undefined && policy === 'AdoptIfNoInventory') return;
	const { kind, metadata } = object;
	const status = owner === undefined ? 'Empty' : 'NoMatch';
	throw new KubernetesError(
		'forbidden',
		`inventory policy check failure for object ${kind}/${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}, inventory policy prevented actuation (status: ${status}, policy: ${policy})`,
	);
}

async function liveObject(context: Context, client: KubernetesClient, reference: ObjectReference): Promise<KubernetesObject | undefined> {
	return await unlessMissing(
		(async () => {
			const apiVersion = await client.preferredVersion(groupOf(reference.apiVersion));
			return await client.get(context, await client.pathOf({ ...reference, apiVersion } as KubernetesObject));
		})(),
	);
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof KubernetesError && error.code === 'not-found') return undefined;
		throw error;
	}
}

/** The API server has no other word for it (apimachinery, validation.FieldImmutableErrorMsg). */
function isImmutable(error: unknown): boolean {
	return (
		error instanceof KubernetesError &&
		error.code === 'invalid' &&
		/immutable|may not change once set|updates to .* are forbidden/i.test(messageOf(error))
	);
}
