import type { DocumentKind } from '../../document.ts';
import { type PCIDriverRebindConfig, pciDriverRebindConfigSchema } from './pci-driver-rebind-config.gen.ts';

/** Which driver takes a PCI device over. */
export const pciDriverRebindConfig: DocumentKind<PCIDriverRebindConfig> = {
	kind: 'PCIDriverRebindConfig',
	schema: pciDriverRebindConfigSchema,
	since: 'v1.10',
	named: true,
	controlPlaneOnly: false,
};
