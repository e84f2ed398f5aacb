import type { DocumentKind } from '../../document.ts';
import { type Layer2VIPConfig, layer2VIPConfigSchema } from './layer2-vip-config.gen.ts';
import { checkVirtualIp } from './virtual-ip.ts';

/** An address that one of the control plane machines holds, announced by ARP and neighbour discovery. */
export const layer2VIPConfig: DocumentKind<Layer2VIPConfig> = {
	kind: 'Layer2VIPConfig',
	schema: layer2VIPConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate: checkVirtualIp,
};
