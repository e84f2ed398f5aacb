import { KmsgLogConfigSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { list, type SpecOf, specCodec, url } from '../spec/index.ts';

/** Where the kernel's log is sent. */
export const KmsgLogConfig = defineResource({
	type: 'KmsgLogConfigs.runtime.talos.dev',
	namespace: 'runtime',
	codec: specCodec(KmsgLogConfigSpecSchema, {
		destinations: list(url),
	}),
});

export type KmsgLogConfigSpec = SpecOf<typeof KmsgLogConfig>;

export const kmsgLogConfigId = 'kmsg-log';
