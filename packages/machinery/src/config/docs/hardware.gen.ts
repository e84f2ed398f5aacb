// Generated from model/hardware/ by `npm run generate`. Edit the model, not this file.
import type { DomainDocs } from './docs.ts';

export const hardwareDocs: DomainDocs = {
	'hardware.PCIDriverRebindConfigV1Alpha1': {
		name: 'PCIDriverRebindConfig',
		doc: 'Gives a PCI device to another driver than the one that the kernel chose.\nMostly for handing a device to virtual machines. Needs an IOMMU.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'PCIDriverRebindConfig', name: '0000:65:00.0', targetDriver: 'vfio-pci' } },
		],
		fields: {
			'name': {
				doc: 'Address of the device: domain, bus, device and function.\nAs `get pcidevices` shows it: `0000:65:00.0`.',
				type: 'string',
			},
			'targetDriver': {
				doc: 'Driver that should have the device.\nIts kernel module must be loaded.',
				type: 'string',
			},
		},
	},
};
