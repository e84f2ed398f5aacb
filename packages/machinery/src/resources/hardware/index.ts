export * from './memory-module.ts';
export * from './pci-device.ts';
export * from './pci-driver-rebind-config.ts';
export * from './pci-driver-rebind-status.ts';
export * from './pcr-status.ts';
export * from './processor.ts';
export * from './system-information.ts';
