export { LinuxError } from '../errors.ts';
export { type KernelParams, kernelParams } from './kernel-params.ts';
