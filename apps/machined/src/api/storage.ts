import { Disk_DiskType as DiskType, type StorageService } from '@ichor/api/storage';
import { BlockDevice, Disk, type DiskSpec, SystemDisk, systemDiskId } from '@ichor/machinery/resources';
import { type Handlers, RpcError } from '@ichor/rpc';
import type { State } from '@ichor/runtime';

/**
 * The disks that this machine owns, as the older of the two ways tells of them: the resources say more. A container owns
 * none: what it sees below /sys/block is its host's.
 */
export function storageApi(state: Pick<State, 'find' | 'list'>): Handlers<typeof StorageService> {
	return {
		async disks() {
			const system = (await state.find(SystemDisk.pointer(systemDiskId)))?.spec.diskID;
			const disks = (await state.list(Disk.kind)).map(({ metadata, spec }) => ({
				deviceName: `/dev/${metadata.id}`,
				model: spec.model ?? '',
				size: BigInt(spec.size),
				serial: spec.serial ?? '',
				modalias: spec.modalias ?? '',
				wwid: spec.wwid ?? '',
				uuid: spec.uuid ?? '',
				type: typeOf(spec),
				busPath: spec.bus_path ?? '',
				systemDisk: metadata.id === system,
				subsystem: spec.sub_system ?? '',
				readonly: spec.readonly,
			}));
			return { messages: [{ disks }] };
		},
		async blockDeviceWipe({ devices }) {
			for (const { device } of devices) {
				const name = JSON.stringify(device);
				if ((await state.find(BlockDevice.pointer(device))) === undefined) throw new RpcError('not-found', `blockdevice ${name} not found`);
				throw new RpcError('unimplemented', `this version wipes no block device: ${name} is as it was`);
			}
			return { messages: [{}] };
		},
	};
}

/** By how it is attached (upstream: internal/app/storaged). */
function typeOf({ cdrom, transport = '', rotational = false }: DiskSpec): DiskType {
	if (cdrom) return DiskType.CD;
	if (transport === 'nvme') return DiskType.NVME;
	if (transport === 'mmc') return DiskType.SD;
	if (rotational) return DiskType.HDD;
	return transport === '' ? DiskType.UNKNOWN : DiskType.SSD;
}
