import { type Controller, type Resource, type ResourceType } from '@ichor/runtime';
import type { Context } from '@ichor/std';
import { type Follow, following } from './following.ts';

/** Lets the kernel have what specs say, and takes it back when they go. */
export interface Applying<Spec> {
	readonly name: string;
	readonly type: ResourceType<Spec>;
	readonly follow: Follow;
	/** Makes it so, or does nothing when it is. What cannot be yet, for want of a link, is tried again at the next change. */
	readonly apply: (context: Context, spec: Spec, resource: Resource<Spec>) => void;
	/** Takes back what `apply` did. */
	readonly withdraw: (context: Context, spec: Spec, resource: Resource<Spec>) => void;
}

/** The controller of it. One spec that the kernel refuses does not keep the others from being applied. */
export function applying<Spec>({ name, type, follow, apply, withdraw }: Applying<Spec>): Controller {
	return following(follow, {
		name,
		inputs: [{ ...type.kind, kind: 'strong' }],
		outputs: [],
		async reconcile(context, runtime) {
			const errors: unknown[] = [];
			for (const resource of await runtime.list(type.kind)) {
				const { metadata, spec } = resource;
				try {
					if (metadata.phase === 'running') {
						if (!metadata.finalizers.includes(name)) await runtime.addFinalizer(metadata, name);
						apply(context, spec, resource);
					} else if (metadata.finalizers.includes(name)) {
						withdraw(context, spec, resource);
						await runtime.removeFinalizer(metadata, name);
					}
				} catch (error) {
					errors.push(error);
				}
			}
			if (errors.length === 1) throw errors[0];
			if (errors.length > 1) throw new AggregateError(errors, errors.map(String).join('; '));
		},
	});
}
