import type { DocumentKind } from '../../document.ts';
import { type HCloudVIPConfig, hcloudVIPConfigSchema } from './hcloud-vip-config.gen.ts';
import { checkVirtualIp } from './virtual-ip.ts';

/** An address that one of the control plane machines holds, moved through the API of Hetzner Cloud. */
export const hcloudVIPConfig: DocumentKind<HCloudVIPConfig> = {
	kind: 'HCloudVIPConfig',
	schema: hcloudVIPConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate(vip, problems) {
		checkVirtualIp(vip, problems);
		if (!vip.apiToken) problems.error(['apiToken'], 'apiToken must be specified');
	},
};
