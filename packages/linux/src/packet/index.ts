export { LinuxError } from '../errors.ts';
export { type AddressQuestion, askForAddress } from './address-question.ts';
export { type GratuitousArp, gratuitousArp } from './gratuitous-arp.ts';
export { type CapturedPacket, type CaptureOptions, capturePackets, type FilterInstruction } from './packet-capture.ts';
