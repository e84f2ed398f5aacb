export { type AddressQuestion, askForAddress } from './address-question.ts';
export { type GratuitousArp, gratuitousArp } from './gratuitous-arp.ts';
