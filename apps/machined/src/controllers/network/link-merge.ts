import { LinkSpec, type LinkSpecSpec } from '@ichor/machinery/resources';
import { merging } from './merging.ts';

/** A link is what all layers say of it; where two say something, the higher one. */
export const linkMergeController = merging({
	name: 'LinkMergeControllers.net.talos.dev',
	type: LinkSpec,
	id: ({ name }) => name,
	join: joinLinks,
});

export function joinLinks(lower: LinkSpecSpec, upper: LinkSpecSpec): LinkSpecSpec {
	return {
		...lower,
		...upper,
		logical: lower.logical || upper.logical,
		up: lower.up || upper.up,
		mtu: upper.mtu === 0 ? lower.mtu : upper.mtu,
		kind: upper.kind === '' ? lower.kind : upper.kind,
		type: upper.type === 'netrom' ? lower.type : upper.type,
	};
}
