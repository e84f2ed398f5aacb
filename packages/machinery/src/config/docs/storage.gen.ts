// Generated from model/storage/ by `npm run generate`. Edit the model, not this file.
import type { DomainDocs } from './docs.ts';

export const storageDocs: DomainDocs = {
	'storage.LVMLogicalVolumeConfigV1Alpha1': {
		name: 'LVMLogicalVolumeConfig',
		doc: 'Creates a logical volume in an LVM volume group.\nThe group comes from a LVMVolumeGroupConfig. The device appears at `/dev/<group>/<name>`.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'LVMLogicalVolumeConfig', name: 'lv-images', type: 'linear', provisioning: { volumeGroup: 'vg-local', maxSize: '100GiB' } } },
		],
		fields: {
			'name': {
				doc: 'Names the logical volume within its group.\n1 to 63 letters, digits, hyphens and underscores.',
				type: 'string',
			},
			'type': {
				doc: 'How the volume is spread over the physical volumes of the group.',
				type: 'LVMLogicalVolumeType',
				values: ['linear', 'raid1', 'raid0', 'raid10'],
			},
			'mirrors': {
				doc: 'Number of extra copies of the data in a `raid1` or `raid10` layout, at least 1.\nRefused for the other layouts.',
				type: 'uint32',
				default: '1',
			},
			'stripes': {
				doc: 'Number of physical volumes that a `raid0` or `raid10` layout writes to in turns, at least 2.\nAbsent, all of them. Refused for the other layouts.',
				type: 'uint32',
			},
			'provisioning': {
				doc: 'Which group the volume takes its space from, and how much.',
				type: 'LVMLogicalVolumeProvisioning',
			},
		},
	},
	'storage.LVMLogicalVolumeProvisioningSpec': {
		name: 'LVMLogicalVolumeProvisioning',
		doc: 'Group and size of a logical volume.',
		fields: {
			'volumeGroup': {
				doc: 'The LVMVolumeGroupConfig, by name, that provides the space.',
				type: 'string',
			},
			'minSize': {
				doc: 'Space that the group must have free for the volume to be created.',
				type: 'ByteSize',
			},
			'maxSize': {
				doc: 'Size of the volume: bytes with or without a unit, or a share of the group such as `80%`.\nRequired, and not negative.',
				type: 'Size',
			},
		},
	},
	'storage.LVMVolumeGroupConfigV1Alpha1': {
		name: 'LVMVolumeGroupConfig',
		doc: 'Joins disks or partitions into an LVM volume group.\nLVMLogicalVolumeConfig documents take their space from it.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'LVMVolumeGroupConfig', name: 'vg-local', provisioning: { volumeSelector: { match: 'volume.partition_label == "r-lvm-local"' } } } },
		],
		fields: {
			'name': {
				doc: 'Names the volume group.\n1 to 63 letters, digits, hyphens and underscores.',
				type: 'string',
			},
			'provisioning': {
				doc: 'Which disks and partitions become the group\'s physical volumes.',
				type: 'LVMVolumeGroupProvisioning',
			},
		},
	},
	'storage.ProvisioningSpec': {
		name: 'LVMVolumeGroupProvisioning',
		doc: 'Members of a volume group.',
		fields: {
			'volumeSelector': {
				doc: 'Picks the physical volumes.',
				type: 'LVMVolumeSelector',
			},
		},
	},
	'storage.LVMVolumeSelectorSpec': {
		name: 'LVMVolumeSelector',
		doc: 'A condition that the members of a volume group should meet.',
		fields: {
			'match': {
				doc: 'A CEL expression over `volume` and, for whole disks, `disk`; whatever matches is taken over by LVM.\nWhat is on a matching device is lost, so match narrowly: raw volumes by their label, disks by serial number. Repeat it in every patch of the section: a patch without it erases it.',
				type: 'CELExpression',
				examples: [
					{ name: 'use the raw volumes whose names begin with lvm-local', value: 'volume.partition_label.startsWith("r-lvm-local")' },
				],
			},
		},
	},
	'storage.RAIDArrayConfigV1Alpha1': {
		name: 'RAIDArrayConfig',
		doc: 'Joins disks or partitions into a Linux software RAID.\nThe array appears at `/dev/disk/by-id/md-name-<name>`, where other volumes can be put on it. The document only ever creates: an array is removed with `wipe md`, not by removing the document.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'RAIDArrayConfig', name: 'mirror0', level: 'raid1', provisioning: { volumeSelector: { match: 'disk.transport == "sata" && !disk.rotational' } } } },
		],
		fields: {
			'name': {
				doc: 'Names the array; the name is written into its metadata.\n1 to 32 letters, digits, hyphens and underscores.',
				type: 'string',
			},
			'level': {
				doc: 'How the array spreads its data.',
				type: 'MDLevel',
				values: ['raid1'],
			},
			'metadata': {
				doc: 'Format of the array\'s superblock.\n`1.0` puts it at the end of the members, so that firmware can boot from one of them; `1.2` puts it at the beginning and suits arrays for data.',
				type: 'MDMetadata',
				default: '1.0',
				values: ['1.0', '1.2'],
			},
			'provisioning': {
				doc: 'Which devices become members of the array.',
				type: 'RAIDArrayProvisioning',
			},
		},
	},
	'storage.RAIDProvisioningSpec': {
		name: 'RAIDArrayProvisioning',
		doc: 'Members of a RAID array.',
		fields: {
			'volumeSelector': {
				doc: 'Picks the members.',
				type: 'RAIDVolumeSelector',
			},
		},
	},
	'storage.RAIDVolumeSelector': {
		name: 'RAIDVolumeSelector',
		doc: 'A condition that the members of an array should meet.',
		fields: {
			'match': {
				doc: 'A CEL expression over `volume` and, for whole disks, `disk`; whatever matches becomes a member.\nNothing on the system disk is ever taken. What is on a matching device is lost.',
				type: 'CELExpression',
				examples: [
					{ name: 'every SATA SSD of at least 400 gigabytes', value: 'disk.transport == "sata" && !disk.rotational && disk.size >= 400u * GB' },
				],
			},
		},
	},
};
