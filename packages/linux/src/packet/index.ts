export { type GratuitousArp, gratuitousArp } from './gratuitous-arp.ts';
