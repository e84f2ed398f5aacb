import type { DocumentKind } from '../../document.ts';
import { checkCommonLink } from './common-link.ts';
import { type VRFConfig, vrfConfigSchema } from './vrf-config.gen.ts';

/** The tables that the kernel uses itself. */
const reservedTables: ReadonlySet<string> = new Set(['unspec', 'local', 'main', 'default']);

/** A routing domain of its own: links whose traffic is routed by another table. */
export const vrfConfig: DocumentKind<VRFConfig> = {
	kind: 'VRFConfig',
	schema: vrfConfigSchema,
	since: 'v1.13',
	named: true,
	controlPlaneOnly: false,
	validate(vrf, problems) {
		if (!vrf.name) problems.error(['name'], 'name must be specified');
		const table = vrf.table ?? 'unspec';
		if (reservedTables.has(table)) problems.error(['table'], `cannot create vrf with reserved table ${table}`);
		checkCommonLink(vrf, problems);
	},
};
