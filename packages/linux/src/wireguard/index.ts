export type { WireguardChange, WireguardDevice, WireguardPeer } from './device.ts';
export { type Wireguard, wireguard } from './wireguard.ts';
