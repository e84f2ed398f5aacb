import type { DocumentKind, Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import type { BondMode } from '../scalars.gen.ts';
import { type BondConfig, bondConfigSchema } from './bond-config.gen.ts';
import { checkCommonLink } from './common-link.ts';

/** Several links used as one, for redundancy or for bandwidth. */
export const bondConfig: DocumentKind<BondConfig> = {
	kind: 'BondConfig',
	schema: bondConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate(bond, problems) {
		if (!bond.name) problems.error(['name'], 'name must be specified');
		if (!bond.links?.length) problems.error(['links'], 'at least one link must be specified');
		if (!bond.bondMode) problems.error(['bondMode'], 'bond mode must be specified');
		if (bond.bondMode === '802.3ad') checkMonitoring(bond, problems);
		checkPrimary(bond, problems);
		checkCommonLink(bond, problems);
	},
};

/** With LACP the kernel's defaults notice a dead link late or never. */
function checkMonitoring(bond: BondConfig, problems: Problems): void {
	for (const option of ['miimon', 'updelay', 'downdelay'] as const) {
		if (bond[option] === undefined) problems.warning([option], `${option} was not specified for 802.3ad bond`);
	}
}

/** The modes with one active link at a time: only there the kernel looks at the primary one. */
const primaryModes: readonly BondMode[] = ['active-backup', 'balance-tlb', 'balance-alb'];

function checkPrimary({ primary, primaryReselect, bondMode, links }: BondConfig, problems: Problems): void {
	const usesPrimary = bondMode !== undefined && primaryModes.includes(bondMode);
	if (primary === undefined) {
		if (primaryReselect && usesPrimary) {
			problems.warning(['primaryReselect'], 'primaryReselect has no effect unless primary is specified');
		}
		return;
	}
	if (primary === '') problems.error(['primary'], "primary link name can't be empty");
	else if (!links?.includes(primary)) {
		problems.error(['primary'], `primary link ${quote(primary)} is not in the list of bonded links`);
	}
	if (bondMode && !usesPrimary) problems.error(['primary'], `primary link is not supported in ${quote(bondMode)} bond mode`);
}
