import { choice } from '../spec/index.ts';
/** Where a piece of network configuration comes from; a later layer wins over an earlier one (upstream: network.ConfigLayer). */
export const configLayers = { default: 0, cmdline: 1, platform: 2, operator: 3, configuration: 4 } as const;

export type ConfigLayer = keyof typeof configLayers;

export const configLayer = choice(configLayers);

/** The namespace of what the layers want. What holds is in `network`, under the id without the layer. */
export const networkConfigNamespace = 'network-config';

/** Id of one layer's wish for a thing. */
export function layeredId(layer: ConfigLayer, id: string): string {
	return `${layer}/${id}`;
}
