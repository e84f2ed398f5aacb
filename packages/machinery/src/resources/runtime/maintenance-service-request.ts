import { EmptySchema } from '@bufbuild/protobuf/wkt';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec } from '../spec/index.ts';

/** The machine waits for its configuration. */
export const MaintenanceServiceRequest = defineResource({
	type: 'MaintenanceServiceRequests.runtime.talos.dev',
	namespace: 'runtime',
	codec: specCodec(EmptySchema, {}),
});

export type MaintenanceServiceRequestSpec = SpecOf<typeof MaintenanceServiceRequest>;

export const maintenanceServiceRequestId = 'maintenance';
