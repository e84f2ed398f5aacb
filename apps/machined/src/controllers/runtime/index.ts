import type { KernelParams } from '@ichor/linux/kernel-params';
import type { Controller } from '@ichor/runtime';
import type { EventBus } from '../../events/event-bus.ts';
import { apiServiceConfigController } from './api-service-config.ts';
import { devicesStatusController } from './devices-status.ts';
import { diagnosticsController } from './diagnostics.ts';
import { diagnosticsLoggerController } from './diagnostics-logger.ts';
import { environmentController } from './environment.ts';
import { type FaultPorts, faultsController } from './faults.ts';
import { kernelModuleConfigController } from './kernel-module-config.ts';
import { kernelParamConfigController } from './kernel-param-config.ts';
import { kernelParamDefaultsController } from './kernel-param-defaults.ts';
import { kernelParamSpecController } from './kernel-param-spec.ts';
import { kmsgLogConfigController } from './kmsg-log-config.ts';
import { kmsgLogDeliveryController } from './kmsg-log-delivery.ts';
import { logDeliveryController } from './log-delivery.ts';
import { machineStatusController } from './machine-status.ts';
import { maintenanceConfigController } from './maintenance-config.ts';
import { securityStateController } from './security-state.ts';
import { versionController } from './version.ts';

/** What the controllers act on and ask. */
export interface RuntimePorts {
	readonly events: EventBus;
	/** The parameters of the kernel that this node may set. */
	readonly kernelParams: KernelParams;
	/** The controllers that fail, and the volumes that may be full. */
	readonly faults: FaultPorts;
	/** The folder of the logs of services. */
	readonly logs: string;
}

/** The machine as it runs: kernel parameters, devices, environment, version, status. */
export function runtimeControllers({ events, kernelParams: params, faults, logs }: RuntimePorts): readonly Controller[] {
	return [
		apiServiceConfigController,
		devicesStatusController,
		diagnosticsController,
		diagnosticsLoggerController,
		environmentController,
		faultsController(faults),
		kernelModuleConfigController,
		kernelParamConfigController,
		kernelParamDefaultsController,
		kernelParamSpecController(params),
		kmsgLogConfigController,
		kmsgLogDeliveryController,
		logDeliveryController(logs),
		maintenanceConfigController,
		securityStateController,
		versionController,
		machineStatusController(events),
	];
}
