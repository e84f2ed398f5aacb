// Generated from model/hardware/pci-driver-rebind-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Gives a PCI device to another driver than the one that the kernel chose.
 * Mostly for handing a device to virtual machines. Needs an IOMMU.
 */
export interface PCIDriverRebindConfig extends DocumentMeta {
	/**
	 * Address of the device: domain, bus, device and function.
	 * As `get pcidevices` shows it: `0000:65:00.0`.
	 */
	readonly name?: string;
	/**
	 * Driver that should have the device.
	 * Its kernel module must be loaded.
	 */
	readonly targetDriver?: string;
}

export const pciDriverRebindConfigSchema: StructSchema = {
	name: 'hardware.PCIDriverRebindConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'targetDriver', type: scalar.string },
	],
};
