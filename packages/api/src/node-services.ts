import { ClusterService } from './gen/cluster/cluster_pb.ts';
import { State } from './gen/cosi/state_pb.ts';
import { HistoryService } from './gen/ichor/history_pb.ts';
import { InspectService } from './gen/inspect/inspect_pb.ts';
import { DebugService } from './gen/machine/debug_pb.ts';
import { ImageService } from './gen/machine/image_pb.ts';
import { LifecycleService } from './gen/machine/lifecycle_pb.ts';
import { MachineService } from './gen/machine/machine_pb.ts';
import { StorageService } from './gen/storage/storage_pb.ts';
import { TimeService } from './gen/time/time_pb.ts';

/** Every service that clients know of a node, those that it does not serve yet too. */
export const nodeServices = [
	MachineService,
	ClusterService,
	StorageService,
	TimeService,
	InspectService,
	HistoryService,
	State,
	ImageService,
	LifecycleService,
	DebugService,
] as const;
