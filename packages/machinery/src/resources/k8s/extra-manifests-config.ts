import { ExtraManifestsConfigSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { list, map, record, type SpecOf, specCodec, text } from '../spec/index.ts';

const extraManifest = {
	name: text,
	url: text,
	priority: text,
	extraHeaders: map(text),
	inlineManifest: text,
};

/** Manifests that the user has added, inline or to be fetched. */
export const ExtraManifestsConfig = defineResource({
	type: 'ExtraManifestsConfigs.kubernetes.talos.dev',
	namespace: 'controlplane',
	codec: specCodec(ExtraManifestsConfigSpecSchema, {
		extraManifests: list(record(extraManifest)),
	}),
});

export type ExtraManifestsConfigSpec = SpecOf<typeof ExtraManifestsConfig>;

export const extraManifestsConfigId = 'extra-manifests';
