import { HardwareAddrSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { type SpecOf, specCodec, text } from '../spec/index.ts';
import { hardwareAddress } from './fields.ts';

/** The hardware address of a link of the machine. */
export const HardwareAddr = defineResource({
	type: 'HardwareAddresses.net.talos.dev',
	namespace: 'network',
	codec: specCodec(HardwareAddrSpecSchema, {
		name: text,
		hardwareAddr: hardwareAddress,
	}),
});

export type HardwareAddrSpec = SpecOf<typeof HardwareAddr>;

/** That of the first physical link. */
export const firstHardwareAddrId = 'first';
