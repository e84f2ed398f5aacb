import type { RouteNetlink } from '@ichor/linux/netlink';
import { LinkAliasSpec, linkTypes } from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import { changesOf, following } from './following.ts';

/** Gives hardware the aliases that it must have, and takes those off it that nobody wants. */
export function linkAliasSpecController(kernel: RouteNetlink): Controller {
	return following(changesOf(kernel, 'links'), {
		name: 'network.LinkAliasSpecController',
		inputs: [{ ...LinkAliasSpec.kind, kind: 'weak' }],
		outputs: [],
		async reconcile(context, runtime) {
			const wanted = new Map((await runtime.list(LinkAliasSpec.kind)).map(({ metadata, spec }) => [metadata.id, spec.alias]));
			for (const { index, name, type, kind, alias: before } of kernel.links()) {
				const alias = wanted.get(name) ?? '';
				if (type !== linkTypes.ether || kind !== '' || alias === before) continue;
				kernel.changeLink(index, { alias });
				context.log('info', alias === '' ? 'removing link alias' : 'setting link alias', { link: name, alias: alias || before });
			}
		},
	});
}
