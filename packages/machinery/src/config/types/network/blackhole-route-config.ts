import type { DocumentKind } from '../../document.ts';
import { parsePrefix } from '../../scalars/ip.ts';
import { attempt, TextRefusal } from '../../scalars/refusal.ts';
import { type BlackholeRouteConfig, blackholeRouteConfigSchema } from './blackhole-route-config.gen.ts';

/** Traffic to a network, which is the document's name, is dropped. */
export const blackholeRouteConfig: DocumentKind<BlackholeRouteConfig> = {
	kind: 'BlackholeRouteConfig',
	schema: blackholeRouteConfigSchema,
	since: 'v1.13',
	named: true,
	controlPlaneOnly: false,
	validate({ name = '' }, problems) {
		if (name === '') problems.error(['name'], 'name must be specified');
		const prefix = attempt(() => parsePrefix(name));
		if (prefix instanceof TextRefusal) problems.error(['name'], `name must be a valid address prefix: ${prefix.message}`);
	},
};
