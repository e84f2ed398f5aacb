import type { DocumentKind } from '../../document.ts';
import { checkCommonLink } from './common-link.ts';
import { type LinkConfig, linkConfigSchema } from './link-config.gen.ts';

/** A link that the machine has by itself, found by its name or alias. */
export const linkConfig: DocumentKind<LinkConfig> = {
	kind: 'LinkConfig',
	schema: linkConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate(link, problems) {
		if (!link.name) problems.error(['name'], 'name must be specified');
		checkCommonLink(link, problems);
	},
};
