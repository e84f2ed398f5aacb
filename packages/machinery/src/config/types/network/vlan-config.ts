import type { DocumentKind } from '../../document.ts';
import { checkCommonLink } from './common-link.ts';
import { type VLANConfig, vlanConfigSchema } from './vlan-config.gen.ts';

/** 0 and 4095 are reserved by IEEE 802.1Q. */
const lastVlanId = 4094;

/** A virtual LAN on top of another link. */
export const vlanConfig: DocumentKind<VLANConfig> = {
	kind: 'VLANConfig',
	schema: vlanConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate(vlan, problems) {
		if (!vlan.name) problems.error(['name'], 'name must be specified');
		if (!vlan.vlanID || vlan.vlanID > lastVlanId) {
			problems.error(['vlanID'], `vlanID must be specified and between 1 and ${lastVlanId}`);
		}
		if (!vlan.parent) problems.error(['parent'], 'parent must be specified');
		checkCommonLink(vlan, problems);
	},
};
