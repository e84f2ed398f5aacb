import type { DocumentKind } from '../../document.ts';
import { checkCommonLink } from './common-link.ts';
import { type DummyLinkConfig, dummyLinkConfigSchema } from './dummy-link-config.gen.ts';

/** A link that leads nowhere, to hold addresses. */
export const dummyLinkConfig: DocumentKind<DummyLinkConfig> = {
	kind: 'DummyLinkConfig',
	schema: dummyLinkConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate(link, problems) {
		if (!link.name) problems.error(['name'], 'name must be specified');
		checkCommonLink(link, problems);
	},
};
