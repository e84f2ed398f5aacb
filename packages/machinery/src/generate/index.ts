export { checkEndpoint } from './endpoint.ts';
export { generateConfig } from './generate-config.ts';
export type { GenerateInput, MachineType } from './input.ts';
