import { EnvironmentSpecSchema } from '@ichor/api/resource/definitions/runtime';
import { defineResource } from '@ichor/runtime';
import { list, type SpecOf, specCodec, text } from '../spec/index.ts';

/** The environment of a service, in the form NAME=VALUE. */
export const Environment = defineResource({
	type: 'Environments.runtime.talos.dev',
	namespace: 'runtime',
	aliases: ['env'],
	printColumns: [{ name: 'Variables', jsonPath: '{.variables}' }],
	codec: specCodec(EnvironmentSpecSchema, {
		variables: list(text),
	}),
});

export type EnvironmentSpec = SpecOf<typeof Environment>;

export const machinedEnvironmentId = 'machined';
