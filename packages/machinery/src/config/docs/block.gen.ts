// Generated from model/block/ by `npm run generate`. Edit the model, not this file.
import type { DomainDocs } from './docs.ts';

export const blockDocs: DomainDocs = {
	'block.EncryptionSpec': {
		name: 'VolumeEncryption',
		doc: 'Encryption of a volume at rest, with LUKS2.\nEvery key opens the volume on its own; several keys give several ways in. Changing keys re-enrols them at the next boot, as long as one old key still opens the volume.',
		examples: [
			{ value: { provider: 'luks2', keys: [{ slot: 0, tpm: {} }, { slot: 1, kms: { endpoint: 'https://kms.example.org:4050' } }], cipher: 'xchacha20,aes-adiantum-plain64', blockSize: 4096, options: ['no_write_workqueue', 'same_cpu_crypt'] } },
		],
		fields: {
			'provider': {
				doc: 'The format of the encryption.',
				type: 'EncryptionProviderType',
				values: ['luks2'],
			},
			'keys': {
				doc: 'The keys that open the volume, each in a slot of its own.\nAt least one. On the first boot the volume is formatted with the first key; the others are enrolled after it.',
				type: 'EncryptionKey[]',
			},
			'cipher': {
				doc: 'The cipher and its mode; absent, the default of LUKS2.\nOnly looked at when the volume is formatted.',
				type: 'string',
				values: ['aes-xts-plain64', 'xchacha12,aes-adiantum-plain64', 'xchacha20,aes-adiantum-plain64'],
				examples: [
					{ value: 'xchacha20,aes-adiantum-plain64' },
				],
			},
			'keySize': {
				doc: 'Length of the volume key in bits; absent, what suits the cipher.\nOnly looked at when the volume is formatted.',
				type: 'uint',
			},
			'blockSize': {
				doc: 'Size of an encrypted sector in bytes; absent, chosen by the device.\n4096 is faster on most SSDs. Only looked at when the volume is formatted.',
				type: 'uint64',
				examples: [
					{ value: 512 },
				],
			},
			'options': {
				doc: 'Performance flags that the device mapper opens the volume with.\nWithout the `--perf-` prefix of cryptsetup: `no_read_workqueue`, `no_write_workqueue`, `same_cpu_crypt`, `submit_from_crypt_cpus`.',
				type: 'string[]',
				examples: [
					{ value: ['no_write_workqueue', 'same_cpu_crypt'] },
				],
			},
			'allowDiscards': {
				doc: 'Lets trim requests pass through to the disk.\nNeeded for trimming an encrypted SSD; it shows an observer of the disk which blocks are unused.',
				type: 'bool',
				default: 'false',
				since: 'v1.14',
			},
		},
	},
	'block.EncryptionKey': {
		name: 'EncryptionKey',
		doc: 'One key of an encrypted volume: a slot and exactly one kind of key.',
		fields: {
			'slot': {
				doc: 'Number of the LUKS2 key slot; unique among the keys of a volume.\nKeep numbers when the list changes: a key that moves to another slot counts as a new key.',
				type: 'int',
			},
			'static': {
				doc: 'A passphrase that stands in the configuration.\nProtects little on its own, since the configuration lies on the same machine; use it for tests and as a recovery key.',
				type: 'EncryptionKeyStatic',
			},
			'nodeID': {
				doc: 'A key computed from the machine\'s UUID and the partition\'s label.\nGuards a disk that leaves the machine, not one that is stolen together with it.',
				type: 'EncryptionKeyNodeID',
			},
			'kms': {
				doc: 'A random key that a key management server seals and unseals at every boot.\nThe node needs its network to open the volume, so STATE can use it only with network settings that do not come from STATE.',
				type: 'EncryptionKeyKMS',
			},
			'tpm': {
				doc: 'A random key sealed to the state of the machine\'s TPM 2.0.',
				type: 'EncryptionKeyTPM',
			},
			'lockToState': {
				doc: 'Mixes a random salt from the STATE partition into the key.\nThe volume then opens only together with the STATE that it was created with. Sensible for TPM keys of all volumes but STATE itself, where it is refused.',
				type: 'bool',
				default: 'false',
				since: 'v1.11',
			},
		},
	},
	'block.EncryptionKeyStatic': {
		name: 'EncryptionKeyStatic',
		doc: 'A passphrase written in the configuration.',
		fields: {
			'passphrase': {
				doc: 'The passphrase as text.',
				type: 'string',
			},
		},
	},
	'block.EncryptionKeyNodeID': {
		name: 'EncryptionKeyNodeID',
		doc: 'A key derived from the identity of the machine and the partition; it has no settings.',
		fields: {
		},
	},
	'block.EncryptionKeyKMS': {
		name: 'EncryptionKeyKMS',
		doc: 'A key that a key management server seals.',
		examples: [
			{ value: { endpoint: 'https://kms.example.org:4050' } },
		],
		fields: {
			'endpoint': {
				doc: 'URL of the server that seals and unseals the key.\ngRPC over TLS for `https://`; without encryption for `grpc://`.',
				type: 'string',
			},
		},
	},
	'block.EncryptionKeyTPM': {
		name: 'EncryptionKeyTPM',
		doc: 'A key that the TPM seals.',
		fields: {
			'options': {
				doc: 'What the key is bound to.',
				type: 'EncryptionKeyTPMOptions',
				since: 'v1.12',
			},
			'checkSecurebootStatusOnEnroll': {
				doc: 'Refuses to enrol the key while the firmware has Secure Boot switched off.\nWithout Secure Boot, a TPM key hardly protects anything, because any boot loader can be measured into the TPM.',
				type: 'bool',
				default: 'false',
			},
		},
	},
	'block.EncryptionKeyTPMOptions': {
		name: 'EncryptionKeyTPMOptions',
		doc: 'What a TPM key is bound to.',
		fields: {
			'pcrs': {
				doc: 'Numbers of the platform configuration registers, 0 to 23, that must be unchanged for the key to be released.\nAbsent, the key is bound to PCR 7 (Secure Boot state). An empty list binds it to no register besides the signed policy of the boot image.',
				type: 'int[]',
				default: '[7]',
			},
		},
	},
	'block.ExistingVolumeConfigV1Alpha1': {
		name: 'ExistingVolumeConfig',
		doc: 'Mounts a file system that something else created, at `/var/mnt/<name>`.\nNothing is formatted, resized or encrypted: the volume is found by its selector and used as it is. The name must differ from those of the user volumes, because they share the folder.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'ExistingVolumeConfig', name: 'archive', discovery: { volumeSelector: { match: 'volume.partition_label == "ARCHIVE"' } } } },
		],
		fields: {
			'name': {
				doc: 'Names the folder below `/var/mnt` where the volume appears.\nLetters, digits and hyphens.',
				type: 'string',
			},
			'discovery': {
				doc: 'Tells which volume is meant.',
				type: 'VolumeDiscovery',
			},
			'mount': {
				doc: 'Options for mounting the volume.',
				type: 'ExistingVolumeMount',
			},
			'trim': {
				doc: 'Periodic discarding of unused blocks on this volume, instead of what FilesystemTrimConfig says.',
				type: 'VolumeTrim',
				since: 'v1.14',
			},
			'scrub': {
				doc: 'Periodic checking of this volume\'s metadata, instead of what FilesystemScrubConfig says.',
				type: 'VolumeScrub',
				since: 'v1.14',
			},
		},
	},
	'block.VolumeDiscoverySpec': {
		name: 'VolumeDiscovery',
		doc: 'How an existing volume is recognized.',
		fields: {
			'volumeSelector': {
				doc: 'Picks the volume among those that the node has discovered.',
				type: 'VolumeSelector',
			},
		},
	},
	'block.VolumeSelector': {
		name: 'VolumeSelector',
		doc: 'A condition that one discovered volume should meet.',
		fields: {
			'match': {
				doc: 'A CEL expression over `volume` and `disk` that is true for the wanted volume.\n`volume` is what `get discoveredvolumes` shows, `disk` is the disk that it lies on. When several volumes match, the first one found is taken, so ask for something unique such as a label or a UUID.',
				type: 'CELExpression',
				examples: [
					{ name: 'choose a partition by the label in its partition table', value: 'volume.partition_label == "ARCHIVE"' },
					{ name: 'choose an ext4 file system on the disk with a known serial number', value: 'volume.name == "ext4" && disk.serial == "S4EWNX0R900001"' },
				],
			},
		},
	},
	'block.ExistingMountSpec': {
		name: 'ExistingVolumeMount',
		doc: 'Options for mounting an existing volume.',
		fields: {
			'readOnly': {
				doc: 'Refuses writes to the volume.',
				type: 'bool',
				default: 'false',
			},
			'disableAccessTime': {
				doc: 'Stops recording when files were last read, which saves writes.',
				type: 'bool',
				default: 'false',
			},
			'secure': {
				doc: 'Ignores set-user-ID bits, device nodes and executables on the volume.\nMounts with `nosuid`, `nodev` and `noexec`. Switch it off for a volume that programs are started from.',
				type: 'bool',
				default: 'true',
			},
		},
	},
	'block.ExternalVolumeConfigV1Alpha1': {
		name: 'ExternalVolumeConfig',
		doc: 'Mounts a file system that the hypervisor shares with the machine, at `/var/mnt/<name>`.\nOnly virtiofs shares are known. The name must differ from those of the user volumes, because they share the folder.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'ExternalVolumeConfig', name: 'media', filesystemType: 'virtiofs', mount: { virtiofs: { tag: 'media-share' } } } },
		],
		fields: {
			'name': {
				doc: 'Names the folder below `/var/mnt` where the share appears.\n1 to 34 letters, digits and hyphens.',
				type: 'string',
			},
			'filesystemType': {
				doc: 'The kind of share.',
				type: 'FilesystemType',
				values: ['virtiofs'],
			},
			'mount': {
				doc: 'Where the share comes from, and options for mounting it.',
				type: 'ExternalVolumeMount',
			},
		},
	},
	'block.ExternalMountSpec': {
		name: 'ExternalVolumeMount',
		doc: 'Source and options of an external mount.',
		fields: {
			'readOnly': {
				doc: 'Refuses writes to the share.',
				type: 'bool',
				default: 'false',
			},
			'disableAccessTime': {
				doc: 'Stops recording when files were last read.',
				type: 'bool',
				default: 'false',
			},
			'secure': {
				doc: 'Ignores set-user-ID bits, device nodes and executables on the share.\nMounts with `nosuid`, `nodev` and `noexec`.',
				type: 'bool',
				default: 'true',
			},
			'virtiofs': {
				doc: 'What identifies a virtiofs share; required for that type.',
				type: 'VirtiofsMount',
			},
		},
	},
	'block.VirtiofsMountSpec': {
		name: 'VirtiofsMount',
		doc: 'A virtiofs share of the hypervisor.',
		fields: {
			'tag': {
				doc: 'The tag under which the hypervisor exports the share.\nRequired; it is the `tag` of the device, not a path on the host.',
				type: 'string',
			},
		},
	},
	'block.XFSSpec': {
		name: 'XFSOptions',
		doc: 'Settings of an XFS file system.',
		fields: {
			'minAllocationGroupSize': {
				doc: 'Lower bound for the size of an allocation group.\nOn SSDs `mkfs.xfs` makes one group per CPU, which gives hundreds of tiny groups on large machines; groups smaller than this are avoided. `0` leaves the choice to `mkfs.xfs`. Only looked at when the volume is formatted. Repeat it in every patch of the section: a patch without it erases it.',
				type: 'ByteSize',
				default: '64GiB',
				examples: [
					{ value: '32GiB' },
				],
			},
		},
	},
	'block.FilesystemScrubConfigV1Alpha1': {
		name: 'FilesystemScrubConfig',
		doc: 'Checks the metadata of mounted XFS volumes regularly while they are in use.\nRuns `xfs_scrub` at low priority; damage is reported, not repaired in silence. Each volume of each node gets its own moment within the interval. A volume\'s own `scrub` section wins over this document.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'FilesystemScrubConfig', interval: '720h0m0s' } },
		],
		fields: {
			'interval': {
				doc: 'Time between two checks of the same volume, at least 10 seconds.',
				type: 'Duration',
				default: '168h',
			},
		},
	},
	'block.FilesystemTrimConfigV1Alpha1': {
		name: 'FilesystemTrimConfig',
		doc: 'Tells the disks regularly which blocks are free, on every mounted volume that can do it.\nWhat `fstrim` does by hand. Each volume of each node gets its own moment within the interval, so that a fleet does not trim all at once. Without this document, only volumes with a `trim` section of their own are trimmed.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'FilesystemTrimConfig', interval: '336h0m0s' } },
		],
		fields: {
			'interval': {
				doc: 'Time between two runs on the same volume.\nThe moment within the interval is derived from the node and the volume and stays the same. A volume\'s own `trim.interval` wins.',
				type: 'Duration',
				default: '168h',
			},
		},
	},
	'block.TrimConfig': {
		name: 'VolumeTrim',
		doc: 'Discarding of unused blocks on one volume.\nTakes the place of the node-wide FilesystemTrimConfig for this volume.',
		fields: {
			'enabled': {
				doc: 'Switches trimming of this volume on or off.\nAbsent in a present section means on; without the section, the volume follows FilesystemTrimConfig.',
				type: 'bool',
				default: 'true',
			},
			'interval': {
				doc: 'Time between two runs on this volume.\nAbsent, the interval of FilesystemTrimConfig counts; with neither, the volume is never trimmed.',
				type: 'Duration',
			},
		},
	},
	'block.ScrubConfig': {
		name: 'VolumeScrub',
		doc: 'Checking of the file system metadata on one volume.\nTakes the place of the node-wide FilesystemScrubConfig for this volume.',
		fields: {
			'enabled': {
				doc: 'Switches scrubbing of this volume on or off.\nAbsent in a present section means on; without the section, the volume follows FilesystemScrubConfig.',
				type: 'bool',
				default: 'true',
			},
			'interval': {
				doc: 'Time between two checks of this volume, at least 10 seconds.\nAbsent, the interval of FilesystemScrubConfig counts.',
				type: 'Duration',
				default: '168h',
			},
		},
	},
	'block.ProvisioningSpec': {
		name: 'VolumeProvisioning',
		doc: 'Where a volume is created and how large it becomes.',
		fields: {
			'diskSelector': {
				doc: 'Picks the disks that the volume may be created on.\nThe first matching disk with enough free space is used.',
				type: 'DiskSelector',
			},
			'grow': {
				doc: 'Lets an existing partition grow when the disk has become larger or the maximum has been raised.\nA partition never shrinks. EPHEMERAL grows unless told otherwise.',
				type: 'bool',
				default: 'false',
			},
			'minSize': {
				doc: 'Space that must be free on a disk for the volume to be created there.\nA disk with less is passed over. Never negative. Absent, 100 MiB are enough, for EPHEMERAL and the other system volumes 2 GiB. Repeat it in every patch of the section: a patch without it erases it.',
				type: 'ByteSize',
				default: '100MiB',
				examples: [
					{ value: '20GiB' },
				],
			},
			'maxSize': {
				doc: 'Size that the volume does not exceed; absent, it takes all the space there is.\nBytes with or without a unit, or a share of the disk. A negative size leaves that much of the disk free.',
				type: 'Size',
				examples: [
					{ value: '200GiB' },
					{ value: '60%' },
				],
			},
		},
	},
	'block.DiskSelector': {
		name: 'DiskSelector',
		doc: 'A condition that a disk should meet.',
		fields: {
			'match': {
				doc: 'A CEL expression over `disk` and `system_disk` that is true for the wanted disks.\n`disk` is what `get disks` shows; sizes are unsigned, so write `100u * GB`. Prefer serial numbers, WWIDs and `disk.transport` to device paths, which may change from boot to boot. Repeat it in every patch of the section: a patch without it erases it.',
				type: 'CELExpression',
				examples: [
					{ name: 'solid state disks of at least one terabyte', value: '!disk.rotational && disk.size >= 1u * TB' },
					{ name: 'every disk on a SAS bus but the one that the system runs from', value: 'disk.transport == "sas" && !system_disk' },
				],
			},
		},
	},
	'block.RawVolumeConfigV1Alpha1': {
		name: 'RawVolumeConfig',
		doc: 'Creates a partition without a file system, for storage provisioners that want a bare device.\nThe partition\'s label is `r-<name>`, so it is found at `/dev/disk/by-partlabel/r-<name>`. For files, a UserVolumeConfig is the better choice. Removing the document leaves the partition in place.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'RawVolumeConfig', name: 'ceph-osd-0', provisioning: { diskSelector: { match: 'disk.transport == "nvme" && !system_disk' }, minSize: '200GiB' } } },
		],
		fields: {
			'name': {
				doc: 'Names the volume; the partition is labelled `r-<name>`.\n1 to 34 letters, digits and hyphens, because a partition label has 36 characters.',
				type: 'string',
			},
			'provisioning': {
				doc: 'Which disk the partition is created on, and how large it becomes.',
				type: 'VolumeProvisioning',
			},
			'encryption': {
				doc: 'Encrypts the partition; the decrypted device is what users of the volume get.',
				type: 'VolumeEncryption',
			},
		},
	},
	'block.SwapVolumeConfigV1Alpha1': {
		name: 'SwapVolumeConfig',
		doc: 'Creates a swap partition and uses it.\nThe partition\'s label is `s-<name>`. Removing the document switches the swap space off. The kubelet must be told how pods may use it (`memorySwap` in its configuration).',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'SwapVolumeConfig', name: 'swap0', provisioning: { diskSelector: { match: 'disk.transport == "nvme"' }, minSize: '4GiB', maxSize: '8GiB' }, encryption: { provider: 'luks2', keys: [{ slot: 0, nodeID: {} }] } } },
		],
		fields: {
			'name': {
				doc: 'Names the volume; the partition is labelled `s-<name>`.\n1 to 34 letters, digits and hyphens.',
				type: 'string',
			},
			'provisioning': {
				doc: 'Which disk the partition is created on, and how large it becomes.',
				type: 'VolumeProvisioning',
			},
			'encryption': {
				doc: 'Encrypts the swap space.\nMemory pages may hold secrets, so encrypt swap wherever other volumes are encrypted.',
				type: 'VolumeEncryption',
			},
		},
	},
	'block.UserVolumeConfigV1Alpha1': {
		name: 'UserVolumeConfig',
		doc: 'Creates a volume for workloads and mounts it at `/var/mnt/<name>`.\nA partition (label `u-<name>`), a whole disk, or a plain folder on EPHEMERAL, as `volumeType` says. Pods reach it with hostPath. Removing the document unmounts the volume and leaves its data; wipe it by hand.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'UserVolumeConfig', name: 'scratch', volumeType: 'directory' } },
			{ value: { apiVersion: 'v1alpha1', kind: 'UserVolumeConfig', name: 'backups', volumeType: 'disk', provisioning: { diskSelector: { match: 'disk.serial == "S4EWNX0R900001"' } }, filesystem: { type: 'ext4' } } },
			{ value: { apiVersion: 'v1alpha1', kind: 'UserVolumeConfig', name: 'postgres', volumeType: 'partition', provisioning: { diskSelector: { match: 'disk.transport == "nvme" && !system_disk' }, minSize: '50GiB', maxSize: '200GiB' }, filesystem: { type: 'xfs' }, encryption: { provider: 'luks2', keys: [{ slot: 0, tpm: {} }] } } },
		],
		fields: {
			'name': {
				doc: 'Names the folder below `/var/mnt`; a partition is labelled `u-<name>`.\n1 to 34 letters, digits and hyphens. Renaming creates another volume.',
				type: 'string',
			},
			'volumeType': {
				doc: 'What the volume is made of: a `partition`, a whole `disk`, or a `directory` on EPHEMERAL.\nA directory takes no provisioning, encryption, filesystem or mount settings, and its data goes when EPHEMERAL is wiped. A disk takes neither sizes nor `grow`.',
				type: 'VolumeType',
				default: 'partition',
				since: 'v1.12',
				values: ['directory', 'disk', 'partition'],
			},
			'provisioning': {
				doc: 'Which disk the volume is created on, and how large it becomes.',
				type: 'VolumeProvisioning',
			},
			'filesystem': {
				doc: 'How the volume is formatted.',
				type: 'UserVolumeFilesystem',
			},
			'encryption': {
				doc: 'Encrypts the volume.',
				type: 'VolumeEncryption',
			},
			'mount': {
				doc: 'Options for mounting the volume.',
				type: 'UserVolumeMount',
				since: 'v1.13',
			},
			'trim': {
				doc: 'Periodic discarding of unused blocks on this volume, instead of what FilesystemTrimConfig says.',
				type: 'VolumeTrim',
				since: 'v1.14',
			},
			'scrub': {
				doc: 'Periodic checking of this volume\'s metadata, instead of what FilesystemScrubConfig says.',
				type: 'VolumeScrub',
				since: 'v1.14',
			},
		},
	},
	'block.FilesystemSpec': {
		name: 'UserVolumeFilesystem',
		doc: 'The file system of a user volume.',
		fields: {
			'type': {
				doc: 'The file system that the volume is formatted with.\nOnly looked at when the volume is created; changing it later does not reformat.',
				type: 'FilesystemType',
				default: 'xfs',
				values: ['ext4', 'xfs', 'btrfs'],
			},
			'projectQuotaSupport': {
				doc: 'Mounts an XFS volume with project quotas.\nKubernetes needs them to measure and limit ephemeral storage without walking the tree. Takes effect when the volume is mounted anew.',
				type: 'bool',
				default: 'false',
				since: 'v1.11',
			},
			'xfs': {
				doc: 'Settings that only XFS has.',
				type: 'XFSOptions',
				since: 'v1.14',
			},
		},
	},
	'block.UserMountSpec': {
		name: 'UserVolumeMount',
		doc: 'Options for mounting a user volume.',
		fields: {
			'disableAccessTime': {
				doc: 'Stops recording when files were last read, which saves writes.',
				type: 'bool',
				default: 'false',
			},
			'secure': {
				doc: 'Ignores set-user-ID bits, device nodes and executables on the volume.\nMounts with `nosuid`, `nodev` and `noexec`. Switch it off for a volume that containers start programs from.',
				type: 'bool',
				default: 'true',
			},
		},
	},
	'block.VolumeConfigV1Alpha1': {
		name: 'VolumeConfig',
		doc: 'Changes a volume that the system itself needs: where it lies, its size, its encryption.\nSTATE, EPHEMERAL and IMAGECACHE are partitions. ETCD, CRI, KUBELET and LOG are folders on EPHEMERAL until `provisioning` gives them a partition, which can only be decided before the node is installed: neither direction can be changed afterwards.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'VolumeConfig', name: 'EPHEMERAL', provisioning: { diskSelector: { match: 'system_disk' }, minSize: '20GiB', maxSize: '100GiB' } } },
		],
		fields: {
			'name': {
				doc: 'The system volume that is meant.',
				type: 'string',
				values: ['STATE', 'EPHEMERAL', 'IMAGECACHE', 'ETCD', 'CRI', 'KUBELET', 'LOG'],
			},
			'provisioning': {
				doc: 'Which disk the volume is created on, and how large it becomes.\nRefused for STATE. For ETCD, CRI, KUBELET and LOG, its presence is what asks for a partition.',
				type: 'VolumeProvisioning',
			},
			'filesystem': {
				doc: 'Details of the file system, whose type cannot be chosen here.\nOnly looked at when the volume is formatted. Refused for IMAGECACHE.',
				type: 'SystemVolumeFilesystem',
				since: 'v1.14',
			},
			'encryption': {
				doc: 'Encrypts the volume.\nTakes the place of `machine.systemDiskEncryption`; setting both for the same volume is an error.',
				type: 'VolumeEncryption',
				since: 'v1.11',
			},
			'mount': {
				doc: 'Options for mounting the volume.\nRefused for STATE and IMAGECACHE, and for ETCD, CRI, KUBELET and LOG without a partition of their own.',
				type: 'SystemVolumeMount',
				since: 'v1.13',
			},
			'trim': {
				doc: 'Periodic discarding of unused blocks on this volume, instead of what FilesystemTrimConfig says.',
				type: 'VolumeTrim',
				since: 'v1.14',
			},
			'scrub': {
				doc: 'Periodic checking of this volume\'s metadata, instead of what FilesystemScrubConfig says.',
				type: 'VolumeScrub',
				since: 'v1.14',
			},
		},
	},
	'block.SystemVolumeFilesystemSpec': {
		name: 'SystemVolumeFilesystem',
		doc: 'Details of a system volume\'s file system.',
		fields: {
			'xfs': {
				doc: 'Settings of the XFS file system.',
				type: 'XFSOptions',
			},
		},
	},
	'block.MountSpec': {
		name: 'SystemVolumeMount',
		doc: 'Options for mounting a system volume.',
		fields: {
			'secure': {
				doc: 'Ignores set-user-ID bits and device nodes on the volume, on ETCD and LOG also executables.\nEPHEMERAL is mounted without these options as long as it has no VolumeConfig.',
				type: 'bool',
				default: 'true',
				since: 'v1.13',
			},
			'disableAccessTime': {
				doc: 'Stops recording when files were last read.\nOnly for EPHEMERAL.',
				type: 'bool',
				default: 'false',
				since: 'v1.14',
			},
		},
	},
	'block.ZswapConfigV1Alpha1': {
		name: 'ZswapConfig',
		doc: 'Compresses memory pages in RAM before they are swapped out to disk.\nThe document switches zswap on; it needs swap space, such as a SwapVolumeConfig, behind it.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'ZswapConfig', maxPoolPercent: 15, shrinkerEnabled: true } },
		],
		fields: {
			'maxPoolPercent': {
				doc: 'Share of the memory, in percent, that compressed pages may occupy: 0 to 100.',
				type: 'int',
				default: '20',
			},
			'shrinkerEnabled': {
				doc: 'Lets the kernel push cold pages from the pool to the swap device when memory runs short.',
				type: 'bool',
				default: 'false',
			},
		},
	},
};
