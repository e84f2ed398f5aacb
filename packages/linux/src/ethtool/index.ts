export type { DriverInformation } from './driver.ts';
export { type Ethtool, type Feature, type LinkMode, openEthtool } from './ethtool.ts';
export type { Channels, Rings } from './numbers.ts';
