export { LinuxError } from '../errors.ts';
export { type AddressQuestion, askForAddress } from './address-question.ts';
export { type GratuitousArp, gratuitousArp } from './gratuitous-arp.ts';
export { type LinkPort, openLinkPort } from './link-port.ts';
export { type CapturedPacket, type CaptureOptions, capturePackets } from './packet-capture.ts';
export type { FilterInstruction } from './packet-filter.ts';
