import type { JsonObject } from '../json.ts';

/** The kind by which a pod asks for access to the API of the machines. */
export const talosServiceAccount: JsonObject = {
	apiVersion: 'apiextensions.k8s.io/v1',
	kind: 'CustomResourceDefinition',
	metadata: { name: 'serviceaccounts.talos.dev' },
	spec: {
		conversion: { strategy: 'None' },
		group: 'talos.dev',
		names: {
			kind: 'ServiceAccount',
			listKind: 'ServiceAccountList',
			plural: 'serviceaccounts',
			singular: 'serviceaccount',
			shortNames: ['tsa'],
		},
		scope: 'Namespaced',
		versions: [
			{
				name: 'v1alpha1',
				served: true,
				storage: true,
				schema: {
					openAPIV3Schema: {
						type: 'object',
						properties: {
							spec: { type: 'object', properties: { roles: { type: 'array', items: { type: 'string' } } } },
							status: { type: 'object', properties: { failureReason: { type: 'string' } } },
						},
					},
				},
			},
		],
	},
};
