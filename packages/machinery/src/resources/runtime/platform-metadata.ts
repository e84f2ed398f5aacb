import { PlatformMetadataSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { flag, map, optional, type SpecOf, specCodec, text } from '../spec/index.ts';

export const platformMetadataFields = {
	platform: optional(text),
	hostname: optional(text),
	region: optional(text),
	zone: optional(text),
	instanceType: optional(text),
	instanceId: optional(text),
	providerId: optional(text),
	spot: optional(flag),
	internalDNS: optional(text),
	externalDNS: optional(text),
	tags: optional(map(text)),
} as const;

/** What the platform says of the machine. */
export const PlatformMetadata = defineResource({
	type: 'PlatformMetadatas.talos.dev',
	namespace: 'runtime',
	printColumns: [
		{ name: 'Platform', jsonPath: '{.platform}' },
		{ name: 'Type', jsonPath: '{.instanceType}' },
		{ name: 'Region', jsonPath: '{.region}' },
		{ name: 'Zone', jsonPath: '{.zone}' },
	],
	codec: specCodec(PlatformMetadataSpecSchema, platformMetadataFields),
});

export type PlatformMetadataSpec = SpecOf<typeof PlatformMetadata>;

export const platformMetadataId = 'platformmetadata';
